/** What systems and programs put beside a person's files: folders, and single files that need not be named. */
const FOLDER = /^(\.[^.].*|__MACOSX|@eaDir)$/;
const FILE = /^(\..*|Thumbs\.db|desktop\.ini)$/i;

/** The folder for whose sake a file is passed over; '' where it is itself such a file; undefined for all others. */
function passedOverFor(path: string): string | undefined {
  const names = path.split('/');
  const file = names.pop() ?? '';
  const folder = names.find((name) => FOLDER.test(name));
  return folder ?? (FILE.test(file) ? '' : undefined);
}

/** Which folders were passed over, and how many files in each. */
export class PassedOver {
  private readonly counts = new Map<string, number>();

  /** @returns whether it is to be passed over */
  takes(path: string): boolean {
    const folder = passedOverFor(path);
    if (folder) this.counts.set(folder, (this.counts.get(folder) ?? 0) + 1);
    return folder !== undefined;
  }

  get names(): string[] {
    return [...this.counts].map(([folder, count]) => `${folder} (${count})`);
  }
}
