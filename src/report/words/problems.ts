import { formatLocation, isCell } from '../../model/location.ts';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { FILE_SENTENCES } from './problems/files.ts';
import type { SentencesOf } from './problems/phrases.ts';
import { RESULT_SENTENCES } from './problems/results.ts';
import { STANDARD_SENTENCES } from './problems/standards.ts';
import { VALUE_SENTENCES } from './problems/values.ts';
import { WORKBOOK_SENTENCES } from './problems/workbooks.ts';
import { inspectionText, tableDoubtText, tableErrorText } from './table-problems.ts';
import { WAIVER_SENTENCES } from './waiver-problems.ts';

const SENTENCES: SentencesOf<ProblemCode> = {
  ...FILE_SENTENCES,
  ...VALUE_SENTENCES,
  ...WORKBOOK_SENTENCES,
  ...STANDARD_SENTENCES,
  ...RESULT_SENTENCES,
  ...WAIVER_SENTENCES,
  'bad-table': p => tableErrorText(p.defect, p.values),
  'table-doubt': p => tableDoubtText(p.doubt, p.values),
  'bad-inspection': p => inspectionText(p.defect, p.values),
};

/** What is wrong, and what to do. */
export const problemText = (problem: Problem, lang: Lang): string =>
  (SENTENCES[problem.code] as (problem: Problem) => Bilingual)(problem)[lang];

/** Problems of a file as a whole: no line of it is to blame. */
const OF_THE_FILE: ReadonlySet<ProblemCode> = new Set([
  'file-missing',
  'file-unreadable',
  'is-directory',
  'empty-file',
  'too-large',
  'unknown-format',
  'wrong-content',
  'decoded-as',
  'workbook-refused',
  'unknown-pack',
  'no-results',
  'unknown-name',
]);

const isWhole = ({ code, location }: Problem): boolean =>
  OF_THE_FILE.has(code) && !isCell(location) && location.line === 1 && location.column === 1;

/** One line: where, what is wrong, what to do. */
export const problemLine = (problem: Problem, lang: Lang): string =>
  `${isWhole(problem) ? problem.location.file : formatLocation(problem.location)}: ${problemText(problem, lang)}`;
