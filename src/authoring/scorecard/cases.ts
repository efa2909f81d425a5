import type { Location } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import { get, type MapEntry, type MapNode, type SourceNode } from '../../model/base/source.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readInspection } from '../../read/inspection/inspection.ts';
import { readDeclarations } from '../../read/profile/profile.ts';
import { textOf } from '../../read/scorecard/reading.ts';
import { list, map, words } from '../../read/scorecard/sheet/nodes.ts';
import { weighed } from './reach.ts';

/** What somebody reckoned by hand: a number, or a range. */
export type Expected = readonly [low: string, high: string];

export interface CardCase {
  readonly title: string;
  readonly location: Location;
  readonly facts: readonly MapEntry[];
  readonly entered: readonly MapEntry[];
  readonly asOf?: string;
  readonly total?: Expected;
  readonly grade?: string;
  readonly rows: readonly { readonly row: string; readonly expected: Expected; readonly location: Location }[];
}

/** Where a case comes to something else than was reckoned: the row, or the whole where it is empty. */
export interface Difference {
  readonly title: string;
  readonly row: string;
  readonly expected: string;
  readonly actual: string;
  readonly location: Location;
}

const LAST = /(-?\d+(?:\.\d+)?)\s*分?$/u;

/** The figure that a sum ends with, `30 + 25 = 55`, or a range of two, `62～81` or `62 .. 81`. */
export const expectedIn = (text: string): Expected | undefined => {
  const ends = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .trim()
    .split(/\.\.|至|到|～|~|–|—/u);
  const figures = ends.map(end => LAST.exec(end.split(/[=→≈]/u).at(-1)?.trim() ?? '')?.[1]);
  const [low, high = low, ...more] = figures;
  return low === undefined || high === undefined || more.length > 0 ? undefined : [low, high];
};

const entriesAt = (node: MapNode, key: string): readonly MapEntry[] => {
  const found = get(node, key);
  return found?.kind === 'map' ? found.entries : [];
};

const isNothing = ({ value }: MapEntry): boolean =>
  value.kind === 'scalar' && (value.text === '' || value.text === 'null');

/** What a case says over what all have in common; what it leaves blank is not stated at all. */
const over = (base: readonly MapEntry[], own: readonly MapEntry[]): readonly MapEntry[] =>
  [...new Map([...base, ...own].map(entry => [entry.key, entry])).values()].filter(entry => !isNothing(entry));

/** Cases of a YAML file: `base`, and `cases` that differ from it. */
export const casesIn = (root: MapNode): readonly CardCase[] => {
  const base = get(root, 'base');
  const shared = (key: string): readonly MapEntry[] => (base?.kind === 'map' ? entriesAt(base, key) : []);
  const nodes = get(root, 'cases');
  return (nodes?.kind === 'list' ? nodes.items : []).flatMap((node, index): readonly CardCase[] => {
    if (node.kind !== 'map') return [];
    const total = expectedIn(textOf(get(node, 'total')));
    const grade = textOf(get(node, 'grade'));
    const asOf = textOf(get(node, 'as_of')) || (base?.kind === 'map' ? textOf(get(base, 'as_of')) : '');
    const rows = entriesAt(node, 'rows').flatMap(({ key, value }) => {
      const expected = expectedIn(textOf(value));
      return expected === undefined ? [] : [{ row: key, expected, location: value.location }];
    });
    return [
      {
        title: textOf(get(node, 'title')) || String(index + 1),
        location: node.location,
        facts: over(shared('facts'), entriesAt(node, 'facts')),
        entered: over(shared('entered'), entriesAt(node, 'entered')),
        ...(asOf !== '' && { asOf }),
        ...(total && { total }),
        ...(grade !== '' && { grade }),
        rows,
      },
    ];
  });
};

type Card = Scheme & { readonly scorecard: Scorecard };

/** An option may go by its points, where only one has so many. */
const optionOf = ({ scorecard }: Card, entry: string, value: SourceNode): SourceNode => {
  const options = scorecard.entries.find(({ id }) => id === entry)?.options ?? [];
  const [only, ...more] = options.filter(({ points }) => Number(points) === Number(textOf(value)));
  return only === undefined || more.length > 0 ? value : words(only.id, value.location);
};

const recordOf = ({ entered, location }: CardCase, scheme: Card): MapNode => {
  const line = ({ key, value: stated }: MapEntry): MapNode => {
    const value = optionOf(scheme, key, stated);
    return map({ entry: words(key, value.location), value, reason: words('算例', value.location) }, value.location);
  };
  const said = (text: string): SourceNode => words(text, location);
  const head = { stage: said('核查'), person: said('算例'), level: said('算例') };
  return map({ ...head, lines: list(entered.map(line), location) }, location);
};

const isSame = (a: string, b: string): boolean => Number(a) === Number(b);

const rangeText = ([low, high]: Expected): string => (isSame(low, high) ? low : `${low}～${high}`);

const isGraded = ({ grade }: CardCase, { grade: { candidates } }: ScorecardResult): boolean => {
  const names = grade?.split(/[,、/]/u);
  if (names === undefined) return true;
  return (
    names.length === candidates.length &&
    names.every(name => candidates.some(({ id, label }) => [id, label.zh].includes(name.trim())))
  );
};

/** Where a case comes to something else than it expects: in its rows, its total, its grade. */
const differencesIn = (one: CardCase, result: ScorecardResult): readonly Difference[] => {
  const { title, rows, total, location: whole } = one;
  const differ = (row: string, expected: Expected, actual: Expected, location: Location): readonly Difference[] =>
    isSame(expected[0], actual[0]) && isSame(expected[1], actual[1])
      ? []
      : [{ title, row, expected: rangeText(expected), actual: rangeText(actual), location }];
  const graded = result.grade.candidates.map(({ label }) => label.zh).join('/');
  return [
    ...rows.flatMap(({ row, expected, location }) => {
      const item = result.items.find(({ item: id, title: name }) => id === row || name.zh === row);
      return item === undefined ? [] : differ(row, expected, [item.low.points, item.high.points], location);
    }),
    ...(total === undefined ? [] : differ('', total, [result.low.points, result.high.points], whole)),
    ...(isGraded(one, result) ? [] : [{ title, row: '', expected: one.grade ?? '', actual: graded, location: whole }]),
  ];
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
  const found = [...problems, ...(record === undefined || record.ok ? [] : record.problems)];
  if (found.some(({ severity }) => severity === 'error')) return { problems: found, differences: [] };
  const entries = record?.ok ? record.value.entries : [];
  const result = weighed(scheme.scorecard, profile, entries, one.asOf ?? today);
  return { problems: found, differences: differencesIn(one, result) };
};
