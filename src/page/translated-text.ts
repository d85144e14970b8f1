/*
 * A browser that translates a page takes text nodes out and puts <font> elements in their place, or puts them into such
 * elements. React goes on with the nodes that it made: it throws where one is to be removed from, or something put before
 * one in, a parent that has it no more, which takes the whole page away (facebook/react#11538), and it changes texts that
 * nobody sees any more. Here what React does to such a node is done to what stands in its place.
 */

/** What stands in the place of a text node that was taken out. */
const standIns = new WeakMap<Node, Element>();

/** From now on, for all pages of this window; for good. */
export function surviveTranslation(): void {
  mendMethods();
  const rewritten = new MutationObserver((records) => {
    for (const { target } of records) putBack(target);
  });
  new MutationObserver((records) => {
    for (const [text, standIn] of translated(records)) {
      standIns.set(text, standIn);
      // A node that is in no document can be watched too.
      rewritten.observe(text, { characterData: true });
    }
  }).observe(document.body, { childList: true, subtree: true });
}

const isText = (node: Node | null): node is Text => node?.nodeType === Node.TEXT_NODE;
const isFont = (node: Node | null): node is Element => node?.nodeName === 'FONT';

/**
 * Texts that were taken out for a translation: in one step with it, after it was put beside them, or before it was put
 * where they were. Each translation is that of one text.
 */
function translated(records: readonly MutationRecord[]): [text: Text, standIn: Element][] {
  const free = new Map(records.flatMap((record) => pairedWith(record, [...record.addedNodes].find(isFont))));
  if (free.size === 0) return [];
  return records.flatMap((record, i) => {
    const texts = [...record.removedNodes].filter(isText).filter((text) => !text.isConnected);
    return texts.flatMap((text) => {
      const ways = [
        record,
        ...records.slice(0, i).filter(isBeside(text)),
        ...records.slice(i).filter(isAt(record)),
      ];
      const put = ways.find((way) => free.has(way));
      const standIn = put && free.get(put);
      if (put) free.delete(put);
      return pairedWith(text, standIn);
    });
  });
}

const pairedWith = <Key>(key: Key, value: Element | undefined): [Key, Element][] =>
  value ? [[key, value]] : [];

const isBeside = (text: Text) => (put: MutationRecord) =>
  put.nextSibling === text || put.previousSibling === text;

const isAt = (taken: MutationRecord) => (put: MutationRecord) =>
  put.target === taken.target &&
  put.nextSibling === taken.nextSibling &&
  put.previousSibling === taken.previousSibling;

/** A text has changed that its translation hides: the new one is shown, until it is translated too. */
function putBack(text: Node): void {
  const standIn = standIns.get(text);
  standIns.delete(text);
  if (!text.isConnected && isText(text)) standIn?.replaceWith(text);
}

function mendMethods(): void {
  const { removeChild, insertBefore, appendChild } = Node.prototype;
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    const there = placeIn(this, child);
    if (there) removeChild.call(this, there);
    return child;
  };
  Node.prototype.insertBefore = function <Child extends Node>(
    this: Node,
    child: Child,
    next: Node | null,
  ): Child {
    dropStandIn(child);
    insertBefore.call(this, child, next && placeIn(this, next));
    return child;
  };
  Node.prototype.appendChild = function <Child extends Node>(this: Node, child: Child): Child {
    dropStandIn(child);
    appendChild.call(this, child);
    return child;
  };
}

/**
 * The child of `parent` that shows what `node` did: mostly `node` itself.
 * @returns null where a text has gone without a trace; what is no text is for the browser to judge
 */
function placeIn(parent: Node, node: Node): Node | null {
  if (node.parentNode === parent) return node;
  let outer: Node = node;
  while (isFont(outer.parentNode)) outer = outer.parentNode;
  if (outer !== node && outer.parentNode === parent) return outer;
  const standIn = standIns.get(node);
  if (standIn?.parentNode === parent) return standIn;
  return isText(node) ? null : node;
}

function dropStandIn(node: Node): void {
  const standIn = isText(node) ? standIns.get(node) : undefined;
  if (!standIn) return;
  standIns.delete(node);
  standIn.remove();
}
