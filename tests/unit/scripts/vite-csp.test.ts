import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, OTHER_HEADERS } from '../../../scripts/vite-csp';

const BASIS = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self' https://raw.githubusercontent.com",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

describe('the policy', () => {
  it('is, as a header, line by line what it should be', () => {
    expect(contentSecurityPolicy('header').split('; ')).toEqual([...BASIS, "frame-ancestors 'none'"]);
  });

  it('is the same in the built page but for what a meta tag can not say, and has Trusted Types', () => {
    expect(contentSecurityPolicy('meta').split('; ')).toEqual([
      ...BASIS,
      'trusted-types default',
      "require-trusted-types-for 'script'",
    ]);
  });

  it('lets only scripts with the nonce run inline in development, and still evaluates no string', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc' });
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'nonce-abc';");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('stands in the README as hosts are to send it, with the other headers', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain(`Content-Security-Policy: ${contentSecurityPolicy('header')}\n`);
    for (const [name, value] of Object.entries(OTHER_HEADERS))
      expect(readme).toContain(`${name}: ${value}\n`);
  });
});
