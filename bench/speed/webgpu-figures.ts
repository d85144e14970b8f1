import type { GpuCalls } from '../../tests/fixtures/count-gpu-calls';
import { count, times } from './as-text';
import { rounded } from './rounded';
import { textTable } from './text-table';
import { WEBGPU_OTHERS, WEBGPU_TRAINERS } from './trainers';

/** Of a trainer on WebGPU: how fast it is, and what a step asks of the device. */
export interface WebGpuFigures {
  readonly imagesPerSecond: number;
  readonly dispatchesPerStep: number;
  readonly submitsPerStep: number;
  readonly uploadedBytesPerStep: number;
  /** Of the project's step: its speed over that of the others, by their names. */
  readonly over?: Readonly<Record<string, number>>;
}

/**
 * @param imagesPerSecond - of all trainers, by name; those who could not run have none
 * @param calls - of those on WebGPU, of one step
 */
export function webGpuFigures(
  imagesPerSecond: Readonly<Record<string, number>>,
  calls: ReadonlyMap<string, GpuCalls>,
): Record<string, WebGpuFigures> {
  const rows = Object.keys(imagesPerSecond).flatMap((name) => {
    const own = calls.get(name);
    const speed = imagesPerSecond[name];
    if (!own || speed === undefined) return [];
    const others = WEBGPU_OTHERS.flatMap((other) => {
      const theirs = imagesPerSecond[other];
      return theirs === undefined ? [] : [[other, rounded(speed / theirs)] as const];
    });
    const figures: WebGpuFigures = {
      imagesPerSecond: speed,
      dispatchesPerStep: rounded(own.dispatches),
      submitsPerStep: rounded(own.submits),
      uploadedBytesPerStep: rounded(own.uploadedBytes),
      ...(name in WEBGPU_TRAINERS && { over: Object.fromEntries(others) }),
    };
    return [[name, figures] as const];
  });
  return Object.fromEntries(rows);
}

/** Fastest first. */
export function webGpuTable(figures: Readonly<Record<string, WebGpuFigures>>): string {
  const rows = Object.entries(figures)
    .sort(([, a], [, b]) => b.imagesPerSecond - a.imagesPerSecond)
    .map(([name, of]) => [
      name,
      count(of.imagesPerSecond),
      perStep(of.dispatchesPerStep),
      perStep(of.submitsPerStep),
      perStep(of.uploadedBytesPerStep),
      ...WEBGPU_OTHERS.map((other) => {
        const factor = of.over?.[other];
        return factor === undefined ? '' : times(factor);
      }),
    ]);
  const heads = [
    'on WebGPU',
    'images/s',
    'dispatches a step',
    'submits a step',
    'bytes uploaded a step',
    ...WEBGPU_OTHERS.map((other) => `over ${other}`),
  ];
  return textTable(heads, rows);
}

const perStep = (value: number) => Number(value.toFixed(value < 10 ? 2 : 0)).toLocaleString('en');
