import type { Block, Chapter, Column, Field, Figure, LedgerRemark, Row, Table, Text } from './block.ts';

export const table = (name: string, columns: readonly Column[], rows: readonly Row[]): Table => ({
  kind: 'table',
  name,
  columns,
  rows,
});

export const chapter = (name: string, title: string, ...blocks: readonly Block[]): Chapter => ({ name, title, blocks });

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });

export const fields = (rows: readonly Field[]): Block => ({ kind: 'fields', rows });

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
