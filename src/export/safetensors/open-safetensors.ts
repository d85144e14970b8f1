import { planOf } from '../../model/shapes';
import { ABOUT_KEY, parseAbout } from '../about-network';
import { refusing } from '../read/network-file-error';
import type { OpenedNetwork } from '../read/opened-network';
import { readSafetensors } from './read-safetensors';

/**
 * A network of the lab: its settings stand in the file's metadata.
 * @throws NetworkFileError for any other file
 */
export function openSafetensors(file: string, bytes: Uint8Array): OpenedNetwork {
  const refuse = refusing(file);
  const { tensors, metadata } = readSafetensors(bytes, refuse);
  const about = parseAbout(metadata.get(ABOUT_KEY));
  if (!about) throw refuse('missing', ABOUT_KEY, 'settings of a network');
  const { settings, trainedBatches, classNames } = about;
  const shapes = planOf(settings.network).layers.flatMap((plan, at) =>
    plan.weights.map(({ role, shape }) => ({ name: `${at}.${role}`, shape })),
  );
  const weights = shapes.map(({ name, shape }) => {
    const tensor = tensors.get(name);
    if (!tensor) throw refuse('missing', name);
    if (String(tensor.shape) !== String(shape)) throw refuse('wrong-shape', name, tensor.shape.join('×'));
    if (!tensor.values.every(Number.isFinite)) throw refuse('not-finite', name);
    return tensor.values;
  });
  const known = new Set(shapes.map(({ name }) => name));
  const more = [...tensors.keys()].find((name) => !known.has(name));
  if (more !== undefined) throw refuse('unsupported', more, 'of no layer');
  const network = { settings, weights, trainedBatches: Math.max(1, trainedBatches) };
  return { network, classNames, isOwn: true };
}
