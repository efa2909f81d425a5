import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { namedBy } from './turned.ts';

/** A sheet of which something was read; `says` is false of one that does not name its centre. */
export interface ReadSheet {
  readonly name: string;
  readonly start: Location;
  readonly says: boolean;
}

const YEAR = /(?<!\d)20\d{2}(?!\d)/u;

const yearOf = ({ name }: ReadSheet): string | undefined => YEAR.exec(name)?.[0];

const rivals = (of: 'years' | 'places', one: ReadSheet, other: ReadSheet): Problem =>
  problem('two-answers', other.start, { one: one.name, other: other.name, of });

/** Sheets that cannot be of one centre, by their names: of two years, or of two places that do not both name their centre. */
export const rivalSheets = (sheets: readonly ReadSheet[]): readonly Problem[] => {
  const dated = sheets.filter(sheet => yearOf(sheet) !== undefined);
  const [first] = dated;
  const other = dated.find(sheet => first !== undefined && yearOf(sheet) !== yearOf(first));
  if (first !== undefined && other !== undefined) return [rivals('years', first, other)];
  const names = new Set(sheets.map(({ name }) => name.trim()));
  const silent = sheets.find(({ says }) => !says);
  const [next] = sheets.filter(sheet => sheet !== silent);
  const arePlaces = names.size > 1 && namedBy([...names]) !== undefined;
  return arePlaces && silent !== undefined && next !== undefined ? [rivals('places', next, silent)] : [];
};
