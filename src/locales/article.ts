/** In English: 'an 8', 'a 3', 'an 11', 'an ankle boot'. By the letters, so 'a unit' comes out wrong. */
export const withArticle = (name: string): string =>
  `${/^(8|1[18](?!\d)|[aeiou])/i.test(name) ? 'an' : 'a'} ${name}`;
