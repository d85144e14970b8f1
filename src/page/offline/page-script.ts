const entryIn = (page: ParentNode) =>
  page.querySelector('script[type=module][src]')?.getAttribute('src') ?? '';

/** Path of the script that this page begins with, from the page's folder: it tells one version from another. */
export const pageScript = (): string => entryIn(document).replace(/^\.\//, '');

/**
 * Whether the server has another version by now, as where a part of this one could not be fetched.
 * @returns false where that can't be told: no answer, or one that is not this page
 */
export async function isOutdated(): Promise<boolean> {
  const script = pageScript();
  try {
    const response = await fetch(document.baseURI.replace(/[?#].*/, ''), { cache: 'no-store' });
    const entry = /src="\.\/(assets\/index-[\w-]+\.js)"/.exec(await response.text())?.[1];
    return response.ok && entry !== undefined && entry !== script;
  } catch {
    return false;
  }
}
