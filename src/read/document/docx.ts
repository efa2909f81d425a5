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

/** The lines of the main part: paragraphs with their numbers, and a line for each row of a table. */
const linesOf = (part: Uint8Array, numbers: ListNumbers): readonly string[] => {
  const lines: string[] = [];
  const tables: string[][][] = [];
  const open: Paragraph[] = [];
  let [silent, isText, isHidden, inProperties, inTabs, contents] = [0, false, false, 0, 0, 0];
  const give = (text: string): void => {
    const cells = tables.at(-1);
    if (cells === undefined) lines.push(text);
    else cells.at(-1)?.push(text);
  };
  const say = (text: string): void => {
    const paragraph = open.at(-1);
    if (paragraph !== undefined && silent === 0 && !isHidden && inProperties === 0) paragraph.text += text;
  };
  const describe = (name: string, value: string): void => {
    const paragraph = open.at(-1);
    if (paragraph === undefined) return;
    if (name === 'pStyle') paragraph.style = value;
    else if (name === 'numId') paragraph.list = value;
    else if (name === 'ilvl') paragraph.level = Number(value);
  };
  const endParagraph = (): void => {
    const paragraph = open.pop();
    if (paragraph === undefined || contents > 0 || numbers.isContents(paragraph.style)) return;
    const isEmpty = paragraph.text.trim() === '';
    give(isEmpty ? '' : numbers.next(paragraph) + paragraph.text);
  };
  const endRow = (): void => {
    const cells = tables.pop() ?? [];
    for (const line of rowText(cells)) give(line);
  };
  readXml(part, {
    open: (name, attributes) => {
      if (SILENT.has(name)) silent++;
      if (silent > 0) return;
      if (name === 'p') open.push({ text: '' });
      else if (name === 'pPr') inProperties++;
      else if (name === 'tabs') inTabs++;
      else if (name === 'r') isHidden = false;
      else if (name === 'vanish') isHidden = inProperties === 0 && !['0', 'false'].includes(attributes['w:val'] ?? '');
      else if (name === 't') isText = true;
      else if (name === 'tr') tables.push([]);
      else if (name === 'tc') tables.at(-1)?.push([]);
      else if (name === 'docPartGallery' && /contents|目录/iu.test(attributes['w:val'] ?? '')) contents++;
      else if (inProperties > 0) describe(name, attributes['w:val'] ?? '');
      else if (inTabs === 0) say(own(SIGNS, name) ?? '');
    },
    close: name => {
      if (SILENT.has(name)) silent--;
      else if (silent > 0) return;
      else if (name === 'p') endParagraph();
      else if (name === 'pPr') inProperties--;
      else if (name === 'tabs') inTabs--;
      else if (name === 't') isText = false;
      else if (name === 'tr') endRow();
      else if (name === 'sdt' && contents > 0) contents--;
    },
    text: text => {
      if (isText) say(text);
    },
  });
  return lines;
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
