const pairsOf = (text: string): ReadonlySet<string> => {
  const signs = [...text].filter(sign => /[\p{L}\p{N}]/u.test(sign));
  return new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`));
};

/** How much of a name a text holds, by pairs of signs: 0 nothing, 1 all. */
export const affinity = (name: string, text: string): number => {
  const [wanted, found] = [pairsOf(name), pairsOf(text)];
  if (wanted.size === 0) return text.includes(name) && name !== '' ? 1 : 0;
  return [...wanted].filter(pair => found.has(pair)).length / wanted.size;
};
