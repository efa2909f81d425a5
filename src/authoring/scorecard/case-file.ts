import * as z from 'zod';
import { distinct } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import { entriesOf, get, itemsOf, type MapEntry, type MapNode, type SourceNode } from '../../model/base/source.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Award, Scorecard } from '../../model/scoring/scorecard.ts';
import { itemsIn } from '../../model/scoring/walk.ts';
import { textOf } from '../../read/scorecard/reading.ts';
import { referTo } from '../../read/scorecard/references.ts';
import { isoDate, readShape } from '../../read/shape.ts';

export type Card = Scheme & { readonly scorecard: Scorecard };

/** What somebody reckoned by hand: a number, or a range; of a row also that it does not count. */
export type Expected = readonly [low: string, high: string];

export const NOT_COUNTED: Expected = ['不计入', '不计入'];

/** What a row, or somebody who is charged, comes to. */
export interface ExpectedOf {
  readonly name: string;
  readonly expected: Expected;
  readonly location: Location;
}

export interface CardCase {
  readonly title: string;
  readonly location: Location;
  readonly facts: readonly MapEntry[];
  readonly entered: readonly MapEntry[];
  readonly asOf?: string;
  readonly total?: Expected;
  /** The names of the grades that are possible. */
  readonly grades?: readonly string[];
  readonly award?: Award;
  readonly rows: readonly ExpectedOf[];
  readonly charges: readonly ExpectedOf[];
}

/** One figure and no other: not the end of 1e3, of 1,000 or of a sum without its result. */
const LAST = /^[^\d.]*?(-?\d+(?:\.\d+)?)\s*分?$/u;

/** The figure that a sum ends with, `30 + 25 = 55`, or a range of two, `62～81` or `62 .. 81`. */
export const expectedIn = (text: string): Expected | undefined => {
  if (NOT_COUNTED.includes(text)) return NOT_COUNTED;
  const ends = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .trim()
    .split(/\.\.|至|到|～|~|–|—/u);
  const figures = ends.map(end => LAST.exec(end.split(/[=→≈]/u).at(-1)?.trim() ?? '')?.[1]);
  const [low, high = low, ...more] = figures;
  return low === undefined || high === undefined || more.length > 0 ? undefined : [low, high];
};

const name = z.union([z.string(), z.number()]);

const reckoned = name.refine(stated => expectedIn(String(stated)) !== undefined, '30 + 25 = 55 | 62～81');

const entries = z.record(z.string(), z.unknown()).nullish();

const stated = {
  facts: entries,
  entered: entries,
  rows: z.record(z.string(), reckoned.nullable()).optional(),
  as_of: isoDate.optional(),
  note: z.unknown().optional(),
};

const AWARDS = ['open', 'barred', 'eligible'] as const satisfies readonly Award[];

const fileSchema = z.strictObject({ base: z.strictObject(stated).optional(), cases: z.array(z.unknown()) });

const caseSchema = z.strictObject({
  ...stated,
  title: name.optional(),
  total: reckoned.optional(),
  grade: name.optional(),
  award: z.enum(AWARDS).optional(),
  charges: z.record(z.string(), reckoned).optional(),
});

const entriesAt = (node: MapNode, key: string): readonly MapEntry[] => entriesOf(get(node, key));

const isNothing = ({ value }: MapEntry): boolean =>
  value.kind === 'scalar' && (value.text === '' || value.text === 'null');

const expectedOf = ({ key, value }: MapEntry): readonly ExpectedOf[] => {
  const expected = expectedIn(textOf(value));
  return expected === undefined ? [] : [{ name: key, expected, location: value.location }];
};

const caseOf = (node: MapNode, base: MapNode, index: number): CardCase => {
  /** What a case says over what all have in common; what it leaves blank is not stated at all. */
  const both = (key: string): readonly MapEntry[] =>
    distinct([...entriesAt(base, key), ...entriesAt(node, key)], entry => entry.key).filter(one => !isNothing(one));
  const total = expectedIn(textOf(get(node, 'total')));
  const grade = textOf(get(node, 'grade'));
  const asOf = textOf(get(node, 'as_of') ?? get(base, 'as_of'));
  const award = AWARDS.find(one => one === textOf(get(node, 'award')));
  return {
    title: textOf(get(node, 'title')) || String(index + 1),
    location: node.location,
    facts: both('facts'),
    entered: both('entered'),
    ...(asOf !== '' && { asOf }),
    ...(total && { total }),
    ...(grade !== '' && { grades: grade.split(/[,、/]/u).map(one => one.trim()) }),
    ...(award && { award }),
    rows: both('rows').flatMap(expectedOf),
    charges: entriesAt(node, 'charges').flatMap(expectedOf),
  };
};

/** Says of a case where it names a row or a grade that there is not, and where it expects nothing. */
const checkCase = (problems: Problem[], one: CardCase, { scorecard, grades }: Card): void => {
  const { rows, grades: expected = [], total, charges, award, location } = one;
  const items = itemsIn(scorecard.forms.flatMap(({ sections }) => sections));
  const titles = items.flatMap(({ id, title }) => [id, title.zh]);
  for (const row of rows) referTo({ problems }, 'item', row.name, titles, row.location);
  const labels = grades.flatMap(({ id, label }) => [id, label.zh]);
  for (const grade of expected) referTo({ problems }, 'grade', grade, labels, location);
  if ([total, award, ...expected, ...rows, ...charges].every(found => found === undefined))
    problems.push(problem('shape', location, { path: 'sheet' in location ? '应得' : 'total', wanted: 'required' }));
};

/** Cases of a file: `base`, and `cases` that differ from it; each expects something, of rows and grades that there are. */
export const casesIn = (root: SourceNode, card: Card): Loaded<readonly CardCase[]> => {
  const problems: Problem[] = [];
  const file = readShape(fileSchema, root, problems) && root.kind === 'map' ? root : undefined;
  const [base, list] = file === undefined ? [] : [get(file, 'base'), get(file, 'cases')];
  const common: MapNode = base?.kind === 'map' ? base : { kind: 'map', entries: [], location: root.location };
  const cases = itemsOf(list).flatMap((node, index) =>
    readShape(caseSchema, node, problems) && node.kind === 'map' ? [caseOf(node, common, index)] : [],
  );
  for (const one of cases) checkCase(problems, one, card);
  return loaded(problems, () => cases);
};
