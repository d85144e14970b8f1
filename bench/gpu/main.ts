import { parseArgs } from 'node:util';
import { saveResults } from '../results';
import { reasonOf } from '../speed/rounds';
import { adapterAtHand, provideGpu } from './device';
import { benchImages } from './images';
import { timeKernels } from './kernels';
import { LIMIT_MS } from './pace';
import { paper } from './paper';
import { compareSteps } from './parity';
import { measureSpeed } from './speed';

const begun = performance.now();
const say = (sentence: string) =>
  console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${sentence}`);

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    parity: { type: 'string' },
    kernels: { type: 'boolean', default: false },
    paper: { type: 'boolean', default: false },
  },
});

/** @returns whether all is well */
async function run(): Promise<boolean> {
  if (values.paper) {
    console.log(paper());
    return true;
  }
  await provideGpu(process.env.DIGIT_LAB_WEBGPU);
  const adapter = await adapterAtHand();
  console.log(`Adapter: ${adapter.info || adapter.name}${adapter.software ? ', in software' : ''}`);
  console.log(`Driver: ${process.env.VK_DRIVER_FILES ?? 'what the system has'}`);
  console.log(`Features: ${adapter.features.join(', ') || 'none of those that are asked for'}`);
  if (values.parity) {
    const parity = await compareSteps(Number(values.parity), say);
    saveResults({ adapter, parity });
    return parity.departures.length === 0;
  }
  setTimeout(() => {
    console.error(`Not done in ${LIMIT_MS / 60_000} minutes.`);
    process.exit(1);
  }, LIMIT_MS);
  const images = await benchImages(process.cwd(), process.env.MNIST_DIR);
  if (values.kernels) {
    saveResults({ adapter, kernels: await timeKernels(images.images) });
    return true;
  }
  const results = await measureSpeed({ adapter, rounds: Number(values.rounds), images }, say);
  saveResults(results);
  return Object.keys(results.failures).every((name) => !name.startsWith('webgpu'));
}

// Dawn and the workers of the peak would go on for ever.
run().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    console.error(reasonOf(error));
    process.exit(2);
  },
);
