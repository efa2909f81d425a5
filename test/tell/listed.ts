import type { Lang } from '../../src/model/base/text.ts';
import type { Document } from '../../src/tell/block.ts';
import { paragraph } from '../../src/tell/blocks.ts';
import { type List, ofBook, tableOf } from '../../src/tell/list.ts';

/** A list as it stands in a workbook, with its widths. */
export const listed = <T>({ title, note, columns, items }: List<T>, lang: Lang): Document => ({
  ...{ lang, title, chapters: [] },
  head: [paragraph(note), tableOf({ name: 'list' }, ofBook(columns), items, lang)],
});
