import type { Settings } from '../../../model/settings';

/** `CALLBACKS`: what ends a training before its last epoch. */
export function stoppingCode({ patience, stopAt }: Settings): string {
  const callbacks: string[] = [];
  if (patience > 0) {
    callbacks.push(
      'keras.callbacks.EarlyStopping("val_loss", patience=SETTINGS["patience"], restore_best_weights=True)',
    );
  }
  const reached = stopAt > 0 ? `${REACHED}\n\n\n` : '';
  if (stopAt > 0) callbacks.push('Reached()');
  return `${reached}CALLBACKS = [${callbacks.join(', ')}]`;
}

const REACHED = `class Reached(keras.callbacks.Callback):
    """Ends the training once it reads so many of the validation images right."""

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_accuracy"] >= SETTINGS["stopAt"] / 100:
            self.model.stop_training = True`;
