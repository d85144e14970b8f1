import type { Readings } from '../../protocol/data/images';
import type { Evaluation } from '../../protocol/run';
import type { DataInUse } from '../data/active-dataset';

/** The last evaluation on the validation images of some data, which need not be read again while the weights are the same. */
export class ValidationCache {
  private readonly last = new WeakMap<DataInUse, Readings>();

  put(readings: Readings, data: DataInUse): void {
    if (readings.part === 'validation') this.last.set(data, readings);
  }

  get(weightsVersion: number, data: DataInUse): Evaluation | undefined {
    const last = this.last.get(data);
    return last?.weightsVersion === weightsVersion ? last.evaluation : undefined;
  }
}
