import { name, sized, unsigned, vector } from './encode';
import { type Callee, FunctionBuilder, TYPE_CODES } from './function';
import type { ValueType } from './values';

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
export const PAGE_BYTES = 65_536;

/** A WebAssembly module in the making: functions on one memory, which is imported as `env.memory`. */
export class ModuleBuilder {
  private readonly functions: { parameters: readonly ValueType[]; exported?: string; bytes: number[] }[] = [];

  /**
   * @param memoryBytes - the least that the memory must have
   */
  constructor(private readonly memoryBytes: number) {}

  /**
   * Adds a function without a result.
   * @param exported - the name that it can be called by from outside
   */
  function(parameters: readonly ValueType[], write: (f: FunctionBuilder) => void, exported?: string): Callee {
    const f = new FunctionBuilder(parameters);
    write(f);
    const index = this.functions.length;
    this.functions.push({ parameters, bytes: f.bytes(), ...(exported && { exported }) });
    return { index };
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const section = (id: number, items: readonly (readonly number[])[]) => [id, ...sized(vector(items))];
    const pages = Math.ceil(this.memoryBytes / PAGE_BYTES);
    const all = this.functions;
    return new Uint8Array([
      ...MAGIC_AND_VERSION,
      ...section(
        1,
        all.map(({ parameters }) => [0x60, ...vector(parameters.map((type) => [TYPE_CODES[type]])), 0x00]),
      ),
      ...section(2, [[...name('env'), ...name('memory'), 0x02, 0x00, ...unsigned(pages)]]),
      ...section(
        3,
        all.map((_, index) => unsigned(index)),
      ),
      ...section(
        7,
        all.flatMap(({ exported }, index) =>
          exported === undefined ? [] : [[...name(exported), 0x00, ...unsigned(index)]],
        ),
      ),
      ...section(
        10,
        all.map(({ bytes }) => sized(bytes)),
      ),
    ]);
  }
}
