/** Bytes of the header in front of a member, without its name. */
export const LOCAL_HEADER_BYTES = 30;
/** How a member may be packed, by the number that stands for it. */
export const ZIP_METHODS = { stored: 0, deflated: 8 } as const;
/** Two bits of DEFLATE stand for 258 bytes at most; what packs more tightly is not unpacked here. */
const DEFLATE_RATIO = 1032;

/** What the list at the end of a zip file says of a member; as zip.js names it. */
interface ListedMember {
  readonly offset: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly compressionMethod: number;
  readonly encrypted: boolean;
}

/**
 * Sizes that can't be true, found before anything of that size is made.
 * @param archive - bytes of the whole archive
 * @returns what is wrong with them, in English, as zip.js says what is wrong with others
 */
export function zipSizeFault(member: ListedMember, archive: number): string | undefined {
  const { offset, compressedSize: packed, uncompressedSize: size, compressionMethod, encrypted } = member;
  // zip.js moves places by how much stands in front of the archive, which may be a lie too.
  if (offset < 0) return 'it begins in front of the file';
  if (offset + LOCAL_HEADER_BYTES + packed > archive) return 'its data reach beyond the end of the file';
  // What protects it takes room too.
  if (encrypted) return undefined;
  const isImpossible =
    compressionMethod === ZIP_METHODS.stored ? packed !== size : size > DEFLATE_RATIO * packed;
  return isImpossible ? `${packed} bytes can’t unpack to ${size}` : undefined;
}
