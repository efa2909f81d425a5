import type { CardBook, CardBookLine } from '../../../forms/scorecard/book.ts';
import { NOWHERE } from '../../../model/base/location.ts';
import { toPlain } from '../../../model/base/source.ts';
import { joinedBureaus } from '../../../model/scoring/bureaus.ts';
import { ABSENT, CARD_COLUMNS, KINDS, SAID } from '../../../model/scoring/card-sheet.ts';
import type { Vocabulary } from '../../../model/standard/vocabulary.ts';
import { fold, namesOf } from '../../../read/profile/names.ts';
import { factBook } from '../../../read/scorecard/sheet/facts.ts';
import type { CardLine } from '../../../read/scorecard/sheet/grid.ts';
import { readRow } from '../../../read/scorecard/sheet/item.ts';
import { headLines, headRest, mapsIn } from './head.ts';
import {
  beyond,
  eachIn,
  inChinese,
  isList,
  isMap,
  type Plain,
  type PlainMap,
  textIn,
  translationsIn,
} from './plain.ts';
import { type Cells, type Naming, stepCells } from './step.ts';

interface Context extends Naming {
  readonly idOf: (name: string) => string | undefined;
  readonly vocabulary: Vocabulary;
}

const contextOf = (vocabulary: Vocabulary): Context => {
  const names = namesOf(vocabulary).facts();
  const idOf = (name: string): string | undefined => (vocabulary.fact.has(name) ? name : names.get(fold(name)));
  return { vocabulary, idOf, factOf: name => vocabulary.fact.get(idOf(name) ?? '') };
};

/** Cells as the reader of sheets has them. */
const lineOf = (cells: Cells, isMore: boolean): CardLine => ({
  row: 1,
  location: NOWHERE,
  texts: [],
  cells: Object.fromEntries(
    CARD_COLUMNS.map(({ key }) => [
      key,
      { text: cells[key] ?? '', location: NOWHERE, own: !isMore || cells[key] !== undefined },
    ]),
  ) as CardLine['cells'],
});

const stepsOf = (item: PlainMap, context: Context): readonly Cells[] =>
  (['deduct', 'award'] as const).flatMap(kind => {
    const own = item[kind];
    const steps = own === undefined ? [] : isList(own) ? own : [own];
    return steps.map(step => stepCells(step, kind, context));
  });

const floorText = (floor: Plain | undefined): string =>
  floor === undefined ? '' : floor === 0 ? SAID.yes : floor === 'none' ? SAID.no : textIn(floor);

const absentText = (evidence: Plain | undefined): string => {
  const said = isMap(evidence) ? textIn(evidence.not_applicable) : '';
  return said in ABSENT ? ABSENT[said as keyof typeof ABSENT] : '';
};

const pointsText = (points: Plain | undefined): string => {
  if (!isMap(points)) return textIn(points);
  return textIn(points.otherwise ?? Object.values(points)[0]);
};

const itemLines = (item: PlainMap, context: Context): readonly Cells[] => {
  const [first = {}, ...more] = stepsOf(item, context);
  const bureaus = isList(item.by) ? joinedBureaus(item.by.map(textIn)) : textIn(item.by);
  return [
    {
      ...first,
      ...(item.requirement !== undefined && { requirement: textIn(item.requirement) }),
      ...(more.length === 0 && item.requirement === undefined && { requirement: '' }),
      clause: isList(item.clause) ? item.clause.map(textIn).join('、') : textIn(item.clause),
      title: textIn(item.title),
      points: pointsText(item.points),
      wording: textIn(item.note),
      by: bureaus,
      floor: floorText(item.floor),
      absent: absentText(item.evidence),
      id: textIn(item.id),
    },
    ...more,
  ];
};

/** `all` as the points that it is. */
const withAll = (value: Plain, points: string): Plain =>
  value === 'all' ? points : eachIn(value, member => withAll(member, points));

