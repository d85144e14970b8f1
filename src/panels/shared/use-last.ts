import { useState } from 'react';

/** A value, or the last one there was while there is none: so that a picture stays until the next one has come. */
export function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
