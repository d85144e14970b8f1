import type { Backend, BackendChoice } from '../../model/settings';

export interface Candidate {
  readonly backend: Backend;
  /** Take it although it is imitated by the CPU: the person asked for it, or it was found to be the fastest. */
  readonly evenIfSoftware: boolean;
}

/**
 * Automatic's order where nothing was measured. WASM comes before WebGL, since it has a fast train step. A GPU imitated in
 * software is slower than WASM, so such backends are passed over.
 */
const ORDER = ['webgpu', 'wasm', 'webgl', 'cpu'] as const satisfies readonly Backend[];

/**
 * What to try, best first. The backend that was asked for comes first, then the others as Automatic tries them.
 * @param fastest - what was found to train the fastest here: Automatic tries it first
 */
export function candidatesFor(choice: BackendChoice, fastest?: Backend): Candidate[] {
  const preferred = choice === 'auto' ? fastest : choice;
  const others = ORDER.filter((backend) => backend !== preferred);
  const backends = preferred ? [preferred, ...others] : others;
  return backends.map((backend) => ({ backend, evenIfSoftware: backend === preferred }));
}

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

/** True where a device's own name says that it is no hardware. */
export const namesSoftware = (device: string): boolean => SOFTWARE.test(device);

/** What a WebGPU adapter says about itself; browsers leave out what they like. */
export interface AdapterNames {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly device?: string;
  readonly description?: string;
}

/** The most telling name that an adapter gives, or undefined where it gives none. */
export function adapterName({ vendor, architecture, device, description }: AdapterNames): string | undefined {
  const family = [vendor, architecture].filter(Boolean).join(' ');
  return description || device || family || undefined;
}

/** True where an adapter says in any of its fields, or by its flag, that it is no hardware. */
export const isSoftwareAdapter = (info: AdapterNames & { readonly isFallbackAdapter?: boolean }): boolean =>
  info.isFallbackAdapter === true ||
  [info.vendor, info.architecture, info.device, info.description].some((name) => namesSoftware(name ?? ''));
