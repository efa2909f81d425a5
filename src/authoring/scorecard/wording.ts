import { compareDecimals, compareExact, exact } from '../../model/base/exact.ts';
import { groupBy } from '../../model/base/group.ts';
import { keptFor } from '../../model/base/memo.ts';
import { both } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import type { Amount, Band, Item, PricedBand, Step } from '../../model/scoring/scorecard.ts';
import { stepsIn } from '../../model/scoring/walk.ts';
import type { Doubt } from './amounts.ts';

const inside = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap(step => [step, ...inside(stepsIn(step.amount))]);

const priceOf = (amount: Amount): readonly Decimal[] => {
  switch (amount.kind) {
    case 'tiers':
      return amount.bands.map(({ points }) => points);
    case 'options':
      return [...amount.options.map(({ points }) => points), amount.otherwise];
    case 'each':
      return [amount.points, ...amount.then.map(({ points }) => points)];
    case 'records':
      return [
        ...priceOf(amount.records.amount),
        ...(amount.records.capEach === undefined ? [] : [amount.records.capEach]),
      ];
    case 'entered': {
      const { least, most } = amount.measure.domain;
      return [least, ...(most === null ? [] : [most])];
    }
    case 'best_of':
    case 'group':
      return [];
    case 'base':
    case 'once':
    case 'share':
    case 'relative':
    case 'form':
      return [amount.points];
  }
};

const amountsOf = (item: Item): readonly Decimal[] => [
  item.points,
  ...(item.floor === null ? [] : [item.floor]),
  ...(item.cap === null ? [] : [item.cap]),
  ...inside(item.steps).flatMap(step => [
    ...priceOf(step.amount),
    ...(step.cap === undefined ? [] : [step.cap]),
    ...step.also.map(({ points }) => points),
  ]),
];

const AMOUNT = /(\d+(?:\.\d+)?)\s*分(?!钟|之|类|别|级|工|管|中)/gu;

const entriesByRow = keptFor((entries: readonly Entry[]) => groupBy(entries, ({ item }) => item));

/** A note that speaks of an amount which is none of the row's. */
const noteAmounts = (item: Item, entries: readonly Entry[]): readonly Doubt[] => {
  const grains = (entriesByRow(entries).get(item.id) ?? []).flatMap(({ step, options }) => [
    ...(step === undefined ? [] : [step]),
    ...options.map(({ points }) => points),
  ]);
  const own = [...amountsOf(item), ...grains].map(amount => exact(amount));
  const found = [...(item.note?.zh ?? '').matchAll(AMOUNT)].map(([, digits = '0']) => digits);
  const odd = found.find(digits => !own.some(amount => compareExact(amount, exact(digits)) === 0));
  return odd === undefined ? [] : [{ doubt: 'amount-in-note', values: { row: item.title.zh, amount: odd } }];
};

const SHORTEST = 3;

/** Rows by how their titles begin. */
const rowsByStart = keptFor((rows: readonly Item[]) =>
  groupBy(
    rows.filter(({ title }) => title.zh.length >= SHORTEST),
    ({ title }) => title.zh.slice(0, SHORTEST),
  ),
);

/** A note that is about another row. */
const noteElsewhere = (item: Item, rows: readonly Item[]): readonly Doubt[] => {
  const note = item.note?.zh ?? '';
  const { zh } = item.title;
  if (note === '' || note.includes(zh)) return [];
  const starts = Array.from(
    { length: note.length },
    (_, at) => rowsByStart(rows).get(note.slice(at, at + SHORTEST)) ?? [],
  );
  const named = new Set(starts.flat().filter(row => row.id !== item.id && note.includes(row.title.zh)));
  const other = named.size === 0 ? undefined : rows.find(row => named.has(row));
  return other === undefined ? [] : [{ doubt: 'note-elsewhere', values: { row: zh, other: other.title.zh } }];
};

/** How a row is scored, and by what amounts if the note names any; 未落实的不得分 is what is lost without it and earned with it. */
const methodOf = (item: Item): string => {
  const hasAmounts = /\d/u.test(item.note?.zh ?? '');
  return JSON.stringify([
    hasAmounts ? amountsOf(item) : [],
    inside(item.steps).map(({ kind, amount }) => [amount.kind === 'once' && !hasAmounts ? '' : kind, amount.kind]),
  ]);
};