/** A row's lines, and what of the row they do not say. */
const encodeItem = (
  item: PlainMap,
  context: Context,
): { readonly lines: readonly CardBookLine[]; readonly rest: PlainMap } => {
  const lines = itemLines(item, context);
  const [first, ...more] = lines.map((cells, index) => lineOf(cells, index > 0));
  if (first === undefined) throw new Error('an item has a line');
  const reading = { problems: [], facts: factBook(context.vocabulary) };
  const id = textIn(item.id);
  const read = toPlain(
    readRow(reading, { kind: 'item', lines: [first, ...more] }, { id, clause: first.cells.clause.text }, undefined),
  ) as PlainMap;
  const full = (value: Plain | undefined): Plain => withAll(value ?? '', textIn(item.points));
  const steps = beyond(
    { deduct: full(item.deduct), award: full(item.award) },
    { deduct: full(read.deduct), award: full(read.award) },
    context.idOf,
  );
  const said = Object.keys(steps).length === 0 && reading.facts.vocabulary().length === 0;
  const { deduct: _, award: __, ...head } = read;
  const { deduct, award, ...own } = item;
  const priced = { ...(deduct !== undefined && { deduct }), ...(award !== undefined && { award }) };
  return {
    lines: lines.map((cells, index) => ({ kind: index === 0 ? 'item' : 'more', cells })),
    rest: { ...beyond(own, head, context.idOf), ...(said ? {} : priced) },
  };
};

const NESTED_SECTION = new Set(['id', 'title', 'points', 'outside_total', 'cap', 'floor', 'items']);

const sectionLine = (section: PlainMap, index: number): CardBookLine => ({
  kind: 'section',
  cells: {
    clause: NUMERALS[index] ?? String(index + 1),
    title: textIn(section.title),
    points: textIn(section.points),
    kind: section.outside_total === undefined ? '' : KINDS.outside,
    cap: textIn(section.cap),
    floor: floorText(section.floor),
    id: textIn(section.id),
  },
});

const NUMERALS = '一二三四五六七八九十';

/** A card, read from YAML, as a sheet that is read back as the same card, and what the sheet cannot say. */
export const sheetOfCard = (
  whole: PlainMap,
  vocabulary: Vocabulary,
  restName: string,
): { readonly book: CardBook; readonly rest?: PlainMap } => {
  const context = contextOf(vocabulary);
  const { vocabulary: own, ...body } = whole;
  const translations = translationsIn(body);
  const root = inChinese(body, translations) as PlainMap;
  const [rows, sections]: [Record<string, PlainMap>, Record<string, PlainMap>] = [{}, {}];
  const all = mapsIn(root.sections).flatMap(section => mapsIn(section.items).map(item => textIn(item.clause)));
  const isTwice = (clause: string): boolean => all.filter(other => other === clause).length > 1;
  const lines = mapsIn(root.sections).flatMap((section, index) => {
    const other = Object.fromEntries(Object.entries(section).filter(([key]) => !NESTED_SECTION.has(key)));
    if (Object.keys(other).length > 0) sections[textIn(section.id)] = other;
    const items = mapsIn(section.items).flatMap(item => {
      const { lines: own, rest: unsaid } = encodeItem(item, context);
      const rest = isTwice(textIn(item.clause)) ? { clause: item.clause ?? '', ...unsaid } : unsaid;
      if (Object.keys(rest).length > 0) rows[textIn(item.id)] = rest;
      return own;
    });
    return [sectionLine(section, index), ...items];
  });
  const rest: PlainMap = {
    kind: 'scorecard-rest',
    ...headRest(root),
    ...(own !== undefined && { vocabulary: own }),
    ...(Object.keys(sections).length > 0 && { sections }),
    ...(Object.keys(rows).length > 0 && { rows }),
    ...(translations.size > 0 && { english: Object.fromEntries(translations) }),
  };
  const isWhole = Object.keys(rest).length === 1;
  const book = { title: textIn(root.title), head: headLines(root, isWhole ? undefined : restName), lines, blank: 0 };
  return isWhole ? { book } : { book, rest };
};
