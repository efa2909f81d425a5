import { formatLocation, isCell } from '../../model/base/location.ts';
import type { Problem, ProblemCode } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import { told } from '../reader.ts';
import { DOUBTS } from './card-doubts.ts';
import { FILE_SENTENCES } from './files.ts';
import { INSPECTION, INSPECTION_SENTENCES } from './inspections.ts';
import type { AllSentences } from './phrases.ts';
import { RESULT_SENTENCES } from './results.ts';
import { ERRORS } from './scorecards.ts';
import { STANDARD_SENTENCES } from './standards.ts';
import { VALUE_SENTENCES } from './values.ts';
import { WAIVER_SENTENCES } from './waivers.ts';
import { WORKBOOK_SENTENCES } from './workbooks.ts';

const SENTENCES: AllSentences = {
  ...FILE_SENTENCES,
  ...VALUE_SENTENCES,
  ...WORKBOOK_SENTENCES,
  ...STANDARD_SENTENCES,
  ...RESULT_SENTENCES,
  ...WAIVER_SENTENCES,
  ...INSPECTION_SENTENCES,
  'bad-scorecard': p => ERRORS[p.defect](p.values),
  'scorecard-doubt': p => DOUBTS[p.doubt](p.values),
  'bad-inspection': p => INSPECTION[p.defect](p.values),
};

export const PROBLEM_CODES = Object.keys(SENTENCES) as readonly ProblemCode[];

const LONGEST = 200;

/** A problem in which no text that was found is longer than a sentence bears. */
const shortened = (problem: Problem): Problem =>
  Object.values(problem).every(value => typeof value !== 'string' || value.length <= LONGEST)
    ? problem
    : (Object.fromEntries(
        Object.entries(problem).map(([name, value]) =>
          typeof value === 'string' && value.length > LONGEST ? [name, `${value.slice(0, LONGEST)}…`] : [name, value],
        ),
      ) as unknown as Problem);

export const problemText = (problem: Problem, lang: Lang): string => told(SENTENCES, 'code', shortened(problem))[lang];

/** Problems of a file as a whole: no line of it is to blame. */
const OF_THE_FILE: ReadonlySet<ProblemCode> = new Set([
  'file-missing',
  'file-unreadable',
  'is-directory',
  'special-file',
  'link-outside',
  'link-to-folder',
  'empty-file',
  'too-large',
  'unknown-format',
  'wrong-content',
  'document-format',
  'form-format',
  'decoded-as',
  'workbook-refused',
  'own-book',
  'unknown-pack',
  'no-results',
  'unknown-name',
  'no-packs',
]);

/** Whether a file as a whole is to blame. */
export const isOfFile = ({ code, location }: Problem): boolean =>
  OF_THE_FILE.has(code) && !isCell(location) && location.line === 1 && location.column === 1;

/** One line: where, what is wrong, what to do. */
export const problemLine = (problem: Problem, lang: Lang): string =>
  `${isOfFile(problem) ? problem.location.file : formatLocation(problem.location)}: ${problemText(problem, lang)}`;