interface Scored {
  readonly row: Item;
  readonly at: number;
  readonly method: string;
}

/** Of the rows that have a note, the first that is scored in each way. */
const firstByNote = keptFor((rows: readonly Item[]): ReadonlyMap<string, readonly Scored[]> => {
  const noted = rows
    .map((row, at): Scored => ({ row, at, method: methodOf(row) }))
    .filter(({ row: { note = both('', '') } }) => note.zh.length >= SHORTEST);
  const firsts = [...groupBy(noted, ({ row, method }) => `${row.note?.zh} ${method}`).values()].map(([first]) => first);
  return groupBy(firsts, ({ row }) => row.note?.zh ?? '');
});

/** A note taken over from a row that is scored in another way. */
const noteTwice = (item: Item, rows: readonly Item[]): readonly Doubt[] => {
  const alike = firstByNote(rows).get(item.note?.zh ?? '') ?? [];
  if (alike.length < 2) return [];
  const [at, method] = [rows.indexOf(item), methodOf(item)];
  const other = alike.find(scored => scored.at < at && scored.method !== method)?.row;
  return other === undefined ? [] : [{ doubt: 'note-twice', values: { row: item.title.zh, other: other.title.zh } }];
};

const EDGE_WORDS: ReadonlyMap<string, readonly [side: keyof Band, included: boolean]> = new Map([
  ['不低于', ['low', true]],
  ['不高于', ['high', true]],
  ['不超过', ['high', true]],
  ['不少于', ['low', true]],
  ['以上', ['low', true]],
  ['以下', ['high', true]],
  ['以内', ['high', true]],
  ['超过', ['low', false]],
  ['不满', ['high', false]],
  ['不足', ['high', false]],
  ['低于', ['high', false]],
  ['高于', ['low', false]],
]);

const BEFORE = /(不低于|不高于|不超过|不少于|超过|不满|不足|低于|高于)\s*(\d+(?:\.\d+)?)/gu;
const AFTER = /(\d+(?:\.\d+)?)\s*[%％个人件天日次项分㎡米平方]*\s*(以上|以下|以内)/gu;

const edgesSaid = (title: string): readonly (readonly [word: string, at: string])[] => [
  ...[...title.matchAll(BEFORE)].map(([, word = '', at = '']) => [word, at] as const),
  ...[...title.matchAll(AFTER)].map(([, at = '', word = '']) => [word, at] as const),
];

/** 以上 and 以下 include the number, 超过 and 不满 do not: a title must say what the band does. */
const bandDoubts = ({ title, ...band }: PricedBand): readonly Doubt[] => {
  const zh = title?.zh ?? '';
  const odd = edgesSaid(zh).find(([word, at]) => {
    const [side, included] = EDGE_WORDS.get(word) ?? [];
    const edge = side && band[side];
    return edge === undefined || edge.included !== included || compareDecimals(edge.at, at) !== 0;
  });
  return odd === undefined ? [] : [{ doubt: 'edge-in-title', values: { title: zh, word: odd[1] + odd[0] } }];
};

/** What the rules on easing burdens at the grass roots (2024) ask not to be scored. */
const DISCOURAGED = /领导批示|批示|媒体报道|宣传报道|新闻稿|信息报送|简报|照片|留痕|会议次数|发文数|转发|点赞/u;

const discouraged = (item: Item): readonly Doubt[] => {
  const gives = item.steps.some(step => step.kind === 'award');
  const word = DISCOURAGED.exec(item.title.zh)?.[0];
  return gives && word !== undefined ? [{ doubt: 'discouraged', values: { row: item.title.zh, word } }] : [];
};

/** What is odd about the words of one row. */
export const wordDoubts = (item: Item, rows: readonly Item[], entries: readonly Entry[]): readonly Doubt[] => [
  ...noteAmounts(item, entries),
  ...noteElsewhere(item, rows),
  ...noteTwice(item, rows),
  ...inside(item.steps).flatMap(({ amount }) => (amount.kind === 'tiers' ? amount.bands.flatMap(bandDoubts) : [])),
  ...discouraged(item),
];
