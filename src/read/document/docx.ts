import { type ListNumbers, listNumbers, type Numbered } from './list-numbers.ts';
import { rowText } from './rows.ts';
import { type OfWord, ofWord, readWord } from './word.ts';

interface Paragraph extends Numbered {
  text: string;
  style?: string;
  list?: string;
  level?: number;
}

/** Where the text goes: paragraphs that are open in one another, and the rows of tables around them. */
const openPage = (numbers: ListNumbers) => {
  const lines: string[] = [];
  const tables: string[][][] = [];
  const open: Paragraph[] = [];
  const give = (text: string): void => {
    const cells = tables.at(-1);
    if (cells === undefined) lines.push(text);
    else cells.at(-1)?.push(text);
  };
  return {
    lines,
    beginParagraph: (): void => void open.push({ text: '' }),
    beginRow: (): void => void tables.push([]),
    beginCell: (): void => void tables.at(-1)?.push([]),
    say: (text: string): void => {
      const paragraph = open.at(-1);
      if (paragraph !== undefined) paragraph.text += text;
    },
    describe: (name: string, value = ''): void => {
      const paragraph = open.at(-1);
      if (paragraph === undefined) return;
      if (name === 'pStyle') paragraph.style = value;
      else if (name === 'numId') paragraph.list = value;
      else if (name === 'ilvl') paragraph.level = Number(value);
    },
    endParagraph: (isListed: boolean): void => {
      const paragraph = open.pop();
      if (paragraph === undefined || isListed || numbers.isContents(paragraph.style)) return;
      const isEmpty = paragraph.text.trim() === '';
      give(isEmpty ? '' : numbers.next(paragraph) + paragraph.text);
    },
    endRow: (): void => {
      for (const line of rowText(tables.pop() ?? [])) give(line);
    },
  };
};

export const docxText = (bytes: Uint8Array): OfWord<string> =>
  ofWord(bytes, (main, partOf) => {
    const page = openPage(listNumbers(partOf('word/numbering.xml'), partOf('word/styles.xml')));
    readWord(main, page);
    return `${page.lines.join('\n')}\n`;
  });
