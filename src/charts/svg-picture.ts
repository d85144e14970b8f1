import { type PictureFormat, SAVED_SCALE, svgAddress } from './save-picture';

/**
 * A drawing that is in the page as SVG and says all of its looks itself, as a picture on this colour.
 * @returns a `data:` address
 */
export async function svgPicture(
  svg: SVGSVGElement,
  format: PictureFormat,
  surface: string,
): Promise<string> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.background = surface;
  const address = svgAddress(new XMLSerializer().serializeToString(copy));
  if (format === 'svg') return address;
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(SAVED_SCALE * width);
  canvas.height = Math.round(SAVED_SCALE * height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
