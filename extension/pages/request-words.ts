// Which words of a kind no are for which kind of work.

/** Key of the words for a kind of work; '' and other have those for any. */
export const wordsFor = (setting: string): string =>
  `reflect_request_to_${setting === '' || setting === 'other' ? 'any' : setting.replaceAll('-', '_')}`;
