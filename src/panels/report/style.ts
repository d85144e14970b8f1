import type { Html } from './html';

/** Of the report: as the page, for screens light and dark, and for paper. */
export const STYLE: Html = {
  html: `<style>
:root { color-scheme: light dark; --text: light-dark(#16181d, #eceef2); --muted: light-dark(#59606c, #9aa3b2);
  --line: light-dark(#dfe2e8, #2c313a); --bg: light-dark(#fff, #14171c); --train: light-dark(#2c59e8, #7d9bff);
  --valid: light-dark(#b3541e, #f0a06a); }
body { max-width: 860px; margin: 0 auto; padding: 24px 16px 48px; background: var(--bg); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.5em; } h2 { margin: 1.6em 0 .5em; font-size: 1.1em; }
section { break-inside: avoid-page; } .muted, caption { color: var(--muted); } p { margin: .3em 0; }
.figure { font-size: 2em; font-weight: 650; }
table { border-collapse: collapse; font-size: .92em; } td, th { padding: 3px 9px; border-bottom: 1px solid var(--line);
  text-align: right; font-weight: 400; } th:first-child { text-align: left; } thead th { color: var(--muted); }
.matrix td { min-width: 30px; text-align: center; background: color-mix(in srgb, var(--valid) calc(var(--share) * 100%), transparent); }
.matrix td[data-right] { background: color-mix(in srgb, var(--train) calc(var(--share) * 45%), transparent); }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--muted); font: 11px system-ui, sans-serif; }
svg line { stroke: var(--line); } polyline { fill: none; stroke-width: 1.8; } .train { stroke: var(--train); }
.valid { stroke: var(--valid); } .valid-dot { fill: var(--valid); }
.key { display: flex; gap: 16px; color: var(--muted); font-size: .9em; } .key b { font-weight: 600; }
.key .t { color: var(--train); } .key .v { color: var(--valid); }
.errors { display: flex; flex-wrap: wrap; gap: 12px; margin: 0; padding: 0; list-style: none; }
.errors li { width: 84px; font-size: .82em; line-height: 1.3; break-inside: avoid; }
.errors img { width: 84px; height: 84px; image-rendering: pixelated; background: #000; print-color-adjust: exact; }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 11pt; } td { print-color-adjust: exact; } }
</style>`,
};
