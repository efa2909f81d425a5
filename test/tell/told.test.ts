import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { Lang } from '../../src/model/base/text.ts';
import { documentLines, holdTo } from '../support/lines.ts';
import { SUBJECTS } from './subjects.ts';

/** What is told of each subject, in both languages, to the last width of a column. */
describe.each(Object.entries(SUBJECTS))('%s', (name, tell) => {
  it.each<Lang>(['zh', 'en'])('in %s', async lang => {
    const told = await tell(lang);
    holdTo(join(import.meta.dirname, 'told', `${name}.${lang}.txt`), told.flatMap(documentLines));
  });
});
