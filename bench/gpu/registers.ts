/** Of an address, a counter and what else the compiler makes up. */
const OTHERS = 4;
const VECTOR = 4;

const DECLARED = /([{}])|\b(?:let|var) (\w+) = ([^;{}]*);/g;
const BOUND = /var<storage, \w+> (\w+): array<(\w+)/g;

interface Block {
  /** Registers that live beside each other in it, without those of the blocks around it. */
  held: number;
  readsWeights: boolean;
}

/**
 * How many 32-bit registers an invocation takes, about: all that the fullest path of nested blocks names, four for a
 * vector. Weights are named long before they are needed, and are the same for neighbours: of a block's one vector counts.
 * @param code - WGSL of a kernel
 */
export function registersOf(code: string): number {
  const sizes = new Map([...code.matchAll(BOUND)].map(([, name, element]) => [name, sizeOfElement(element)]));
  const blocks: Block[] = [{ held: 0, readsWeights: false }];
  let most = 0;
  for (const [, brace, name = '', value = ''] of code.slice(code.indexOf('fn main(')).matchAll(DECLARED)) {
    if (brace === '{') blocks.push({ held: 0, readsWeights: false });
    else if (brace === '}') blocks.pop();
    else {
      const size = sizeOf(value, sizes);
      sizes.set(name, size);
      const block = blocks.at(-1) as Block;
      const isWeight = value.startsWith('w[');
      if (!isWeight) block.held += size;
      else if (!block.readsWeights) block.held += VECTOR;
      block.readsWeights ||= isWeight;
      most = Math.max(
        most,
        blocks.reduce((sum, { held }) => sum + held, 0),
      );
    }
  }
  return most + OTHERS;
}

const sizeOfElement = (element: string | undefined) => (element?.startsWith('vec4') ? VECTOR : 1);

/** Of a value: a vector's where it is made as one, or of something that is one whole. Conditions take none. */
function sizeOf(value: string, sizes: ReadonlyMap<string | undefined, number>): number {
  if (/^(select\()?vec4/.test(value)) return VECTOR;
  if (!value.startsWith('select(') && /[<>]|==|&&|\|\|/.test(value)) return 0;
  const element = /^(\w+)\[[^\]]*\]$/.exec(value);
  if (element) return sizes.get(element[1]) ?? 1;
  // A dot product is a number, and so is a part of a vector.
  const whole = value.replace(/dot\([^)]*\)/g, '').replace(/\w+(\[|\.)/g, '');
  return [...whole.matchAll(/\w+/g)].some(([name]) => sizes.get(name) === VECTOR) ? VECTOR : 1;
}
