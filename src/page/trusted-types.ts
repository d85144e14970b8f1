/** What becomes of plain strings where the browser would take them for HTML or for a script's address. */
interface Rules {
  createHTML(text: string): string;
  createScriptURL(address: string): string | null;
}

/**
 * The page makes no HTML of texts. tfjs-vis fills its tables by innerHTML: there a text stays a text. Scripts, which
 * workers are, come from the page's own folder; strings are never run.
 * @param folder - the page's
 */
export const rulesFor = (folder: string): Rules => ({
  createHTML: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  createScriptURL: (address) => (new URL(address, folder).href.startsWith(folder) ? address : null),
});

/** The policy in the built page lets no string pass but by these rules, in browsers that know of Trusted Types. */
export function trustByRules(): void {
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: 'default', rules: Rules): unknown };
  };
  trustedTypes?.createPolicy('default', rulesFor(new URL('.', document.baseURI).href));
}
