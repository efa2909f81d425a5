import { both } from '../../model/base/text.ts';
import { stageLines } from '../../words/scoring/stages.ts';
import type { Chapter } from '../block.ts';
import { chapter, fields } from '../blocks.ts';
import type { Subject } from './subject.ts';

/** The score as declared, as inspected and as settled, with every change between and what it did to the rows. */
export const stages = ({ audit, lang }: Subject): Chapter | undefined => {
  const lines = stageLines(audit, lang);
  return lines.length === 0
    ? undefined
    : chapter(
        'stages',
        both('自评、核查与终审', 'Declared, inspected, settled')[lang],
        fields(lines.map(([name, text]) => ({ name, texts: [text] }))),
      );
};
