import { type ReactNode, useRef } from 'react';
import { Button } from './Button';
import type { PickedFile } from './picked-file';

interface FileButtonProps {
  /** One folder with all that is in it, instead of any number of files. */
  readonly isForFolder?: boolean;
  /** At least one file. */
  readonly onChoose: (files: readonly PickedFile[]) => void;
  readonly children: ReactNode;
}

/** A button that opens the platform's file picker. */
export function FileButton({ isForFolder = false, onChoose, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <Button onPress={() => input.current?.click()}>{children}</Button>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no such attribute.
          if (element) element.webkitdirectory = isForFolder;
        }}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Else choosing the same files again, mended meanwhile, would be no change.
          currentTarget.value = '';
          const picked = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
          if (picked.length > 0) onChoose(picked);
        }}
      />
    </>
  );
}
