import { INPUT_SIDE } from '../../model/network';
import type { Activation } from '../../model/settings';
import type { LayerPlan, Shape } from '../../model/shapes';

/** What there is to explain about a layer; each has a text and a formula among the page's strings. */
export type NoteKey =
  | 'conv'
  | 'separable-conv'
  | 'residual'
  | 'max-pool'
  | 'avg-pool'
  | 'global-avg-pool'
  | 'batch-norm'
  | 'flatten'
  | 'dense'
  | Activation
  | 'logits'
  | 'softmax'
  | 'one-hot'
  | 'cross-entropy'
  | 'descent'
  | 'adam';

/** What the outputs of a layer stand for, in words. */
type LooksFor = 'edges' | 'parts' | 'place' | 'anywhere' | 'ink' | 'shapes' | 'digits';

type PanelKey = 'filters' | 'activation-maps' | 'interventions';

interface LayerFacts {
  /** Undefined where it learns and finds nothing. */
  readonly looksFor: LooksFor | undefined;
  readonly notes: readonly NoteKey[];
  /** Panels that show more of it. */
  readonly panels: readonly PanelKey[];
}

/** The output layer also stands for what follows it in training: probabilities, loss, and the way down. */
const OUTPUT_NOTES = ['logits', 'softmax', 'one-hot', 'cross-entropy', 'descent', 'adam'] as const;

export function layerFacts(plan: LayerPlan, activation: Activation): LayerFacts {
  const { layer, input, isOutput } = plan;
  const { type } = layer;
  const own = plan.isActivated ? [activation] : [];
  switch (type) {
    case 'conv':
    case 'separable-conv':
      return {
        looksFor: seesTheImage(input) ? 'edges' : 'parts',
        notes: [type, ...own],
        panels: ['filters', 'activation-maps', 'interventions'],
      };
    case 'max-pool':
    case 'avg-pool':
      return { looksFor: 'place', notes: [type], panels: ['activation-maps'] };
    case 'dense': {
      const flatten = input.length === 3 ? (['flatten'] as const) : [];
      const after = isOutput ? OUTPUT_NOTES : own;
      return {
        looksFor: isOutput ? 'digits' : seesTheImage(input) ? 'ink' : 'shapes',
        notes: [...flatten, 'dense', ...after],
        panels: ['activation-maps', 'interventions'],
      };
    }
    case 'global-avg-pool':
      return { looksFor: 'anywhere', notes: [type], panels: ['activation-maps'] };
    case 'batch-norm':
      return { looksFor: undefined, notes: [type, ...own], panels: ['activation-maps'] };
    case 'residual':
      return { looksFor: undefined, notes: [type], panels: ['activation-maps'] };
    case 'dropout':
      return { looksFor: undefined, notes: [], panels: [] };
    default:
      return type satisfies never;
  }
}

/** Its input is the image itself, 28×28×1. */
const seesTheImage = (input: Shape): boolean => input[0] === INPUT_SIDE && input[2] === 1;
