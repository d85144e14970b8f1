/** The tokens of ui/tokens.css that charts use, as colours Plotly understands: `rgb(…)`. */
const COLOUR_TOKENS = [
  'surface',
  'sunken',
  'line',
  'text',
  'muted',
  'good',
  'bad',
  'train',
  'valid',
] as const;

export interface ChartTheme extends Readonly<Record<(typeof COLOUR_TOKENS)[number], string>> {
  readonly font: string;
}

/**
 * The colours that hold now, as `element` sees them. A custom property keeps its `light-dark()` unresolved; only a real
 * property such as `color` gives the colour itself.
 */
export function readTheme(element: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  // Else it would tell the one colour of text for all of them where colours are forced.
  probe.style.setProperty('forced-color-adjust', 'none');
  // A child a colour: one whose colour is changed in between would have styles computed anew each time that it is read.
  const probes = COLOUR_TOKENS.map((token) => {
    const child = document.createElement('span');
    child.style.color = `var(--${token})`;
    return [token, child] as const;
  });
  probe.append(...probes.map(([, child]) => child));
  element.append(probe);
  const colours = probes.map(([token, child]) => [token, getComputedStyle(child).color] as const);
  const font = getComputedStyle(probe).fontFamily;
  probe.remove();
  return { ...(Object.fromEntries(colours) as Omit<ChartTheme, 'font'>), font };
}
