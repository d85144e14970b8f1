/** One file of the built page. */
export interface PageFile {
  /** From the page's folder; '' is the page itself. */
  readonly path: string;
  /** Of its content: another where that is another. */
  readonly mark: string;
  /** SHA-256 of its content, as `sha256-<base64>`; of the page itself undefined, since a host may add to it. */
  readonly integrity?: string | undefined;
}

/** All files of one version of the page. */
export interface Version {
  readonly files: readonly PageFile[];
  /** Path of the script that the page begins with. Its name has a checksum, which tells versions apart. */
  readonly script: string;
  /** That each kept file is to have: a host may know of no policy, and a meta tag does not reach a worker. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the build says of a file. Of the page, `revision` is the script that it begins with. */
interface Built {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity?: string;
}

/** @throws Error where the page itself is not among the files */
export function versionOf(built: readonly Built[], policy: string): Version {
  const script = built.find(({ url }) => url === '')?.revision;
  if (!script) throw new Error('the page is not among its files');
  return {
    script,
    files: built.map(({ url, revision, integrity }) => ({
      path: url,
      mark: integrity ?? revision ?? '',
      integrity,
    })),
    headers: { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' },
  };
}
