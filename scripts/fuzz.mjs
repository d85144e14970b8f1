// Gives the readers of networks and runs spoilt files, 60 seconds each: node scripts/fuzz.mjs [seconds]
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) {
  console.error('For how many seconds? npm run fuzz -- 60');
  process.exit(2);
}
const root = fileURLToPath(new URL('../', import.meta.url));
const { module } = await runnerImport(`${root}bench/fuzz/fuzz.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});
process.exitCode = module.fuzz(seconds) ? 0 : 1;
