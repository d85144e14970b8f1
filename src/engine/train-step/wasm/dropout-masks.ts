import { STREAMS } from '../../../model/random';
import { sizeOf } from '../../../model/shapes';
import { DROPOUTS_A_STEP } from '../dropout-mask';
import type { KernelPlan } from './kernel-plan';
import { MASK_TURN } from './kernels/dropout';
import { FLOAT_BYTES } from './layout';
import type { StageRegions } from './memory-map';
import type { ProgramExports } from './program';
import type { DropoutStage } from './stage';

interface Dropout {
  readonly stage: DropoutStage;
  readonly regions: NonNullable<StageRegions['dropout']>;
}

/** The dropout masks in the memory of one network's kernels, and which of them are in use. */
export class DropoutMasks {
  private readonly dropouts: readonly Dropout[];

  /** Nothing is dropped at first. */
  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly run: ProgramExports,
    private readonly plan: KernelPlan,
  ) {
    this.dropouts = plan.parts.stages.flatMap((stage, i) => {
      const regions = plan.map.stages[i]?.dropout;
      return stage.kind === 'dropout' && regions ? [{ stage, regions }] : [];
    });
    for (const { ones } of this.dropouts.map(({ regions }) => regions)) {
      new Float32Array(memory.buffer, ones.address, ones.bytes / FLOAT_BYTES).fill(1);
    }
    this.dropNothing();
  }

  /** Draws and uses the masks of some images of a step's batch, the same whatever block they are worked on in. */
  draw(step: number, firstImage: number, images: number): void {
    for (const { stage, regions } of this.dropouts) {
      const { height, width, channels } = stage.input;
      const values = sizeOf([height, width, channels]);
      const first = firstImage * values;
      const skipped = first % MASK_TURN.values;
      const turns = Math.ceil((skipped + images * values) / MASK_TURN.values);
      const index = step * DROPOUTS_A_STEP + stage.number;
      const counter = ((first - skipped) / MASK_TURN.values) * MASK_TURN.counters;
      this.run[`mask${stage.number}`]?.(this.plan.settings.seed, STREAMS.dropout, index, counter, turns);
      this.use(regions.inUse, regions.mask.address + skipped * FLOAT_BYTES);
    }
  }

  dropNothing(): void {
    for (const { regions } of this.dropouts) this.use(regions.inUse, regions.ones.address);
  }

  private use(inUse: number, mask: number): void {
    new Uint32Array(this.memory.buffer, inUse, 1)[0] = mask;
  }
}
