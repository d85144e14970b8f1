import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const SPIN = fileURLToPath(new URL('spin.mjs', import.meta.url));

/** Does something while every core is kept busy by something else. */
export async function withBusyCores(work, cores = availableParallelism()) {
  const spinners = Array.from({ length: cores }, () =>
    spawn(process.execPath, [SPIN], { stdio: ['pipe', 'ignore', 'inherit'] }),
  );
  try {
    return await work(spinners.map(({ pid }) => pid));
  } finally {
    await Promise.all(
      spinners.map(async (spinner) => {
        const ended = once(spinner, 'exit');
        spinner.kill('SIGKILL');
        await ended;
      }),
    );
  }
}
