import { type ReactNode, useRef } from 'react';
import { Button } from './Button';

interface FileButtonProps {
  /** At least one file. */
  readonly onChoose: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A button that opens the platform's file picker for any number of files. */
export function FileButton({ onChoose, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onPress={() => input.current?.click()}>{children}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Else choosing the same files again, mended meanwhile, would be no change.
          currentTarget.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
    </>
  );
}
