import type { Turn } from './turn.d.mts';

export const SUITES: Record<string, (args: string[], turn: Turn) => Promise<{ ok: boolean }>>;
