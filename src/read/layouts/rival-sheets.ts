import { groupBy } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { MapEntry } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import type { Grid, GridReading } from './grid.ts';
import { CENTER, TOWNSHIP } from './headings.ts';
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

/** A title of what there was or is in a year: 2025年情况, 二、2026年度统计表. */
const OF_YEAR =
  /^(?:[一二三四五六七八九十]、)?(20\d{2})年度?(?!.*(?:计划|规划|目标|拟建))(?:\p{Script=Han}{0,12}(?:情况|[表册]|数据|统计|汇总|现状))?$/u;

/** Two titles of different years on one sheet, each alone in a row above others, that ask for one thing. */
export const rivalYears = (
  { headings }: GridReading,
  { rows, locate }: Pick<Grid, 'rows' | 'locate'>,
): readonly Problem[] => {
  const titles = rows.flatMap(({ row, cells: [only, ...others] }, at) => {
    const [, year] = (others.length === 0 && only && OF_YEAR.exec(only.text.trim())) || [];
    return only && year && (rows[at + 1]?.cells.length ?? 0) > 1 ? [{ row, only, year }] : [];
  });
  const [first] = titles;
  const other = titles.find(({ year }) => year !== first?.year);
  if (first === undefined || other === undefined) return [];
  const asked = (from: number, to = Infinity): ReadonlySet<string> =>
    new Set(
      rows
        .filter(({ row }) => row > from && row < to)
        .flatMap(({ cells }) => cells.flatMap(({ text }) => headings.fact(text)?.definition.id ?? [])),
    );
  const before = asked(first.row, other.row);
  if (![...asked(other.row)].some(id => before.has(id))) return [];
  const [one, two] = [first, other].map(({ only }) => only.text.trim());
  return [
    problem('two-answers', locate(other.row, other.only.column), { one: one ?? '', other: two ?? '', of: 'years' }),
  ];
};

/** What is said twice on a sheet, and differs: the first time and the second. */
const saidTwice = (entries: readonly MapEntry[]) => {
  const said = entries.flatMap(({ key, keyLocation, value }) =>
    value.kind === 'scalar' && value.text.trim() !== ''
      ? [{ key, keyLocation, text: value.text.trim(), at: value.location }]
      : [],
  );
  return [...groupBy(said, ({ key }) => key).values()].flatMap(([one, ...others]) => {
    const other = others.find(({ text }) => one && !text.includes(one.text) && !one.text.includes(text));
    return one && other ? [{ one, other }] : [];
  });
};

/** The forms of two centres on one sheet: each names itself, or lies in its township, or stands below its name, where much is said of both. */
const rivalForms = (entries: readonly MapEntry[], { rows }: Grid): readonly Problem[] => {
  const twice = saidTwice(entries);
  const [named] = [CENTER, TOWNSHIP].flatMap(id => twice.find(({ one }) => one.key === id) ?? []);
  if (named !== undefined)
    return [problem('two-answers', named.other.at, { one: named.one.text, other: named.other.text, of: 'forms' })];
  const names = rows
    .flatMap(({ cells }) => cells.map(({ text }) => text.trim()))
    .filter(text => namedBy([text]) === '名称');
  const [one, other] = new Set(names);
  const [first, second] = twice;
  return one !== undefined && other !== undefined && first !== undefined && second !== undefined
    ? [problem('two-answers', first.other.keyLocation, { one, other, of: 'forms' })]
    : [];
};

/** What a form says where it is of one centre; of two, what is said first, and that they are two. */
export const ofOneCenter = (reading: GridReading, entries: readonly MapEntry[], grid: Grid): readonly MapEntry[] => {
  const rivals = rivalForms(entries, grid);
  append(reading.problems, rivals);
  return rivals.length === 0
    ? entries
    : [...groupBy(entries, ({ key }) => key).values()].flatMap(([first]) => first ?? []);
};
