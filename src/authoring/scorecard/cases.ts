import { sumOfDecimals } from '../../model/base/exact.ts';
import type { Location } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { MapEntry, MapNode, SourceNode } from '../../model/base/source.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import { entryWith } from '../../model/scoring/rows.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readInspection } from '../../read/inspection/inspection.ts';
import { readDeclarations } from '../../read/profile/profile.ts';
import { textOf } from '../../read/scorecard/reading.ts';
import { list, map, words } from '../../read/scorecard/sheet/nodes.ts';
import { type Card, type CardCase, type Expected, type ExpectedOf, NOT_COUNTED } from './case-file.ts';
import { weighed } from './reach.ts';

/** Where a case comes to something else than was reckoned: the row, or the whole where it is empty. */
export interface Difference {
  readonly title: string;
  readonly row: string;
  readonly expected: string;
  readonly actual: string;
  readonly location: Location;
}

/** An option may go by its points, where only one has so many. */
const optionOf = ({ scorecard }: Card, entry: string, value: SourceNode): SourceNode => {
  const options = entryWith(scorecard.entries, entry)?.options ?? [];
  const [only, ...more] = options.filter(({ points }) => Number(points) === Number(textOf(value)));
  return only === undefined || more.length > 0 ? value : words(only.id, value.location);
};

const recordOf = ({ entered, location }: CardCase, scheme: Card): MapNode => {
  const line = ({ key, value: stated }: MapEntry): MapNode => {
    const value = optionOf(scheme, key, stated);
    return map(value.location, { entry: words(key, value.location), value, reason: words('算例', value.location) });
  };
  const said = (text: string): SourceNode => words(text, location);
  const head = { stage: said('核查'), person: said('算例'), level: said('算例') };
  return map(location, { ...head, lines: list(entered.map(line), location) });
};

const isSame = (a: string, b: string): boolean => a === b || Number(a) === Number(b);

const rangeText = ([low, high]: Expected): string => (isSame(low, high) ? low : `${low}～${high}`);

const isGraded = (names: readonly string[], { grade: { candidates } }: ScorecardResult): boolean =>
  names.length === candidates.length &&
  names.every(name => candidates.some(({ id, label }) => [id, label.zh].includes(name)));

/** What comes of a row that is not on the form of the centre. */
const NOT_SCORED: Expected = ['—', '—'];

const pointsOf = (row: string, { items }: ScorecardResult): Expected => {
  const item = items.find(({ item: id, title }) => id === row || title.zh === row);
  if (item === undefined) return NOT_SCORED;
  return item.low.excluded && item.high.excluded ? NOT_COUNTED : [item.low.points, item.high.points];
};

const chargedTo = (who: string, { charges }: ScorecardResult): Expected => {
  const own = charges.filter(({ subject }) => (typeof subject === 'object' ? subject?.zh : subject) === who);
  const most = own.map(({ amount }) => amount[1]);
  const known = most.filter(amount => amount !== null);
  return [sumOfDecimals(own.map(({ amount }) => amount[0])), known.length < most.length ? '…' : sumOfDecimals(known)];
};

type Held = ExpectedOf & { readonly actual: Expected };

/** What a case expects beside what comes of it: its rows, those charged, its total, whether an award is open. */
const heldIn = ({ total, award, rows, charges, location }: CardCase, result: ScorecardResult): readonly Held[] => [
  ...rows.map(row => ({ ...row, actual: pointsOf(row.name, result) })),
  ...charges.map(charge => ({ ...charge, actual: chargedTo(charge.name, result) })),
  ...(total ? [{ name: '', expected: total, actual: [result.low.points, result.high.points] as const, location }] : []),
  ...(award
    ? [{ name: '', expected: [award, award] as const, actual: [result.award, result.award] as const, location }]
    : []),
];

/** Where a case comes to something else than it expects. */
const differencesIn = (one: CardCase, result: ScorecardResult): readonly Difference[] => {
  const { title, grades, location: whole } = one;
  const amounts = heldIn(one, result).flatMap(({ name: row, expected, actual, location }) =>
    isSame(expected[0], actual[0]) && isSame(expected[1], actual[1])
      ? []
      : [{ title, row, expected: rangeText(expected), actual: rangeText(actual), location }],
  );
  const actual = result.grade.candidates.map(({ label }) => label.zh).join('/');
  return grades === undefined || isGraded(grades, result)
    ? amounts
    : [...amounts, { title, row: '', expected: grades.join('/'), actual, location: whole }];
};

/** Reckons a case, and says where it comes to something else; problems where it cannot be read. */
export const runCase = (
  one: CardCase,
  scheme: Card,
  vocabulary: Vocabulary,
  today: string,
): { readonly problems: readonly Problem[]; readonly differences: readonly Difference[] } => {
  const root: MapNode = { kind: 'map', entries: one.facts, location: one.location };
  const { profile, problems } = readDeclarations({ path: '', sha256: '' }, root, vocabulary);
  const record =
    one.entered.length === 0
      ? undefined
      : readInspection({ path: '', sha256: '' }, recordOf(one, scheme), { vocabulary, profile, scheme });
  const said = problems.filter(({ code }) => code !== 'nothing-declared');
  const found = [...said, ...(record === undefined || record.ok ? [] : record.problems)];
  if (found.some(({ severity }) => severity === 'error')) return { problems: found, differences: [] };
  const entries = record?.ok ? record.value.entries : [];
  const result = weighed(scheme.scorecard, profile, entries, one.asOf ?? today);
  return { problems: found, differences: differencesIn(one, result) };
};
