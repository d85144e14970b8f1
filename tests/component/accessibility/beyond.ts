/** Whether what is wider can be scrolled to within its own box, or is meant to be cut off there. */
const isClipped = (element: Element): boolean => {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflowX !== 'visible') return true;
  }
  return false;
};

/** Where Plotly measures texts out of sight, in pixels. */
const FAR_AWAY = -1000;

/** What stands beyond the sides of the window, and by how many pixels the page itself can be scrolled sideways. */
export function beyondTheSides(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const out = [...document.body.querySelectorAll('*')].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const { left, right, width, height } = element.getBoundingClientRect();
    // What is hidden from sight for those who hear the page is a pixel wide.
    if (width <= 1 || height <= 1 || right <= FAR_AWAY) return false;
    return (right > clientWidth + 0.5 || left < -0.5) && !isClipped(element);
  });
  return [
    ...(scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} pixels`] : []),
    ...out.map((element) => element.outerHTML.slice(0, 160)),
  ];
}
