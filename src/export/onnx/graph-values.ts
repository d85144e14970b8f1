import type { Refuse } from '../read/network-file-error';
import { nameOf } from './attributes';
import type { OnnxModel, OnnxNode, OnnxTensor } from './messages';

/** What of a graph is the same for all images. */
export class GraphValues {
  private readonly constants: Map<string, OnnxTensor>;
  /** Values that are computed from shapes alone: where a flattening asks how many images there are. */
  private readonly sizes = new Set<string>();

  constructor(
    model: OnnxModel,
    private readonly refuse: Refuse,
  ) {
    this.constants = new Map(model.initializers.map((tensor) => [tensor.name, tensor]));
  }

  /** Takes in a node that computes nothing of images. @returns false for one that does */
  takesIn({ operator, inputs, outputs, attributes }: OnnxNode): boolean {
    const [output = ''] = outputs;
    if (operator === 'Constant') {
      const tensor = attributes.find(({ name }) => name === 'value')?.tensor;
      const ints = attributes.find(({ name }) => name.startsWith('value_int'));
      if (tensor) this.constants.set(output, tensor);
      else if (ints) this.sizes.add(output);
      return tensor !== undefined || ints !== undefined;
    }
    const isKnown = (name: string) => name === '' || this.sizes.has(name) || this.constants.has(name);
    if (operator !== 'Shape' && !(inputs.length > 0 && inputs.every(isKnown))) return false;
    this.sizes.add(output);
    return true;
  }

  /** Whether a value is the same for all images. */
  isConstant = (name: string): boolean => this.constants.has(name);

  /** The whole numbers of a constant; undefined where it is none, or not there. */
  numbers(name: string | undefined): readonly number[] | undefined {
    const values = name === undefined ? undefined : this.constants.get(name)?.values;
    return values && [...values];
  }

  /**
   * The weights of a node's input.
   * @throws NetworkFileError where they are not in the file, or not as many as they say
   */
  weights(
    node: OnnxNode,
    input: number,
  ): { readonly dims: readonly number[]; readonly values: Float32Array } {
    const name = node.inputs[input] ?? '';
    const tensor = this.constants.get(name);
    if (!tensor) throw this.refuse('missing', nameOf(node), name || `input ${input}`);
    const { dims, values, type } = tensor;
    if (!values) throw this.refuse('unsupported', name, `weights of type ${type}, or in another file`);
    const size = dims.reduce((product, side) => product * side, 1);
    if (values.length !== size) throw this.refuse('missing', name, `${values.length} values of ${size}`);
    return { dims, values };
  }

  has = (node: OnnxNode, input: number): boolean => (node.inputs[input] ?? '') !== '';
}
