/** Opens the platform's file picker for one picture. Has no place on the page, where it would be one more of its files. */
export function pickPicture(onPick: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) onPick(file);
  };
  input.click();
}
