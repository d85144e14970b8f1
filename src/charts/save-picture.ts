export const PICTURE_FORMATS = ['png', 'svg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Pixels of a saved picture for one of the page's: sharp on paper too. */
export const SAVED_SCALE = 2;

/** Has the browser save a picture as a file. @param address - a `data:` address */
export function savePicture(name: string, format: PictureFormat, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(name)}.${format}`;
  link.click();
}

/** The words of a name, as a file may be called: letters and digits of any script. */
export const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'chart';

export const svgAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** What is on a canvas; as SVG, its pixels within one. */
export function canvasPicture(canvas: HTMLCanvasElement, format: PictureFormat): string {
  const pixels = canvas.toDataURL('image/png');
  const { width, height } = canvas;
  if (format === 'png') return pixels;
  return svgAddress(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<image href="${pixels}" width="${width}" height="${height}" style="image-rendering:pixelated"/></svg>`,
  );
}
