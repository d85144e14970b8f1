import { name, sized, unsigned, vector } from './encode';
import { type Callee, FunctionBuilder, TYPE_CODES } from './function';
import type { ValueType } from './values';

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
export const PAGE_BYTES = 65_536;

/** A WebAssembly module in the making: functions on one memory, which is imported as `env.memory`. */
export class ModuleBuilder {
  private readonly functions: { name: string; parameters: readonly ValueType[]; bytes: number[] }[] = [];

  /** @param memoryBytes - the least that the memory must have */
  constructor(private readonly memoryBytes: number) {}

  /**
   * Adds a function without a result, exported under its name, which profilers show too.
   * @param given - a second function of a name gets a number behind it
   */
  function(given: string, parameters: readonly ValueType[], write: (f: FunctionBuilder) => void): Callee {
    const f = new FunctionBuilder(parameters);
    write(f);
    const index = this.functions.length;
    const isTaken = (text: string) => this.functions.some((other) => other.name === text);
    this.functions.push({ name: isTaken(given) ? `${given} ${index}` : given, parameters, bytes: f.bytes() });
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
        all.map((own, index) => [...name(own.name), 0x00, ...unsigned(index)]),
      ),
      ...section(
        10,
        all.map(({ bytes }) => sized(bytes)),
      ),
      ...nameSection(all.map((own) => own.name)),
    ]);
  }
}

/** The custom section that says what the functions are called (specification, appendix 7.4). */
function nameSection(names: readonly string[]): number[] {
  const FUNCTION_NAMES = 1;
  const functions = vector(names.map((own, index) => [...unsigned(index), ...name(own)]));
  return [0, ...sized([...name('name'), FUNCTION_NAMES, ...sized(functions)])];
}
