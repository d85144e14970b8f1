/**
 * How bright a colour is before black: ITU-R BT.601, as most programs turn pictures to grey.
 * @param red - 0 to 255, as the others
 * @param alpha - 0 transparent to 255
 * @returns 0 to 255, whole
 */
export const brightness = (red: number, green: number, blue: number, alpha = 255): number =>
  Math.round(((0.299 * red + 0.587 * green + 0.114 * blue) * alpha) / 255);
