import type { Backend } from '../../model/settings';
import type { StepDown } from '../../protocol/backend';
import { type AdapterNames, adapterName, isSoftwareAdapter, namesSoftware } from './backend-choice';

/** What is known about a backend's device before the backend is started. */
type Probe =
  | { readonly usable: true; readonly software: boolean; readonly device?: string }
  | { readonly usable: false; readonly reason: StepDown['reason'] };

const CPU: Probe = { usable: true, software: false };
const usable = (software: boolean, device: string | undefined): Probe =>
  device === undefined ? { usable: true, software } : { usable: true, software, device };

/** Looks for the device that tfjs's backend of this name would use. */
export async function probeDevice(backend: Backend): Promise<Probe> {
  switch (backend) {
    case 'webgpu':
      return probeWebGpu();
    case 'webgl':
      return probeWebGl();
    case 'wasm':
      return typeof WebAssembly === 'undefined' ? { usable: false, reason: 'no-api' } : CPU;
    case 'cpu':
      return CPU;
    default:
      return backend satisfies never;
  }
}

async function probeWebGpu(): Promise<Probe> {
  const gpu: GPU | undefined = navigator.gpu;
  if (!gpu) return { usable: false, reason: globalThis.isSecureContext === false ? 'insecure' : 'no-api' };
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return { usable: false, reason: 'no-adapter' };
  // `info` came in Chrome 127; before, and in other browsers, there is nothing to judge by.
  const info: AdapterNames | undefined = adapter.info;
  return info ? usable(isSoftwareAdapter(info), adapterName(info)) : usable(false, undefined);
}

function probeWebGl(): Probe {
  if (typeof OffscreenCanvas === 'undefined') return { usable: false, reason: 'no-api' };
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return { usable: false, reason: 'no-adapter' };
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const device = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return usable(namesSoftware(device), device);
}
