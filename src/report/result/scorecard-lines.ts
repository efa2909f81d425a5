import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Thing } from '../../model/scoring/measure.ts';
import type { Account, Comparison, Figure, PartsAccount, PointsLine, Work } from '../../model/scoring/points.ts';
import type { Band } from '../../model/scoring/scorecard.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { lineText, thingText } from '../../words/scoring/work.ts';

export const inBoth = <T>(say: (lang: Lang) => T): { readonly zh: T; readonly en: T } => ({
  zh: say('zh'),
  en: say('en'),
});

/** A number to reckon with, a fraction where there is no decimal, null where it is not settled. */
export const figureOf = (figure: Figure): number | string | null =>
  figure === null || figure.includes('/') ? figure : Number(figure);

const edgesOf = ({ low, high }: Band) => ({
  ...(low && { [low.included ? 'atLeast' : 'moreThan']: Number(low.at) }),
  ...(high && { [high.included ? 'atMost' : 'lessThan']: Number(high.at) }),
});

const between = ([low, high]: readonly [number, number]) => ({ low, high });

/** With how many a figure was compared, and its places among them. */
const comparedOf = ({ figure, best, centres, places }: Comparison) => ({
  figure: figureOf(figure),
  ...(best !== undefined && { best: figureOf(best) }),
  centres: between(centres),
  places: between(places),
});

type Write = (line: PointsLine) => unknown;

/** How an amount came about, each kind with its own members. */
const workOf = (work: Work, write: Write, vocabulary: Vocabulary) => {
  switch (work.kind) {
    case 'relative':
      return { kind: work.kind, ...(work.compared && { compared: comparedOf(work.compared) }) };
    case 'once':
      return { kind: work.kind, times: work.happened ? 1 : 0 };
    case 'each':
      return {
        kind: work.kind,
        figure: figureOf(work.figure),
        ...(work.unit && { unit: work.unit }),
        per: Number(work.per),
        steps: work.steps,
        times: figureOf(work.units),
        points: Number(work.points),
        ...(work.then.length > 0 && {
          beyond: work.then.map(({ after, points, applies }) => ({ after, points: Number(points), applies })),
        }),
      };
    case 'tiers': {
      const { title, points } = work.band;
      const band = { ...edgesOf(work.band), ...(title && { title }), points: Number(points) };
      return { kind: work.kind, figure: figureOf(work.figure), ...(work.unit && { unit: work.unit }), band };
    }
    case 'options':
      return { kind: work.kind, option: work.number, ...(work.title && { title: work.title }) };
    case 'share':
      return { kind: work.kind, figure: figureOf(work.figure), points: Number(work.points) };
    case 'entered':
      return { kind: work.kind, figure: figureOf(work.figure) };
    case 'best_of':
      return { kind: work.kind, chosen: work.chosen, of: work.of.map(write) };
    case 'group':
      return { kind: work.kind, of: work.of.map(write) };
    case 'records':
      return {
        kind: work.kind,
        read: !work.unread,
        records: work.records.map(({ key, amount, standing }) => ({ key, amount: Number(amount), standing })),
      };
    case 'form':
      return {
        kind: work.kind,
        points: Number(work.points),
        total: Number(work.total),
        sum: Number(work.account.sum),
        rows: formRows(work.account, vocabulary),
      };
    default:
      return { kind: work.kind };
  }
};

const formRows = ({ sections }: PartsAccount, vocabulary: Vocabulary): readonly unknown[] =>
  sections.flatMap(({ items }) => items.map(({ item, account }) => ({ id: item, ...accountOf(account, vocabulary) })));

const thingOf = (thing: Thing, vocabulary: Vocabulary) => ({
  kind: thing.kind,
  ...(thing.kind === 'term' && { id: thing.code }),
  ...(thing.kind === 'rule' && { id: thing.id }),
  name: inBoth(lang => thingText(thing, vocabulary, lang)),
});

/** One line of the ledger: how many × how much, before and after its cap. */
const lineOf = (line: PointsLine, vocabulary: Vocabulary): object => ({
  kind: line.kind,
  step: line.number,
  ...(line.title && { title: line.title }),
  work: workOf(line.work, part => lineOf(part, vocabulary), vocabulary),
  things: line.things.map(thing => thingOf(thing, vocabulary)),
  ...(line.unrounded !== undefined && { unrounded: figureOf(line.unrounded) }),
  raw: line.raw === null ? null : Number(line.raw),
  ...(line.cap !== undefined && { cap: Number(line.cap) }),
  amount: Number(line.amount),
  text: inBoth(lang => lineText(line, lang, vocabulary)) satisfies Bilingual,
});

export const boundOf = (bound: Account['bound']) =>
  bound === undefined ? {} : { bound: { kind: bound.kind, at: Number(bound.at) } };

/** `start`, less what is taken, plus what is given, is `sum`; held between floor and cap it is `points`. */
export const accountOf = (account: Account, vocabulary: Vocabulary) => ({
  inTable: !account.excluded,
  start: Number(account.start),
  lines: account.lines.map(line => lineOf(line, vocabulary)),
  sum: Number(account.sum),
  ...boundOf(account.bound),
  zeroed: account.zeroed,
  ...(account.treated && { treated: { state: account.treated.state, treatment: account.treated.treatment } }),
  points: Number(account.points),
});
