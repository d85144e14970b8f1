import { malformed } from './malformed.ts';
import { countIn, type Struct, structIn, textIn } from './thrift.ts';

/** https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift, by their numbers. */
const TYPES = [
  'BOOLEAN',
  'INT32',
  'INT64',
  'INT96',
  'FLOAT',
  'DOUBLE',
  'BYTE_ARRAY',
  'FIXED_LEN_BYTE_ARRAY',
] as const;
type PhysicalType = (typeof TYPES)[number];

/** A column of values, below any lists and structs that it lies in. */
export interface Leaf {
  /** Names from the outside: 'image', 'bytes'. */
  readonly path: readonly string[];
  readonly type: PhysicalType;
  /** Bytes of a value of fixed length. */
  readonly width: number;
  readonly meaning: Meaning;
  /** How many of what it lies in may be missing, and how many are lists. */
  readonly definition: number;
  readonly repetition: number;
}

/** What the values are: numbers, with or without a sign or of 16 bits, texts, bytes, or what no image has, as dates. */
type Meaning = 'number' | 'unsigned' | 'half' | 'text' | 'bytes' | 'other';

const [REQUIRED, REPEATED] = [0, 2];
/** Lists of lists of rows, and some that tables of other things have. */
const DEEPEST = 32;

/** The columns of a file, in their order. @param elements - the tree from its root, each before its children */
export function leavesOf(elements: readonly Struct[]): Leaf[] {
  const leaves: Leaf[] = [];
  let at = 0;
  const visit = (path: readonly string[], definition: number, repetition: number): void => {
    const element = elements[at++] ?? malformed('columns are missing');
    if (path.length > DEEPEST) malformed('columns in columns without an end');
    const isRoot = at === 1;
    const kind = isRoot ? REQUIRED : (countIn(element, 3) ?? REQUIRED);
    const own = isRoot ? path : [...path, textIn(element, 4) ?? ''];
    const levels = [
      definition + (kind === REQUIRED ? 0 : 1),
      repetition + (kind === REPEATED ? 1 : 0),
    ] as const;
    const children = countIn(element, 5) ?? 0;
    for (let i = 0; i < children; i++) visit(own, ...levels);
    if (children > 0 || isRoot) return;
    const type = TYPES[countIn(element, 1) ?? -1] ?? malformed(`a column of no type, ${own.join('.')}`);
    const width = countIn(element, 2) ?? 0;
    leaves.push({
      ...{ path: own, type, width, meaning: meaningOf(element, type, width) },
      ...{ definition: levels[0], repetition: levels[1] },
    });
  };
  visit([], 0, 0);
  return leaves;
}

/** Converted types that are numbers: of 8 to 64 bits, without a sign and with one. */
const [UNSIGNED, SIGNED] = [
  [11, 12, 13, 14],
  [15, 16, 17, 18],
];

function meaningOf(element: Struct, type: PhysicalType, width: number): Meaning {
  const converted = countIn(element, 6);
  const logical = structIn(element, 10);
  const [logicalType] = logical?.keys() ?? [];
  const isText = converted === 0 || converted === 4 || logicalType === 1 || logicalType === 4;
  switch (type) {
    case 'BYTE_ARRAY':
      return isText ? 'text' : converted === undefined && logicalType === undefined ? 'bytes' : 'other';
    case 'FIXED_LEN_BYTE_ARRAY':
      return logicalType === 15 && width === 2 ? 'half' : 'other';
    case 'INT96':
      return 'other';
    case 'BOOLEAN':
    case 'FLOAT':
    case 'DOUBLE':
      return 'number';
    case 'INT32':
    case 'INT64': {
      if (converted !== undefined && UNSIGNED?.includes(converted)) return 'unsigned';
      if (logicalType === 10)
        return structIn(logical as Struct, 10)?.get(2) === false ? 'unsigned' : 'number';
      const isPlain = converted === undefined ? logicalType === undefined : SIGNED?.includes(converted);
      return isPlain ? 'number' : 'other';
    }
    default:
      return type satisfies never;
  }
}
