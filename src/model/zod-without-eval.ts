import { config } from 'zod/v4';

// Takes the place of zod (an alias in vite.config.ts), which else finds out by a try whether it may make functions out
// of strings. The page's policy says no, and browsers report each try.
config({ jitless: true });

export * from 'zod/v4';
