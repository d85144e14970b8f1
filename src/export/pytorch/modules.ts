import type { LayerPlan, Shape } from '../../model/shapes';

/** A module of PyTorch's with what it is called in the network: its tensors begin with that name. */
interface Module {
  readonly name: string;
  /** Of the tensors, in the order of the plan. */
  readonly tensors: readonly string[];
  readonly make: string;
}

/** The modules of each layer, in order: those that learn, and dropout. */
export function modulesOf(layers: readonly LayerPlan[]): Module[][] {
  const counts = new Map<string, number>();
  const numbered = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}${count}`;
  };
  return layers.map((plan) => modulesOfLayer(plan, numbered));
}

function modulesOfLayer({ layer, input, weights }: LayerPlan, numbered: (kind: string) => string): Module[] {
  const hasBias = weights.some(({ role }) => role === 'bias');
  const bias = hasBias ? '' : ', bias=False';
  const tensors = hasBias ? ['weight', 'bias'] : ['weight'];
  const channels = input.at(-1) as number;
  switch (layer.type) {
    case 'conv': {
      const sizes = [channels, layer.filters, layer.kernel];
      return [
        { name: numbered('conv'), tensors, make: `nn.Conv2d(${sizes.join(', ')}${strideOf(layer)}${bias})` },
      ];
    }
    case 'separable-conv': {
      const name = numbered('separable');
      const each = `nn.Conv2d(${channels}, ${channels}, ${layer.kernel}${strideOf(layer)}, groups=${channels}, bias=False)`;
      const mixing = `nn.Conv2d(${channels}, ${layer.filters}, 1${bias})`;
      return [
        { name: `${name}_each`, tensors: ['weight'], make: each },
        { name: `${name}_mix`, tensors, make: mixing },
      ];
    }
    case 'dense': {
      const inputs = sizeOfVector(input);
      return [{ name: numbered('dense'), tensors, make: `nn.Linear(${inputs}, ${layer.units}${bias})` }];
    }
    case 'batch-norm': {
      const own = ['weight', 'bias', 'running_mean', 'running_var'];
      return [{ name: numbered('norm'), tensors: own, make: `BatchNorm(${channels})` }];
    }
    case 'dropout': {
      const name = numbered('dropout');
      const number = Number(name.slice('dropout'.length)) - 1;
      return [{ name, tensors: [], make: `Dropout(${layer.percent / 100}, ${number})` }];
    }
    case 'max-pool':
    case 'avg-pool':
    case 'global-avg-pool':
    case 'residual':
      return [];
    default:
      return layer satisfies never;
  }
}

const sizeOfVector = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

const strideOf = ({ stride }: { readonly stride: number }) => (stride === 1 ? '' : `, stride=${stride}`);
