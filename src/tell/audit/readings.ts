import { readingLines } from '../../words/findings/readings.ts';
import { pick } from '../../words/reader.ts';
import type { Chapter } from '../block.ts';
import { chapter } from '../blocks.ts';
import type { Subject } from './subject.ts';

/** Which readings the county settled, and what other ones would ask of this level: a line each. */
export const readings = ({ audit, lang }: Subject): Chapter | undefined => {
  const items = readingLines(audit, lang);
  return items.length === 0
    ? undefined
    : chapter('readings', pick({ lang }, '条文的读法', 'How the text is read'), { kind: 'list', items });
};
