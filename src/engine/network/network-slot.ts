import type { NetworkRuntime } from '../train-step/network-runtime';
import { NetworkInUse, type NetworkParts } from './network-in-use';

/** Holds the network in use and frees it; while one of the past is looked at, that of now waits beside it, untouched. */
export class NetworkSlot {
  inUse: NetworkInUse | undefined;
  /** While another one is looked at. */
  private present: NetworkInUse | undefined;
  private latestVersion = 0;

  /** The network of now, whichever is looked at. */
  get ofNow(): NetworkInUse | undefined {
    return this.present ?? this.inUse;
  }

  get isLookingBack(): boolean {
    return this.present !== undefined;
  }

  /** Takes a network into use, in the place of what was there. */
  put<Runtime extends NetworkRuntime>(parts: NetworkParts<Runtime>): NetworkInUse<Runtime> {
    this.release();
    const taken = new NetworkInUse(parts, this.nextVersion);
    this.inUse = taken;
    return taken;
  }

  /** Takes a network of the past into use; there has to be one of now. */
  lookBack(parts: NetworkParts): NetworkInUse {
    const present = this.ofNow;
    if (this.present) free(this.inUse);
    this.present = present;
    const taken = new NetworkInUse(parts, this.nextVersion);
    this.inUse = taken;
    return taken;
  }

  /** @returns the network of now, or undefined where no other was looked at */
  lookAtPresent(): NetworkInUse | undefined {
    const { present } = this;
    if (!present) return undefined;
    free(this.inUse);
    this.inUse = present;
    this.present = undefined;
    return present;
  }

  release(): void {
    free(this.inUse);
    free(this.present);
    this.inUse = undefined;
    this.present = undefined;
  }

  private readonly nextVersion = (): number => {
    this.latestVersion += 1;
    return this.latestVersion;
  };
}

function free(network: NetworkInUse | undefined): void {
  try {
    network?.runtime.dispose();
  } catch {
    // A dead device may refuse to free what is gone with it anyway.
  }
}
