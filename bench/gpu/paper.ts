import { parseNetwork } from '../../src/model/notation';
import { planOf } from '../../src/model/shapes';
import { BATCH, OTHER_NETWORKS, REFERENCE_NETWORK } from '../speed/networks';
import { type Dispatch, dispatchesOf } from './dispatches';
import { type Assumption, dispatchTime, type Gpu, stepTime } from './expected';

const INTEGRATED: Gpu = { name: 'integrated', flops: 2e12, bandwidth: 60e9, lanes: 768 };
const LAPTOP: Gpu = { name: "laptop's", flops: 10e12, bandwidth: 250e9, lanes: 2560 };
const GPUS = [INTEGRATED, LAPTOP];

/** From the costs that bench/README.md names the sources of. */
const BEST: Assumption = { efficiency: 0.6, dispatch: 5e-6, submit: 30e-6, answer: 5e-3 };
const WORST: Assumption = { efficiency: 0.3, dispatch: 7e-6, submit: 70e-6, answer: 15e-3 };

/** Markdown: what a step of the default network asks of a GPU, dispatch by dispatch, and how fast that should be. */
export function paper(): string {
  const { notation } = OTHER_NETWORKS.wide;
  const dispatches = dispatchesFor(notation);
  const heads = [
    'dispatch',
    'MFLOP',
    'MB',
    'workgroups',
    'invocations',
    'registers',
    ...GPUS.map(({ name }) => `${name}, µs`),
  ];
  const rows = dispatches.map((dispatch) => [
    dispatch.name,
    ...work(dispatch),
    whole(dispatch.workgroups),
    whole(dispatch.invocations),
    whole(dispatch.registers),
    ...GPUS.map((gpu) => range((by) => 1e6 * dispatchTime(dispatch, gpu, by))),
  ]);
  const all = [
    'a step',
    ...work(sumOf(dispatches)),
    '',
    '',
    '',
    ...GPUS.map((gpu) => range((by) => 1e6 * stepTime(dispatches, gpu, by))),
  ];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [heads, heads.map(() => '---'), ...rows, all].map(row).join('\n');
  const sentences = [notation, REFERENCE_NETWORK.notation].map(expectation);
  return `${table}\n\n${sentences.join('\n\n')}`;
}

/** Images a second that a network's step should make of each GPU. */
function expectation(notation: string): string {
  const dispatches = dispatchesFor(notation);
  const [flops, bytes] = work(sumOf(dispatches));
  const speeds = GPUS.map((gpu) => {
    const speed = range((by) => BATCH / stepTime(dispatches, gpu, by));
    return `${speed} images/s on the ${gpu.name} GPU`;
  });
  return `\`${notation}\`, batch ${BATCH}: ${dispatches.length} dispatches, ${flops} MFLOP, ${bytes} MB a step: ${speeds.join(', ')}.`;
}

function dispatchesFor(notation: string): Dispatch[] {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return dispatchesOf(planOf(parsed.network), BATCH);
}

const sumOf = (dispatches: readonly Dispatch[]) => ({
  flops: dispatches.reduce((sum, { flops }) => sum + flops, 0),
  bytes: dispatches.reduce((sum, { bytes }) => sum + bytes, 0),
});

const whole = (value: number) => Math.round(value).toLocaleString('en');
/** Three digits are more than such an estimate has. */
const about = (value: number) => Number(value.toPrecision(value < 10 ? 2 : 3)).toLocaleString('en');

const work = ({ flops, bytes }: Pick<Dispatch, 'flops' | 'bytes'>) => [
  about(flops / 1e6),
  about(bytes / 1e6),
];

/** From the lower to the higher. */
function range(value: (by: Assumption) => number): string {
  const [low, high] = [value(BEST), value(WORST)].sort((a, b) => a - b).map(about);
  return `${low} to ${high}`;
}
