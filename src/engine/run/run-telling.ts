import type { EngineEvent } from '../../protocol/engine-api';
import type { RunPhase } from '../../protocol/run';
import type { RunMeter } from './run-meter';

/**
 * Milliseconds between two reports: few at first, so that a run is seen to move at once, then twice as many each time.
 * Each report makes the page draw, on a core that a worker may be training on, and all workers wait for the slowest.
 */
const REPORT_EVERY = { first: 250, most: 1000 } as const;

interface TellingParts {
  readonly emit: (event: EngineEvent) => void;
  readonly now: () => number;
  /** The epochs that the run is to have. */
  readonly epochs: number;
  readonly meter: Pick<RunMeter, 'progress'>;
}

/** Tells how far a run is, and when that is due. */
export class RunTelling {
  private current: RunPhase | undefined;
  private last: number;
  private every: number = REPORT_EVERY.first;

  constructor(private readonly parts: TellingParts) {
    this.last = parts.now();
  }

  get phase(): RunPhase | undefined {
    return this.current;
  }

  /** Whether a report is due; the next one then is later. */
  isDue(): boolean {
    if (this.parts.now() - this.last < this.every) return false;
    this.every = Math.min(REPORT_EVERY.most, 2 * this.every);
    return true;
  }

  progress(finishedEpochs: number): void {
    const { meter, emit, epochs } = this.parts;
    this.last = this.parts.now();
    emit({ type: 'progress', progress: meter.progress(Math.min(finishedEpochs + 1, epochs)) });
  }

  /** Each is told once. */
  tellPhase(phase: RunPhase): void {
    if (phase === this.current) return;
    this.current = phase;
    this.parts.emit({ type: 'phase', phase });
  }
}
