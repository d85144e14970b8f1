import { NetworkInUse } from '../../../../src/engine/network/network-in-use';
import type { NetworkRuntime } from '../../../../src/engine/train-step/network-runtime';
import type { Settings } from '../../../../src/model/settings';

let versions = 0;

/** A network in use that a test has made. */
export const networkOf = <Runtime extends NetworkRuntime>(
  runtime: Runtime,
  settings: Settings,
  trainedBatches = 0,
): NetworkInUse<Runtime> =>
  new NetworkInUse(
    {
      runtime,
      computedBy: { kind: 'wasm', workers: 1 },
      settings,
      trainedBatches,
      onLost: () => () => {},
    },
    () => {
      versions += 1;
      return versions;
    },
  );
