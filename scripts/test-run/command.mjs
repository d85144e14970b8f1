import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A command that hangs is a failure too; on two cores the slowest takes a quarter of this. */
const LIMIT_MS = 20 * 60_000;
/** So that its last words can be printed. */
const KILL_AFTER_MS = 10_000;

const running = new Set();
// Whoever ends the run ends what it has started, a browser included.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of running) child.kill();
    process.exit(1);
  });
}

/**
 * Runs a command of the project's packages and prints what it prints.
 * @param turn - where that goes
 * @returns true where the command ended well and in time
 */
export function runCommand(turn, command, args, env = {}, limitMs = LIMIT_MS) {
  return new Promise((done) => {
    const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
    const child = spawn(join('node_modules', '.bin', command), args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...colours, ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    running.add(child);
    const overdue = setTimeout(() => {
      turn.say(`${command}: not done after ${limitMs / 60_000} minutes, so it is ended`);
      child.kill();
      setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
    }, limitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => turn.write(text));
    }
    const finish = (ok) => {
      clearTimeout(overdue);
      running.delete(child);
      done(ok);
    };
    child.on('error', (error) => {
      turn.say(`${command}: ${error.message}`);
      finish(false);
    });
    child.on('close', (status) => finish(status === 0));
  });
}
