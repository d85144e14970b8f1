import { markOf } from './run-marks';

/** A piece of the line by which the chart shows a run. */
export function RunSwatch({ run }: { readonly run: number }) {
  const { light, dark, dashes } = markOf(run);
  return (
    <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true">
      <line
        x1="1"
        y1="4"
        x2="25"
        y2="4"
        style={{ stroke: `light-dark(${light}, ${dark})` }}
        strokeWidth="2.5"
        strokeDasharray={dashes}
      />
    </svg>
  );
}
