import type { KeepStore, KeptHeader, Kind } from './keep-store';

/** Whole by its checksum, and not of the shape that it should have. */
class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord';
}

/** A schema of what says its format. */
interface Shape<Value extends { readonly format: number }> {
  readonly shape: { readonly format: { readonly value: Value['format'] } };
  safeParse(body: unknown): { readonly success: true; readonly data: Value } | { readonly success: false };
}

/**
 * @returns undefined where there is none, and where it is of a later format, which is left as it is
 * @throws DamagedRecord where it is not as it was kept, or of another shape: it has been set aside then
 */
export async function readKept<Value extends { readonly format: number }>(
  store: KeepStore,
  kind: Kind,
  id: string,
  schema: Shape<Value>,
): Promise<Value | undefined> {
  const body = await store.read(kind, id);
  return body === undefined ? undefined : ofShape(store, kind, id, body, schema);
}

/** What a list shows of a record, by the same rules. */
export const readAbout = <Value extends { readonly format: number }>(
  store: KeepStore,
  kind: Kind,
  { id, about }: KeptHeader,
  schema: Shape<Value>,
): Promise<Value | undefined> => ofShape(store, kind, id, about, schema);

async function ofShape<Value extends { readonly format: number }>(
  store: KeepStore,
  kind: Kind,
  id: string,
  given: unknown,
  schema: Shape<Value>,
): Promise<Value | undefined> {
  const { format } = Object(given) as { readonly format?: unknown };
  if (Number(format) > schema.shape.format.value) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  await store.setAside(kind, id);
  throw new DamagedRecord(`${kind} ${id} is of another shape`);
}
