import { paddingAround } from '../../model/layers/windows';
import type { Layer } from '../../model/network';
import { type LayerPlan, layerBefore, type NetworkPlan, type Shape } from '../../model/shapes';
import { modulesOf } from './modules';

/** A class of PyTorch's: the network with its layers by name, and what it does with images. */
export function networkCode({ layers }: NetworkPlan, classes: number): string {
  const modules = modulesOf(layers);
  const made = modules.flatMap((own) => own.map(({ name, make }) => `        self.${name} = ${make}`));
  const around = new Set(
    layers.flatMap(({ layer }, at) => (layer.type === 'residual' ? [layerBefore(layers.slice(0, at))] : [])),
  );
  let dropouts = 0;
  const steps = layers.flatMap((plan, at) => {
    const names = (modules[at] ?? []).map(({ name }) => name);
    const kept = around.has(at) ? [`around_${at + 1} = x`] : [];
    // The Dropout setting is a layer in front of the last.
    const dropped = plan.isOutput ? ['x = self.dropout(x)'] : [];
    if (plan.layer.type === 'dropout') dropouts++;
    const done = stepsOf(plan, names, layerBefore(layers.slice(0, at)) + 1);
    return [...dropped, ...kept, ...done, ...(plan.isActivated ? ['x = self.activation(x)'] : [])];
  });
  return `class Network(nn.Module):
    """Images [n, 1, 28, 28], 0 background to 1 ink, to logits [n, ${classes}]."""

    def __init__(self, settings):
        super().__init__()
        self.activation = ACTIVATIONS[settings["activation"]]
        self.dropout = Dropout(math.floor(settings["dropout"] * 100 + 0.5) / 100, ${dropouts})
${made.join('\n')}

    def forward(self, x):
${steps.map((step) => `        ${step}`).join('\n')}
        return x`;
}

/** @param before - the number of the layer before, from 1 */
function stepsOf({ layer, input }: LayerPlan, names: readonly string[], before: number): string[] {
  const through = names.map((name) => `x = self.${name}(x)`);
  switch (layer.type) {
    case 'conv':
    case 'separable-conv':
      return [...padded(layer, input), ...through];
    case 'max-pool':
      return [`x = F.max_pool2d(x, ${layer.size}, ${layer.stride})`];
    case 'avg-pool':
      return [`x = F.avg_pool2d(x, ${layer.size}, ${layer.stride})`];
    case 'global-avg-pool':
      return ['x = x.mean((2, 3))'];
    case 'batch-norm':
    case 'dropout':
      return through;
    case 'dense':
      return input.length === 3 ? ['x = x.flatten(1)', ...through] : through;
    case 'residual':
      return [`x = x + around_${before}`];
    default:
      return layer satisfies never;
  }
}

/** Zeros around maps: PyTorch knows none that differ from side to side. */
function padded(
  { kernel, stride, padding }: Extract<Layer, { type: 'conv' | 'separable-conv' }>,
  [height, width = 1]: Shape,
): string[] {
  const down = paddingAround(height, kernel, stride, padding);
  const across = paddingAround(width, kernel, stride, padding);
  const zeros = [across.before, across.after, down.before, down.after];
  return zeros.some((count) => count > 0) ? [`x = F.pad(x, (${zeros.join(', ')}))`] : [];
}
