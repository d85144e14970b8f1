import type { PickedFile } from './picked-file';

/** Nobody means to drop more; a folder of everything would be walked through for minutes. */
const MOST_FILES = 100_001;

/**
 * All files of a drop, those in folders too. To be called while the event is handled: what was dropped is gone after it.
 */
export function droppedFiles(transfer: DataTransfer): Promise<PickedFile[]> {
  const dropped = [...transfer.items].filter(({ kind }) => kind === 'file');
  const roots = dropped.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  return filesOf(roots);
}

async function filesOf(roots: readonly (FileSystemEntry | File | null)[]): Promise<PickedFile[]> {
  const files: PickedFile[] = [];
  for (const root of roots) {
    if (root instanceof File) files.push({ path: root.name, file: root });
    else if (root) await walk(root, root.name, files);
  }
  return files;
}

async function walk(entry: FileSystemEntry, path: string, into: PickedFile[]): Promise<void> {
  if (into.length >= MOST_FILES) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    into.push({ path, file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      // A hundred at a time, until there are none.
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (entries.length === 0) return;
      await Promise.all(entries.map((each) => walk(each, `${path}/${each.name}`, into)));
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
