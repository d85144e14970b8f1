/* What browsers do to a page that is translated. */

export type Way = 'replaced' | 'put beside, then taken out' | 'taken out, then put in' | 'wrapped';

/** Each text but what says that it must not be, as Google Translate does it: in two <font> elements. */
export function translate(way: Way): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isTranslated(node as Text)) texts.push(node as Text);
  }
  for (const text of texts) put(text, way);
  return texts.length;
}

function isTranslated(text: Text): boolean {
  const parent = text.parentElement;
  if (!parent || text.data.trim() === '') return false;
  return !parent.closest('[translate=no], font, script, style, svg, textarea, canvas');
}

function put(text: Text, way: Way): void {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  outer.append(inner);
  inner.style.verticalAlign = 'inherit';
  if (way === 'wrapped') {
    text.replaceWith(outer);
    inner.append(text);
    return;
  }
  inner.textContent = `«${text.data}»`;
  const { parentNode: parent, nextSibling: next } = text;
  if (!parent) return;
  if (way === 'replaced') text.replaceWith(outer);
  else if (way === 'taken out, then put in') {
    text.remove();
    parent.insertBefore(outer, next);
  } else {
    parent.insertBefore(outer, text);
    text.remove();
  }
}
