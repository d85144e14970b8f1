import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { IMAGES_PATH, LABELS_PATH } from './bench-images';
import { type Entrant, reasonOf } from './rounds';

const SCRIPT = fileURLToPath(new URL('pytorch_step.py', import.meta.url));
const TURN_SECONDS = 0.8;
const THREADS = { 'pytorch-1': 1, 'pytorch-2': 2 } as const;

/** PyTorch on the same images, outside the browser, with one thread and with two. */
export class PyTorch {
  readonly entrants: Entrant[] = [];
  readonly failures = new Map<string, string>();
  private readonly processes: TorchProcess[] = [];

  /** @param python - the interpreter to use, or undefined for none */
  async start(python: string | undefined, say: (sentence: string) => void): Promise<void> {
    for (const [name, threads] of Object.entries(THREADS)) {
      try {
        if (!python) throw new Error('PYTORCH_PYTHON names no Python that can import torch');
        const torch = new TorchProcess(python, threads);
        this.processes.push(torch);
        await torch.line();
        this.entrants.push({ name, turn: () => torch.turn() });
        say(`${name} is warm`);
      } catch (error) {
        this.failures.set(name, reasonOf(error));
        say(`${name} does not run: ${reasonOf(error)}`);
      }
    }
  }

  end(): void {
    for (const torch of this.processes) torch.end();
  }
}

/** Answers every line with one line: the first comes of itself when it is warm. */
class TorchProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private complaint = '';

  constructor(python: string, threads: number) {
    this.child = spawn(python, [SCRIPT, String(threads), IMAGES_PATH, LABELS_PATH]);
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.child.stderr.on('data', (text: Buffer) => {
      this.complaint = `${this.complaint}${text}`.slice(-4000);
    });
    this.child.on('error', (error) => {
      this.complaint = error.message;
    });
    this.child.stdin.on('error', () => undefined);
  }

  async line(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error(this.complaint.trim().split('\n').at(-1) || 'the process ended');
    return value;
  }

  /** @returns images a second */
  async turn(): Promise<number> {
    this.child.stdin.write(`${TURN_SECONDS}\n`);
    return Number(await this.line());
  }

  end(): void {
    this.child.kill();
  }
}
