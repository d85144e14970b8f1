const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], output';

/** The live regions that a node stands in or brings along, but for those that are switched off. */
function regionsOf(node: Node): Element[] {
  const element = node instanceof Element ? node : node.parentElement;
  const regions = [element?.closest(LIVE) ?? [], ...(element?.querySelectorAll(LIVE) ?? [])].flat();
  return regions.filter((region) => region.getAttribute('aria-live') !== 'off');
}

/** What a screen reader is told from now on: each new text of each live region. */
export function listen(): { readonly heard: readonly string[]; readonly stop: () => void } {
  const heard: string[] = [];
  const last = new WeakMap<Element, string>();
  for (const region of document.querySelectorAll(LIVE)) last.set(region, region.textContent ?? '');
  const observer = new MutationObserver((changes) => {
    const regions = new Set(
      changes.flatMap(({ target, addedNodes }) => [
        ...regionsOf(target).filter((region) => region.contains(target)),
        ...[...addedNodes].flatMap(regionsOf),
      ]),
    );
    for (const region of regions) {
      const text = region.textContent?.trim() ?? '';
      if (!region.isConnected || text === last.get(region)) continue;
      last.set(region, text);
      if (text !== '') heard.push(text);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  return { heard, stop: () => observer.disconnect() };
}
