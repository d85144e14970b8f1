import { areDigits } from '../../model/class-names';
import { classesOf, type Network } from '../../model/network';
import ownData from './own_data.py?raw';
import { pythonOf } from './python-text';

/**
 * The parts of a program that define where its data come from: `load_mnist()` or, of other classes than the digits,
 * `load_data()`, which reads a file that whoever runs the program has to have.
 * @param classNames - in the order of the outputs
 * @param mnist - the part that defines `load_mnist()`
 */
export function dataParts(classNames: readonly string[], mnist: string): readonly string[] {
  if (areDigits(classNames)) return [mnist];
  return [`# What the outputs stand for, in their order.\nCLASS_NAMES = ${pythonOf(classNames)}`, ownData];
}

/** A part that is written for MNIST, with CLASSES in the place of their number, for the classes of a network. */
export function forClasses(part: string, network: Network, classNames: readonly string[]): string {
  const counted = part.replaceAll('CLASSES', String(classesOf(network)));
  return areDigits(classNames) ? counted : counted.replaceAll('mnist', 'data');
}
