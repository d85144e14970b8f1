import type { Settings } from '../../../model/settings';

/** `make_optimizer()` and the course of its rate, of what the settings use alone. */
export function optimizerCode(settings: Settings): string[] {
  const course = courseOf(settings);
  const rate = course === undefined ? 'SETTINGS["learningRate"]' : 'Course()';
  return [...(course === undefined ? [] : [course]), ...decayCode(settings), makeCode(settings, rate)];
}

/** As a schedule of Keras'; undefined for a rate that stays. */
function courseOf(settings: Settings): string | undefined {
  const { schedule, warmup } = settings;
  if (schedule === 'constant' && warmup === 0) return undefined;
  return `BATCHES = SETTINGS["epochs"] * math.ceil(len(training) / SETTINGS["batchSize"])


class Course(keras.optimizers.schedules.LearningRateSchedule):
    """The learning rate of each batch: ${schedule}."""

    def __call__(self, step):
        progress = keras.ops.minimum(keras.ops.cast(step, "float32") / BATCHES, 1.0)
${factorLines(settings)
  .map((line) => `        ${line}\n`)
  .join('')}        return SETTINGS["learningRate"] * factor

    def get_config(self):
        return {}


def cosine(start, end, share):
    return end + (start - end) * 0.5 * (1 + keras.ops.cos(math.pi * share))`;
}

function factorLines({ schedule, warmup }: Settings): string[] {
  if (schedule === 'one-cycle') {
    return [
      'rise = SETTINGS["rise"]',
      'factor = keras.ops.where(',
      '    progress < rise, cosine(0.04, 1, progress / rise), cosine(1, 0.0004, (progress - rise) / (1 - rise)))',
    ];
  }
  const fall = fallOf(schedule);
  if (warmup === 0) return ['left = progress', fall];
  return [
    'warmup = SETTINGS["warmup"]',
    'left = keras.ops.maximum(0.0, progress - warmup) / (1 - warmup)',
    fall,
    'factor = keras.ops.where(progress < warmup, 0.04 + 0.96 * progress / warmup, factor)',
  ];
}

function fallOf(schedule: Exclude<Settings['schedule'], 'one-cycle'>): string {
  switch (schedule) {
    case 'constant':
      return 'factor = 1.0';
    case 'cosine':
      return 'factor = cosine(1, 0, left)';
    case 'exponential':
      return 'factor = keras.ops.power(0.01, left)';
    case 'step':
      return 'factor = keras.ops.where(left < 0.5, 1.0, keras.ops.where(left < 0.75, 0.1, 0.01))';
    default:
      return schedule satisfies never;
  }
}

/** Weight decay of kernels in the gradient, which only AdamW has apart from it. */
function decayCode(settings: Settings): string[] {
  if (settings.weightDecay === 0 || settings.optimizer === 'adamw') return [];
  return [
    `class WithDecay(keras.optimizers.${classOf(settings.optimizer)}):
    """L2 of the kernels alone."""

    def update_step(self, gradient, variable, learning_rate):
        if "kernel" in variable.path:
            gradient = gradient + SETTINGS["weightDecay"] * keras.ops.convert_to_tensor(variable)
        super().update_step(gradient, variable, learning_rate)`,
  ];
}

function makeCode(settings: Settings, rate: string): string {
  const { optimizer, weightDecay, clipNorm, ema } = settings;
  const settle = [
    rate,
    ...ownArguments(optimizer),
    ...(clipNorm > 0 ? ['global_clipnorm=SETTINGS["clipNorm"]'] : []),
    ...(ema > 0 ? ['use_ema=True, ema_momentum=SETTINGS["ema"]'] : []),
  ].join(', ');
  if (optimizer === 'adamw') {
    return `def make_optimizer():
    optimizer = keras.optimizers.AdamW(${settle}, weight_decay=SETTINGS["weightDecay"])
    # Of kernels alone.
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    return optimizer`;
  }
  const name = weightDecay > 0 ? 'WithDecay' : `keras.optimizers.${classOf(optimizer)}`;
  return `def make_optimizer():
    return ${name}(${settle})`;
}

type Optimizer = Settings['optimizer'];

function classOf(optimizer: Optimizer): string {
  switch (optimizer) {
    case 'sgd':
    case 'momentum':
    case 'nesterov':
      return 'SGD';
    case 'rmsprop':
      return 'RMSprop';
    case 'adam':
      return 'Adam';
    case 'adamw':
      return 'AdamW';
    default:
      return optimizer satisfies never;
  }
}

function ownArguments(optimizer: Optimizer): string[] {
  switch (optimizer) {
    case 'sgd':
      return [];
    case 'momentum':
      return ['momentum=SETTINGS["momentum"]'];
    case 'nesterov':
      return ['momentum=SETTINGS["momentum"], nesterov=True'];
    case 'rmsprop':
      return ['rho=SETTINGS["rho"], epsilon=1e-7'];
    case 'adam':
    case 'adamw':
      return ['beta_1=SETTINGS["beta1"], beta_2=SETTINGS["beta2"], epsilon=1e-7'];
    default:
      return optimizer satisfies never;
  }
}
