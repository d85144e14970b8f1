import type { Place } from '../shared/arithmetic/picture';
import type { View } from './view';

export interface StageProps {
  readonly view: View;
  /** The value that is taken apart, in what the step makes. */
  readonly place: Place;
  /** The input map that is shown. */
  readonly channel: number;
  readonly isMoving: boolean;
  /** All values are in place. */
  readonly onEnd: () => void;
  readonly onPick: (place: Place) => void;
  /** Of what the step makes. */
  readonly onMap: (map: number) => void;
  readonly onChannel: (channel: number) => void;
}
