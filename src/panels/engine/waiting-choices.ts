import type { Settings } from '../../model/settings';

const ENGINE_CHOICES = ['backend', 'trainStep', 'workers'] as const;

/** What was chosen for the engine and is not at work in the network in use. The reference has no use for workers. */
export const waitingChoices = (built: Settings, settings: Settings) =>
  ENGINE_CHOICES.filter(
    (name) => built[name] !== settings[name] && (name !== 'workers' || settings.trainStep !== 'reference'),
  );
