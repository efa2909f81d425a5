import { formatLocation } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import type { DocumentReader } from '../../src/read/files/open.ts';
import type { PassedOver } from '../../src/read/layouts/grid.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import { commonDictionary, flat, plainSheet, rawWorkbook } from './workbooks.ts';

export type Rows = readonly (readonly (string | number | null)[])[];

const dictionary = await commonDictionary();

const cellOf = ({ location }: Pick<Problem, 'location'>): string =>
  formatLocation(location).replace(/^.*[:!](?=\D)/u, '');

/** What a problem names, in one line: `unread-label A3 大厅层高 3米`. */
const told = (problem: Problem): string => {
  const { code, severity: _, location: __, ...details } = problem;
  const plain = Object.values(details).filter(value => typeof value !== 'object' || Array.isArray(value));
  return [code, cellOf(problem), ...plain.flat()].join(' ').trim();
};

export interface Made {
  /** What each centre declares. */
  readonly centers: readonly Readonly<Record<string, string>>[];
  /** What was made of the rest: what is passed over by its reason, then every problem. */
  readonly rest: readonly string[];
}

/** What is made of every cell of a sheet, whose merged cells are named. */
export const madeOf = async (
  rows: Rows,
  merged: readonly string[] = [],
  read: DocumentReader = readXlsx,
): Promise<Made> => {
  const merges = merged.map(reference => `<mergeCell ref="${reference}"/>`).join('');
  const bytes = rawWorkbook({ 表: plainSheet(rows, merges && `<mergeCells>${merges}</mergeCells>`) });
  const passed: PassedOver[] = [];
  const loaded = await read('file', bytes, dictionary, passed);
  const profiles = (loaded.ok ? loaded.value : []).map(root =>
    readDeclarations({ path: 'file', sha256: '' }, root, dictionary.vocabulary),
  );
  const problems = [...(loaded.ok ? loaded.warnings : loaded.problems), ...profiles.flatMap(one => one.problems)];
  return {
    centers: profiles.map(({ profile }) => flat(profile.facts)),
    rest: [...passed.map(over => `${over.why} ${cellOf(over)}`), ...problems.map(told)],
  };
};
