import type { Activation } from '../../model/settings';
import type { KerasConfig } from './keras-config';
import type { KerasReading } from './keras-reading';

/** By Keras' names. Its 'gelu' is another form than the lab's and differs by up to 0.0005. */
const ACTIVATIONS: ReadonlyMap<string, Activation> = new Map([
  ['relu', 'relu'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['gelu_new', 'gelu'],
]);

/** What a layer makes of what the one before makes, or of its own sums. @throws NetworkFileError */
export function activate(activation: string, config: KerasConfig, { chain }: KerasReading): void {
  if (activation === 'linear') chain.rename(config.name);
  else if (activation === 'softmax' || activation === 'log_softmax') chain.end(config.name);
  else {
    const known = ACTIVATIONS.get(activation);
    if (!known) config.fail('activation');
    else chain.activate(config.name, known, config.name);
  }
}
