import type { RunMark } from './run-marks';

/** A piece of the line by which the chart shows a run. */
export const RunSwatch = ({ mark: { light, dark, dashes } }: { readonly mark: RunMark }) => (
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
