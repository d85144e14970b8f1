import { useEffect, useState } from 'react';
import { isActive } from '../../state/run/run-state';
import { useActions, useLab } from '../shared/use-lab';
import { type Edits, sameEdits } from './edit-list';

const NONE: Edits = [];

export interface EditsInHand {
  /** Those that were asked for last: in force, or about to be. */
  readonly edits: Edits;
  /** The validation images are being read with them. */
  readonly isPending: boolean;
  readonly change: (edits: Edits) => void;
}

/** The edits of the weights. Clicks follow each other faster than the images are read: each builds on the one before. */
export function useEdits(): EditsInHand {
  const inForce = useLab((state) => state.interventions?.edits ?? NONE);
  const network = useLab((state) => state.built);
  const active = useLab((state) => isActive(state.run.phase));
  const { edit } = useActions();
  const [wanted, setWanted] = useState<Edits>();

  useEffect(() => {
    setWanted((asked) => (asked && sameEdits(asked, inForce) ? undefined : asked));
  }, [inForce]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another network or run forgets what was asked of the one before
  useEffect(() => setWanted(undefined), [network, active]);

  return {
    edits: wanted ?? inForce,
    isPending: wanted !== undefined,
    change(edits) {
      setWanted(sameEdits(edits, inForce) ? undefined : edits);
      edit(edits);
    },
  };
}
