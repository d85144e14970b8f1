/** Too long for the room of a digit. */
export const isWord = (name: string): boolean => name.length > 2;
