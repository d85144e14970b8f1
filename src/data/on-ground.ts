/** A picture without transparent places. */
interface Laid {
  readonly brightness: Uint8Array | Uint16Array;
  /** It lies on white, because what can be seen of it is dark. */
  readonly isOnWhite: boolean;
}

/**
 * Lays a picture on the ground that makes it visible: what is dark on white, what is light on black.
 * @param opacity - of each pixel, 0 transparent to 255
 * @param most - what stands for white
 */
export function onGround(
  brightness: Uint8Array | Uint16Array,
  opacity: Uint8Array | undefined,
  most = brightness instanceof Uint8Array ? 255 : 65_535,
): Laid {
  if (!opacity?.some((one) => one < 255)) return { brightness, isOnWhite: false };
  let [light, weight] = [0, 0];
  for (let i = 0; i < opacity.length; i++) {
    light += (brightness[i] as number) * (opacity[i] as number);
    weight += opacity[i] as number;
  }
  const isOnWhite = weight > 0 && light / weight < most / 2;
  const ground = isOnWhite ? most : 0;
  const laid = brightness.map((value, i) => {
    const share = (opacity[i] as number) / 255;
    return Math.round(value * share + ground * (1 - share));
  });
  return { brightness: laid, isOnWhite };
}
