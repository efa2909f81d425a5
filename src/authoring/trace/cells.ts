import { isRow } from './layout.ts';
import { type Sentence, solid } from './sentences.ts';

/** The cells of a row, in half-width and without white space. */
export const cellsOf = ({ text }: Pick<Sentence, 'text'>): readonly string[] =>
  text
    .trim()
    .split(/[^\S\n]*\t\s*/u)
    .map(solid);

/** A bare number in a column 面积(平方米) is of its unit. */
export const withUnit = (head: string, cell: string): string => {
  const [, unit = ''] = /\((?:单位:)?([^()]*)\)$/u.exec(head) ?? [];
  return /\d$/u.test(cell) ? cell + unit : cell;
};

/** A sentence as its figures are read: those of a row with the units that stand at the head of its table. */
export const figuredText = (sentence: Sentence, sentences: readonly Sentence[]): string => {
  if (!isRow(sentence.text)) return solid(sentence.text);
  const at = sentences.indexOf(sentence);
  const first = sentences.slice(0, at).findLastIndex(({ text }) => !isRow(text)) + 1;
  const heads = first < at ? cellsOf(sentences[first] ?? sentence) : [];
  return cellsOf(sentence)
    .map((cell, column) => withUnit(heads[column] ?? '', cell))
    .join('');
};
