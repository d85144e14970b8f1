/** Beside the page of the bench: uint8 [n, 28, 28] and uint8 [n], without headers. */
export const IMAGES_FILE = 'images.bin';
export const LABELS_FILE = 'labels.bin';
