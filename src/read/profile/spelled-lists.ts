const MARKS = /[、，,;；\n/／|]+/u;
const CONJUNCTIONS = /以及|[和及与]/u;
/** A word of the centre's own: what follows is one name, whatever marks it holds. */
export const OTHER = /^(?:其他|其它|other)\s*[:：]\s*(.+)$/iu;

/** No term has more marks in its name. */
const MOST_MARKS = 8;

type Known = (name: string) => boolean;

const parted = (text: string, at: RegExp): readonly string[] =>
  text
    .split(at)
    .map(part => part.trim())
    .filter(part => part !== '');

/** The names that a sentence joins, 打印机和文件柜: only where each of them is known, and the whole is not. */
const joined = (text: string, known: Known): readonly string[] => {
  if (known(text)) return [text];
  const names = parted(text, CONJUNCTIONS);
  return names.length > 1 && names.every(known) ? names : [text];
};

/** Parts at the marks 、，; and line breaks, but never inside a name that itself holds such a mark. */
const marked = (text: string, known: Known): readonly string[] => {
  const parts = parted(text, MARKS);
  const names: string[] = [];
  for (let start = 0; start < parts.length; ) {
    let end = OTHER.test(parts[start] ?? '') ? parts.length : Math.min(parts.length, start + MOST_MARKS + 1);
    while (end > start + 1 && !known(parts.slice(start, end).join(''))) end--;
    names.push(end > start + 1 ? parts.slice(start, end).join('、') : (parts[start] ?? ''));
    start = end;
  }
  return names;
};

/** The names that a cell or a line of text lists. */
export const namesListed = (text: string, known: Known): readonly string[] =>
  marked(text, known).flatMap(name => joined(name, known));

/** The names in one entry of a list: one, unless the entry is several known ones that somebody wrote together. */
export const namesInEntry = (text: string, known: Known): readonly string[] => {
  if (known(text) || OTHER.test(text)) return [text];
  const names = namesListed(text, known);
  return names.every(known) ? names : [text];
};
