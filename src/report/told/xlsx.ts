import { bookMark } from '../../model/base/own-book.ts';
import { bookBytes } from '../../sheets/write/book.ts';
import { putList } from '../workbook/list.ts';
import { FOOTER } from '../workbook/style.ts';
import type { Show } from './index.ts';

const xlsx: Show = async ({ sheets, lang }) =>
  sheets &&
  bookBytes({ creator: 'duibiao', subject: bookMark('changes'), footer: FOOTER[lang] }, book => {
    for (const sheet of sheets()) putList(book, { ...sheet, lang });
  });

export default xlsx;
