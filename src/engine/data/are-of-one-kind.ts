import { classesIn } from '../../data/dataset';
import { classesOf } from '../../model/network';
import type { Settings } from '../../model/settings';
import type { DataInUse } from './active-dataset';

interface Reader {
  readonly settings: Pick<Settings, 'network'>;
}

/** Whether a network tells as many classes apart as the data have: it says nothing about others. */
export const areOfOneKind = ({ settings }: Reader, { dataset }: DataInUse): boolean =>
  classesOf(settings.network) === classesIn(dataset);
