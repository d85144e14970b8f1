import { saveFile } from './save-file';

/** Has the browser save a text as a file. */
export const saveText = (name: string, type: 'text/plain' | 'text/csv' | 'text/html', text: string): void =>
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
