import type { Problem } from '../model/base/problem.ts';
import { both, type Lang, type NonEmpty } from '../model/base/text.ts';
import { label } from '../words/names.ts';
import { isOfFile, problemText } from '../words/problems/problems.ts';
import type { Subject } from './audit/subject.ts';
import type { Cell, Chapter, Table } from './block.ts';
import { chapter, heading, table } from './blocks.ts';

/** A file that holds no profile that could be read. */
export interface Rejection {
  readonly file: string;
  readonly problems: NonEmpty<Problem>;
}

const where = (problem: Problem): Cell => (isOfFile(problem) ? problem.location.file : { places: [problem.location] });

/** Problems a row each: the place, then what was found, what is accepted, and what to do. */
const problemTable = (problems: readonly Problem[], lang: Lang): Table => {
  const rows = problems.map(problem => ({ cells: [where(problem), problemText(problem, lang)] }));
  return table('problems', rows, [
    { title: label('place', lang), kind: 'place', width: 26 },
    { title: both('问题和改法', 'Problem, and what to do')[lang], kind: 'text', width: 74 },
  ]);
};

/** What should be said of the profile although it could be read. */
export const warnings = ({ audit: { warnings: problems }, lang }: Subject): Chapter | undefined =>
  problems.length === 0
    ? undefined
    : chapter(
        'warnings',
        both(`申报表中的疑点（${problems.length} 处）`, `Doubts about the profile (${problems.length})`)[lang],
        problemTable(problems, lang),
      );

/** Files that could not be audited, each with every reason. */
export const rejections = (rejected: readonly Rejection[], lang: Lang): Chapter | undefined => {
  if (rejected.length === 0) return undefined;
  return chapter(
    'rejected',
    both(`未能审核的文件（${rejected.length} 个）`, `Not audited (${rejected.length})`)[lang],
    ...rejected.flatMap(({ file, problems }) => [heading(1, file), problemTable(problems, lang)]),
  );
};

/** What is to be said of the run and of no centre. */
export const remarks = (notes: readonly Problem[], lang: Lang): Chapter | undefined =>
  notes.length === 0
    ? undefined
    : chapter('remarks', both('其他情况', 'Other remarks')[lang], problemTable(notes, lang));

/** What does not belong to one centre: files that could not be audited, and what is to be said of the run. */
export const aside = ({
  rejected = [],
  notes = [],
  lang,
}: {
  readonly rejected?: readonly Rejection[];
  readonly notes?: readonly Problem[];
  readonly lang: Lang;
}): readonly Chapter[] => [rejections(rejected, lang), remarks(notes, lang)].filter(told => told !== undefined);
