import type { Browser } from '@playwright/test';
import { parseNetwork } from '../src/model/notation';
import { planOf } from '../src/model/shapes';
import { LabPage } from '../tests/e2e/lab-page';
import { expect, test } from '../tests/e2e/test';
import type { GpuCalls } from '../tests/fixtures/count-gpu-calls';
import { saveResults } from './results';
import { BenchBrowser } from './speed/bench-browser';
import { placeImages } from './speed/bench-images';
import { costsTable } from './speed/costs';
import { onNetwork, speedFigures } from './speed/figures';
import { trainingFlops } from './speed/flops';
import { MADE_IMAGES } from './speed/made-images';
import { OTHER_NETWORKS, RECIPES, REFERENCE_NETWORK } from './speed/networks';
import { pageEntrant } from './speed/page-readout';
import { peakEntrants } from './speed/peak';
import { PyTorch } from './speed/pytorch';
import { alternate, type Entrant, type Rates, reasonOf } from './speed/rounds';
import { madeTable, networksTable, pageTable, trainersSummary, trainersTable } from './speed/tables';
import { JAX_TRAINERS, OWN_TRAINERS, PEERS, TFJS_TRAINERS, WORKERS } from './speed/trainers';
import { webGpuTable } from './speed/webgpu-figures';
import type { TaskSpec } from './speed/worker/task-spec';

const ALL_OTHERS = { ...OTHER_NETWORKS, ...RECIPES };
const ROUNDS = Number(process.env.DIGIT_LAB_ROUNDS ?? 5);

const begun = performance.now();
const say = (sentence: string) =>
  console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${sentence}`);

const mflop = (notation: string) => {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return trainingFlops(planOf(parsed.network)) / 1e6;
};

test('images per second', async ({ browser, context, realData, baseURL }) => {
  await placeImages(realData, baseURL ?? '');
  const bench = await benchRates(browser);
  const pages = await Promise.all(WORKERS.map(async () => new LabPage(await context.newPage(), realData)));
  const entrants = [];
  for (const [i, workers] of WORKERS.entries())
    entrants.push(await pageEntrant(pages[i] as LabPage, workers));
  say('the pages are open');
  const page = await alternate(entrants, ROUNDS, say);

  const mflopPerImage = mflop(REFERENCE_NETWORK.notation);
  const others = Object.entries(ALL_OTHERS);
  const figures = speedFigures({
    bench,
    page,
    calls: bench.calls,
    mflopPerImage: Object.fromEntries(others.map(([name, { notation }]) => [name, mflop(notation)])),
  });
  const parts = { figures, ...bench, mflopPerImage, peers: PEERS };
  const notations = Object.fromEntries(others.map(([name, { notation }]) => [name, notation]));
  const about = `${REFERENCE_NETWORK.notation}, batch 128, Adam, ${mflopPerImage.toFixed(2)} MFLOP an image`;
  const data = realData ? 'MNIST' : 'digits drawn by the tests';
  console.log(`\nImages per second of whole training steps, ${data}; rounds: ${ROUNDS}, figures: medians`);
  console.log(`\nReference network: ${about}\n\n${trainersTable(parts)}`);
  console.log(`\n${trainersSummary(parts).join('\n')}`);
  console.log(`\n${webGpuTable(figures.webgpu)}`);
  console.log(`\nOther networks\n\n${networksTable(figures, notations)}`);
  console.log(`\nWhat more than Adam costs, network wide\n\n${costsTable(figures.networks)}`);
  console.log(`\nImages made for the epochs of a run\n\n${madeTable(figures)}`);
  console.log(`\nThe page itself, reference network\n\n${pageTable(figures)}\n`);
  saveResults(figures);
  expect(
    [...bench.failures.keys(), ...page.failures.keys()].filter((name) => /^(wasm|webgpu)/.test(name)),
  ).toEqual([]);
});

/** Everything but the page takes turns with everything else. */
async function benchRates(browser: Browser): Promise<Rates & { calls: Map<string, GpuCalls> }> {
  const plain = await BenchBrowser.open(browser, 'plain');
  const isolated = await BenchBrowser.open(browser, 'isolated');
  const torch = new PyTorch();
  try {
    const peaks = await peakEntrants(plain);
    const own = await plain.start({ ...OWN_TRAINERS, ...ownOnOtherNetworks() }, say);
    const tfjs = await plain.start(TFJS_TRAINERS, say);
    const jax = await isolated.start(JAX_TRAINERS, say);
    await torch.start(process.env.PYTORCH_PYTHON, say);
    const made = await plain.start(MADE_IMAGES, say);
    const entrants = [
      ...peaks,
      ...made.entrants,
      ...own.entrants,
      ...tfjs.entrants,
      ...jax.entrants,
      ...torch.entrants,
    ];
    const { rates, failures } = await alternate(entrants, ROUNDS, say);
    const ran = ({ name }: Entrant) => !failures.has(name);
    const calls = new Map([
      ...(await gpuCalls(plain, [...own.entrants, ...tfjs.entrants].filter(ran))),
      ...(await gpuCalls(isolated, jax.entrants.filter(ran))),
    ]);
    const all = [made.failures, own.failures, tfjs.failures, jax.failures, torch.failures, failures];
    return { rates, calls, failures: new Map(all.flatMap((some) => [...some])) };
  } finally {
    torch.end();
    await plain.close();
    await isolated.close();
  }
}

/** Of those on WebGPU. */
async function gpuCalls(browser: BenchBrowser, entrants: readonly Entrant[]) {
  const calls = new Map<string, GpuCalls>();
  for (const { name } of entrants.filter(({ name }) => name.includes('webgpu'))) {
    try {
      calls.set(name, await browser.calls(name));
    } catch (error) {
      say(`what ${name} asks of the device was not counted: ${reasonOf(error)}`);
    }
  }
  return calls;
}

function ownOnOtherNetworks(): Record<string, TaskSpec> {
  const specs = Object.entries(ALL_OTHERS).flatMap(([name, network]) =>
    WORKERS.map((workers): [string, TaskSpec] => [
      onNetwork(`wasm-${workers}`, name),
      { kind: 'wasm', network, workers },
    ]),
  );
  return Object.fromEntries(specs);
}
