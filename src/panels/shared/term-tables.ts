import type { TermId } from '../../locales/glossary';
import type { LayerType } from '../../model/network';
import type { SettingName } from '../../model/settings';
import type { PanelId } from '../../state/selection/panel-id';

/** By setting, the word that explains it. */
export const SETTING_TERMS = {
  network: 'network',
  dataset: 'data-set',
  epochs: 'epoch',
  batchSize: 'batch-size',
  learningRate: 'learning-rate',
  schedule: 'schedule',
  warmup: 'warm-up',
  rise: 'schedule',
  optimizer: 'optimizer',
  momentum: 'momentum',
  beta1: 'adam-moments',
  beta2: 'adam-moments',
  rho: 'rmsprop-decay',
  weightDecay: 'weight-decay',
  clipNorm: 'gradient-clipping',
  ema: 'weight-averaging',
  dropout: 'dropout',
  labelSmoothing: 'label-smoothing',
  patience: 'early-stopping',
  stopAt: 'early-stopping',
  trainingImages: 'training-images',
  init: 'initial-weights',
  initStd: 'standard-deviation',
  seed: 'seed',
  activation: 'activation-function',
  backend: 'backend',
  trainStep: 'train-step',
  workers: 'threads',
  digits: 'synthetic-digits',
  syntheticShare: 'synthetic-digits',
  digitNoise: 'noise-blur',
  digitBlur: 'noise-blur',
  shift: 'augmentation',
  rotation: 'augmentation',
  scaling: 'augmentation',
  shear: 'augmentation',
  elastic: 'elastic-distortion',
  strokeWidth: 'ink',
  contrast: 'ink',
} as const satisfies Record<SettingName, TermId>;

/** By type of layer. */
export const LAYER_TERMS = {
  conv: 'convolution',
  'separable-conv': 'separable-convolution',
  'max-pool': 'max-pooling',
  'avg-pool': 'average-pooling',
  'global-avg-pool': 'average-pooling',
  'batch-norm': 'batch-normalisation',
  dense: 'dense-layer',
  dropout: 'dropout',
  residual: 'residual-addition',
} as const satisfies Record<LayerType, TermId>;

/** By panel, the words that it speaks in, those that it is about first. */
export const PANEL_TERMS = {
  draw: ['confidence', 'calibration', 'temperature', 'neighbours'],
  preprocessing: ['gradual-images', 'augmentation'],
  augmentation: ['augmentation', 'elastic-distortion', 'overfitting'],
  'learning-curves': [
    'loss',
    'accuracy',
    'epoch',
    'batch-size',
    'validation',
    'overfitting',
    'learning-rate',
  ],
  'confusion-matrix': ['confusion-matrix', 'recall', 'precision'],
  'classification-report': ['precision', 'recall', 'f1', 'support', 'interval'],
  conclusions: ['calibration', 'temperature', 'overfitting', 'interval', 'dead-unit'],
  misclassified: ['confidence', 'softmax', 'test-images'],
  'activation-maps': ['activation-map', 'kernel', 'receptive-field', 'relu', 'logit', 'softmax'],
  filters: ['filter', 'kernel', 'stride', 'padding'],
  why: ['grad-cam', 'saliency', 'gradient', 'logit'],
  interventions: ['intervention', 'filter', 'kernel', 'accuracy'],
  projection: ['projection', 'neighbours'],
  inspector: ['layer', 'parameter', 'loss', 'accuracy'],
  'data-browser': ['data-set', 'training-images', 'validation', 'test-images'],
  'test-image': ['test-images', 'softmax', 'confidence'],
  'own-digits': ['fine-tuning', 'accuracy'],
  runs: ['run', 'seed', 'interval', 'mcnemar'],
  sweeps: ['sweep', 'seed', 'validation', 'interval'],
  library: ['run', 'parameter', 'accuracy'],
  'take-away': ['file-formats', 'parameter'],
  'as-reported': ['accuracy', 'interval', 'test-images'],
  lessons: ['run', 'validation', 'accuracy'],
  report: ['run', 'accuracy', 'confusion-matrix'],
} as const satisfies Record<
  Exclude<PanelId, 'overview'> | 'draw' | 'preprocessing' | 'augmentation',
  readonly TermId[]
>;
