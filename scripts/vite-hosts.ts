import { hostname } from 'node:os';

/**
 * Names by which others in the same network open the page, as in a class room: `npm start -- --host`. Vite lets in
 * addresses of four numbers by itself, and no other names: a web site could have its own name mean this machine.
 * @param name - of this machine, with or without its domain
 * @returns in small letters, as they stand in a request
 */
export function ownNames(name = hostname()): string[] {
  const [first = ''] = name.toLowerCase().split('.');
  return [...new Set([name.toLowerCase(), first, `${first}.local`])].filter((own) => /^[^.]/.test(own));
}
