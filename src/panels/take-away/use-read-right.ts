import { useEffect, useState } from 'react';
import { areSameClasses } from '../../model/class-names';
import { classesOf } from '../../model/network';
import type { TrainedNetwork } from '../../model/trained-network';
import type { Inquiries } from '../../protocol/engine-api';
import { classesInUse } from '../../state/data/class-selectors';
import { useClassNames } from '../shared/use-class-names';
import { useInquiries, useLab } from '../shared/use-lab';
import { checkImages } from './check-images';

interface ReadRight {
  readonly right: number;
  readonly count: number;
}

/**
 * How many test images a network reads right that is not in use yet; undefined until it is known, and without data.
 * @param outputNames - where they are known
 */
export function useReadRight(
  network: TrainedNetwork | undefined,
  outputNames: readonly string[] | undefined,
): ReadRight | undefined {
  const inquiries = useInquiries();
  const classes = useLab(classesInUse);
  const names = useClassNames();
  const isOther = outputNames !== undefined && !areSameClasses(outputNames, names);
  const [known, setKnown] = useState<{ readonly of: TrainedNetwork; readonly read: ReadRight | undefined }>();
  useEffect(() => {
    // Images of other classes say nothing about it.
    if (!network || isOther || classesOf(network.settings.network) !== classes) return;
    let isLatest = true;
    readRight(network, inquiries)
      .catch(() => undefined)
      .then((read) => {
        if (isLatest) setKnown({ of: network, read });
      });
    return () => {
      isLatest = false;
    };
  }, [network, inquiries, classes, isOther]);
  return known?.of === network ? known?.read : undefined;
}

async function readRight(network: TrainedNetwork, inquiries: Inquiries): Promise<ReadRight | undefined> {
  const { labels, pixels, count } = await checkImages(network, inquiries);
  if (!labels) return undefined;
  const classes = classesOf(network.settings.network);
  const probabilities = await inquiries.probabilities(network, pixels);
  const right = labels.reduce((sum, label, i) => {
    const row = probabilities.subarray(i * classes, (i + 1) * classes);
    return sum + (row.indexOf(Math.max(...row)) === label ? 1 : 0);
  }, 0);
  return { right, count };
}
