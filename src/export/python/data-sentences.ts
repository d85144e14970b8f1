import { areDigits } from '../../model/class-names';
import type { Settings } from '../../model/settings';
import { notDone } from './training-settings';

/** Where the data come from, and what of the page's data is not there, for the head of a program. */
export function dataSentences(settings: Settings, classNames: readonly string[]): string[] {
  if (!areDigits(classNames)) {
    return [
      'The data are read from the file that the environment variable DATA names, or from data.npz: x_train and x_test, uint8',
      '[n, 28, 28], light on dark, and y_train and y_test, uint8 [n], labels that count from 0 as CLASS_NAMES below does.',
      'One training image in twelve validates, drawn from all of them. The page takes the share that was chosen there from',
      'each class by itself, so it has other validation images, and other figures of them.',
    ];
  }
  return [
    'MNIST is read from the folder that the environment variable MNIST_DIR names, or fetched into ./mnist.',
    ...notDoneSentences(settings),
  ];
}

/** What the training does otherwise than the page's did. */
function notDoneSentences(settings: Settings): string[] {
  const missing = notDone(settings);
  if (!missing) return [];
  switch (missing.what) {
    case 'drawn':
      return [
        'The page trained it on digits that it draws itself; this file trains and evaluates it on MNIST.',
      ];
    case 'own':
      return ["The page trained it on a person's own images; this file trains and evaluates it on MNIST."];
    case 'mixed':
      return [
        `The page trained it with digits that it draws itself in the place of ${missing.percent} % of the images; this file has MNIST alone.`,
      ];
    default:
      return missing.what satisfies never;
  }
}
