import { own } from '../../model/base/own.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import { readXml } from '../../sheets/read/xml.ts';
import { inflate, newBudget, openZip, type Zip } from '../../sheets/read/zip.ts';
import { type ListNumbers, listNumbers, type Numbered } from './list-numbers.ts';
import { rowText } from './rows.ts';

interface Paragraph extends Numbered {
  text: string;
  style?: string;
  list?: string;
  level?: number;
}

/** What is deleted, hidden, written twice, or a list of the headings. */
const SILENT = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rPrChange', 'pPrChange']);

const SIGNS: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '' };

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
    describe: (name: string, value: string): void => {
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

/** The lines of the main part: paragraphs with their numbers, and a line for each row of a table. */
const linesOf = (part: Uint8Array, numbers: ListNumbers): readonly string[] => {
  const page = openPage(numbers);
  let [silent, isText, isHidden, inProperties, inTabs, contents] = [0, false, false, 0, 0, 0];
  const say = (text: string): void => {
    if (silent === 0 && !isHidden && inProperties === 0) page.say(text);
  };
  readXml(part, {
    open: (name, attributes) => {
      if (SILENT.has(name)) silent++;
      if (silent > 0) return;
      if (name === 'p') page.beginParagraph();
      else if (name === 'pPr') inProperties++;
      else if (name === 'tabs') inTabs++;
      else if (name === 'r') isHidden = false;
      else if (name === 'vanish') isHidden = inProperties === 0 && !['0', 'false'].includes(attributes['w:val'] ?? '');
      else if (name === 't') isText = true;
      else if (name === 'tr') page.beginRow();
      else if (name === 'tc') page.beginCell();
      else if (name === 'docPartGallery' && /contents|目录/iu.test(attributes['w:val'] ?? '')) contents++;
      else if (inProperties > 0) page.describe(name, attributes['w:val'] ?? '');
      else if (inTabs === 0) say(own(SIGNS, name) ?? '');
    },
    close: name => {
      if (SILENT.has(name)) silent--;
      else if (silent > 0) return;
      else if (name === 'p') page.endParagraph(contents > 0);
      else if (name === 'pPr') inProperties--;
      else if (name === 'tabs') inTabs--;
      else if (name === 't') isText = false;
      else if (name === 'tr') page.endRow();
      else if (name === 'sdt' && contents > 0) contents--;
    },
    text: text => {
      if (isText) say(text);
    },
  });
  return page.lines;
};

const MAX_PART = 60_000_000;

const partOf = (zip: Zip, name: string): Uint8Array | undefined => {
  const entry = zip.get(name);
  return entry === undefined ? undefined : inflate(entry, newBudget(), MAX_PART);
};

/** The text of a Word document in its order; undefined where the package holds none that can be read. */
export const docxText = (bytes: Uint8Array): string | undefined => {
  try {
    const zip = openZip(bytes);
    const main = partOf(zip, 'word/document.xml');
    if (main === undefined) return undefined;
    const numbers = listNumbers(partOf(zip, 'word/numbering.xml'), partOf(zip, 'word/styles.xml'));
    return `${linesOf(main, numbers).join('\n')}\n`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
};
