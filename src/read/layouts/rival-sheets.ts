import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { MapEntry } from '../../model/base/source.ts';
import { namedBy } from './place-names.ts';

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

/** The forms of two centres below one another on one sheet: one names another centre, or lies in another township, than the first. */
export const rivalForms = (entries: readonly MapEntry[]): readonly Problem[] => {
  const said = entries.flatMap(({ key, value }) =>
    value.kind === 'scalar' && value.text.trim() !== '' ? [{ key, text: value.text.trim(), at: value.location }] : [],
  );
  const two = ['center.name', 'center.township'].flatMap(id => {
    const [one, ...others] = said.filter(({ key }) => key === id);
    const other = others.find(({ text }) => one && !text.includes(one.text) && !one.text.includes(text));
    return one && other ? [problem('two-answers', other.at, { one: one.text, other: other.text, of: 'forms' })] : [];
  });
  return two.slice(0, 1);
};
