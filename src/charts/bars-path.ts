/** The outline of the bars as an SVG path, 1 wide and 1 high, the highest bar as high as that. */
export function barsPath(heights: ArrayLike<number>): string {
  let highest = 1;
  for (let bar = 0; bar < heights.length; bar++) highest = Math.max(highest, heights[bar] as number);
  const width = 1 / Math.max(1, heights.length);
  const steps = Array.from(heights, (height, bar) => {
    const top = Number((1 - height / highest).toFixed(4));
    return `V${top}H${Number(((bar + 1) * width).toFixed(4))}`;
  });
  return `M0 1${steps.join('')}V1Z`;
}
