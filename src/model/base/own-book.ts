import { own } from './text.ts';

/** What workbooks the tool writes of its own, beside forms. */
const MARKS = {
  report: 'duibiao report',
  summary: 'duibiao summary',
  changes: 'duibiao changes',
  site: 'duibiao site',
  record: 'duibiao record',
  pack: 'duibiao pack',
  scorecard: 'duibiao scorecard',
  document: 'duibiao document',
} as const;

export type OwnBook = keyof typeof MARKS;

/** The subject that such a workbook is of by its properties, which programs keep when they save it anew. */
export const bookMark = (kind: OwnBook): string => MARKS[kind];

const KINDS: Readonly<Record<string, OwnBook>> = Object.fromEntries(
  Object.entries(MARKS).map(([kind, mark]) => [mark, kind as OwnBook]),
);

export const markedBook = (subject: string): OwnBook | undefined => own(KINDS, subject);
