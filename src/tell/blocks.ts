import { both, type Lang } from '../model/base/text.ts';
import type { Block, Chapter, Column, Field, Figure, LedgerRemark, Row, Table, Text } from './block.ts';

export const table = (name: string, rows: readonly Row[], columns: readonly Column[]): Table => ({
  kind: 'table',
  name,
  columns,
  rows,
});

export const chapter = (name: string, title: string, ...blocks: readonly Block[]): Chapter => ({ name, title, blocks });

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });

export const fields = (rows: readonly Field[]): Block => ({ kind: 'fields', rows });

/** A field with what is said under it; none where nothing is. */
export const fieldOf = (name: string, ...texts: readonly (string | undefined)[]): readonly Field[] => {
  const said = texts.filter(text => text !== undefined && text !== '') as readonly string[];
  return said.length === 0 ? [] : [{ name, texts: said }];
};

/** A line each for those who sign a paper. */
export const signedTable = (lang: Lang, name: number, other: number): Table => {
  const titles = both('姓名|单位|意见|日期', 'Name|Office|Opinion|Date')[lang].split('|');
  const columns = titles.map((title, at): Column => ({ title, kind: 'text', width: at === 0 ? name : other }));
  const blank = { cells: titles.map(() => '') };
  return table('signed', [blank, blank, blank], columns);
};

/** A paragraph that stands back behind what it remarks on. */
export const remark = (text: Text): Block => ({ kind: 'paragraph', tone: 'soft', text });

/** Figures that do not stand out, for a format that draws none. */
export const figureFields = (figures: readonly Figure[]): readonly Field[] =>
  figures.map(({ name, text, reach, of }) => ({
    name,
    texts: [[text, reach, of].filter(part => part !== undefined).join('  ')],
  }));

export const remarkFields = (remarks: readonly LedgerRemark[]): readonly Field[] =>
  remarks.map(({ text, ...rest }) => ({ ...rest, texts: [text] }));
