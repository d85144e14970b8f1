export function withBusyCores<Result>(
  work: (processes: readonly number[]) => Promise<Result>,
  cores?: number,
): Promise<Result>;
