import type { Problem } from '../model/base/problem.ts';
import type { Lang, NonEmpty } from '../model/base/text.ts';
import { label } from '../words/labels.ts';
import { isOfFile, problemText } from '../words/problems/problems.ts';
import { pick } from '../words/reader.ts';
import type { Cell, Chapter, Table } from './block.ts';

/** A file that holds no profile that could be read. */
export interface Rejection {
  readonly file: string;
  readonly problems: NonEmpty<Problem>;
}

const where = (problem: Problem): Cell => (isOfFile(problem) ? problem.location.file : { places: [problem.location] });

/** Problems a row each: the place, then what was found, what is accepted, and what to do. */
export const problemTable = (problems: readonly Problem[], lang: Lang): Table => ({
  kind: 'table',
  name: 'problems',
  columns: [
    { title: label('place', lang), kind: 'place', width: 26 },
    { title: pick({ lang }, '问题和改法', 'Problem, and what to do'), kind: 'text', width: 74 },
  ],
  rows: problems.map(problem => ({ cells: [where(problem), problemText(problem, lang)] })),
});

/** Files that could not be audited, each with every reason. */
export const rejections = (rejected: readonly Rejection[], lang: Lang): Chapter | undefined => {
  if (rejected.length === 0) return undefined;
  return {
    name: 'rejected',
    title: pick({ lang }, `未能审核的文件（${rejected.length} 个）`, `Not audited (${rejected.length})`),
    blocks: rejected.flatMap(({ file, problems }) => [
      { kind: 'heading', level: 1, text: file } as const,
      problemTable(problems, lang),
    ]),
  };
};

/** What is to be said of the run and of no centre. */
export const remarks = (notes: readonly Problem[], lang: Lang): Chapter | undefined =>
  notes.length === 0
    ? undefined
    : { name: 'remarks', title: pick({ lang }, '其他情况', 'Other remarks'), blocks: [problemTable(notes, lang)] };
