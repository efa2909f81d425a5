import { readingChange, settledText } from '../../words/findings/readings.ts';
import { pick } from '../../words/reader.ts';
import type { Chapter } from '../block.ts';
import type { Subject } from './subject.ts';

/** Which readings the county decided on, and what another reading would decide otherwise: a line each. */
export const readings = ({ audit, lang }: Subject): Chapter | undefined => {
  const decided = audit.pack.rules.flatMap(rule => (rule.settled ? [settledText(rule, rule.settled, lang)] : []));
  const items = [...decided, ...(audit.otherwise ?? []).map(one => readingChange(one, audit, lang))];
  return items.length === 0
    ? undefined
    : {
        name: 'readings',
        title: pick({ lang }, '条文的读法', 'How the text is read'),
        blocks: [{ kind: 'list', items }],
      };
};
