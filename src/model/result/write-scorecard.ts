import type { Decimal } from '../base/value.ts';
import type { Audit } from '../finding/audit.ts';
import { countedRows } from '../scoring/counted-rows.ts';
import type { Thing } from '../scoring/measure.ts';
import type {
  Account,
  Comparison,
  Figure,
  GateResult,
  ItemResult,
  PartsAccount,
  PointsLine,
  ScorecardAccount,
  ScorecardResult,
  SectionAccount,
  VetoResult,
  Work,
} from '../scoring/points.ts';
import type { Result } from './contract.ts';
import { figureOf } from './values.ts';
import { gapOf, type Writing } from './write-finding.ts';

type Scorecard = NonNullable<Result['scorecard']>;
type WrittenRow = Scorecard['rows'][number];
type WrittenAccount = WrittenRow['ledger']['low'];
type WrittenLine = WrittenAccount['lines'][number];

const openFigureOf = (figure: Figure): number | string | null => figure && figureOf(figure);

const orNull = (decimal: Decimal | null): number | string | null => decimal && figureOf(decimal);

const boundOf = (bound: Account['bound']) =>
  bound === undefined ? {} : { bound: { kind: bound.kind, at: figureOf(bound.at) } };

const thingOf = (thing: Thing) => (thing.kind === 'check' ? { kind: thing.kind, number: thing.number } : thing);

const comparedOf = ({ figure, best, centres, places }: Comparison) => ({
  figure: openFigureOf(figure),
  ...(best !== undefined && { best: openFigureOf(best) }),
  centres,
  places,
});

const edgeOf = (edge: { readonly at: Decimal; readonly included: boolean }) => ({ ...edge, at: figureOf(edge.at) });

const workOf = (work: Work): WrittenLine['work'] => {
  switch (work.kind) {
    case 'relative':
      return { kind: work.kind, ...(work.compared && { compared: comparedOf(work.compared) }) };
    case 'each':
      return {
        kind: work.kind,
        figure: openFigureOf(work.figure),
        units: openFigureOf(work.units),
        per: figureOf(work.per),
        steps: work.steps,
        points: figureOf(work.points),
        beyond: work.then.map(({ after, points, applies }) => ({ after, points: figureOf(points), applies })),
      };
    case 'tiers': {
      const { low, high, points } = work.band;
      const band = { ...(low && { low: edgeOf(low) }), ...(high && { high: edgeOf(high) }), points: figureOf(points) };
      return { kind: work.kind, figure: openFigureOf(work.figure), band };
    }
    case 'options':
      return { kind: work.kind, number: work.number };
    case 'share':
      return { kind: work.kind, figure: openFigureOf(work.figure), points: figureOf(work.points) };
    case 'entered':
      return { kind: work.kind, figure: openFigureOf(work.figure) };
    case 'best_of':
    case 'group':
      return { ...work, of: work.of.map(lineOf) };
    case 'records':
      return {
        kind: work.kind,
        records: work.records.map(({ amount, times, ...record }) => ({
          ...record,
          amount: figureOf(amount),
          ...(times !== undefined && { times: figureOf(times) }),
        })),
        unread: work.unread,
        ...(work.capEach !== undefined && { capEach: figureOf(work.capEach) }),
      };
    case 'form': {
      const { points, total, account } = work;
      return { kind: work.kind, points: figureOf(points), total: figureOf(total), account: formOf(account) };
    }
    case 'base':
    case 'once':
    case 'excused':
    case 'not_asked':
    case 'set_aside':
      return work;
  }
};

const lineOf = (line: PointsLine): WrittenLine => ({
  kind: line.kind,
  step: line.number,
  work: workOf(line.work),
  things: line.things.map(thingOf),
  ...(line.unrounded !== undefined && { unrounded: line.unrounded }),
  raw: orNull(line.raw),
  ...(line.cap !== undefined && { cap: figureOf(line.cap) }),
  amount: figureOf(line.amount),
});

const accountOf = (account: Account): WrittenAccount => ({
  inTable: !account.excluded,
  start: figureOf(account.start),
  lines: account.lines.map(lineOf),
  sum: figureOf(account.sum),
  ...boundOf(account.bound),
  zeroed: account.zeroed,
  ...(account.treated && { treated: account.treated }),
  points: figureOf(account.points),
});

const sectionOf = <R>(
  { section, outside, items, sum, bound, points, max }: SectionAccount,
  rowsOf: (items: SectionAccount['items']) => R,
) => ({
  id: section,
  outside,
  rows: rowsOf(items),
  sum: figureOf(sum),
  ...boundOf(bound),
  points: figureOf(points),
  max: figureOf(max),
});

const sumsOf = ({ inside, max, scaled, outside, sum }: PartsAccount) => ({
  inside: figureOf(inside),
  max: figureOf(max),
  ...(scaled !== undefined && { scaled: figureOf(scaled) }),
  outside: figureOf(outside),
  sum: figureOf(sum),
});

const formOf = (account: PartsAccount) => ({
  sections: account.sections.map(section =>
    sectionOf(section, items =>
      items.map(({ item, max, account: own }) => ({ id: item, max: figureOf(max), account: accountOf(own) })),
    ),
  ),
  ...sumsOf(account),
});

const counted = (items: SectionAccount['items']): readonly string[] =>
  items.filter(({ account }) => !account.excluded).map(({ item }) => item);

const endOf = (account: ScorecardAccount): Scorecard['low'] => ({
  ...(account.class && { class: account.class.id }),
  sections: account.sections.map(section => sectionOf(section, counted)),
  ...sumsOf(account),
  ...boundOf(account.bound),
  ...(account.vetoed !== undefined && { vetoed: account.vetoed }),
  points: figureOf(account.points),
});

const ledgerOf = ({ low, high }: ItemResult): WrittenRow['ledger'] => ({ low: accountOf(low), high: accountOf(high) });

const isSame = (a: ItemResult, b: ItemResult): boolean =>
  JSON.stringify([a.low, a.high, a.max]) === JSON.stringify([b.low, b.high, b.max]);

const rowOf = (row: ItemResult, alone: ItemResult, writing: Writing): WrittenRow => ({
  id: row.item,
  section: row.section,
  low: figureOf(row.low.points),
  high: figureOf(row.high.points),
  max: figureOf(row.max),
  mayLeave: row.mayLeave,
  missing: row.gaps.map(gap => gapOf(gap, writing)),
  ...(row.pending !== undefined && { waitsFor: row.pending }),
  ...(row.average !== undefined && { average: row.average }),
  outsideCalendar: row.outsideCalendar,
  ...(row.unmeasured && { unmeasured: row.unmeasured }),
  ledger: ledgerOf(row),
  ...(!isSame(row, alone) && { alone: { ...ledgerOf(alone), max: figureOf(alone.max) } }),
});

const gateOf = ({ grade, gate, truth, gaps, place }: GateResult, writing: Writing): Scorecard['gates'][number] => ({
  grade,
  kind: gate.kind,
  ...('item' in gate && { rows: [gate.item] }),
  ...('items' in gate && { rows: gate.items, atLeast: gate.atLeast }),
  ...('of' in gate && {
    ...(gate.kind === 'section' ? { section: gate.of } : { rows: [gate.of] }),
    atLeast: figureOf(gate.atLeast),
  }),
  truth,
  ...(place && { place }),
  missing: gaps.map(gap => gapOf(gap, writing)),
});

const vetoOf = (
  { veto: { id, effect }, truth, gaps, place }: VetoResult,
  writing: Writing,
): Scorecard['vetoes'][number] => ({
  id,
  effect: effect.kind,
  ...('grade' in effect && { grade: effect.grade }),
  truth,
  ...(place && { place }),
  missing: gaps.map(gap => gapOf(gap, writing)),
});

const restOf = ({ award, charges, bureaus }: ScorecardResult) => ({
  award,
  charges: charges.map(({ subject, item, times: [least, most], points, amount: [low, high] }) => ({
    subject,
    row: item,
    times: [openFigureOf(least), openFigureOf(most)] as const,
    points: figureOf(points),
    amount: [figureOf(low), orNull(high)] as const,
  })),
  bureaus: bureaus.map(({ bureau, low, high, max }) => ({
    bureau,
    low: figureOf(low),
    high: figureOf(high),
    max: figureOf(max),
  })),
});

/** A scorecard as filled in: every row with its account at the worst and at the best, and what they add up to. */
export const scorecardOf = ({ result }: NonNullable<Audit['scorecard']>, writing: Writing): Scorecard => {
  const rows = countedRows(result);
  return {
    total: figureOf(result.total),
    classes: result.classes.map(({ id }) => id),
    rows: result.items.flatMap((alone, index) =>
      rows[index] === undefined ? [] : [rowOf(rows[index], alone, writing)],
    ),
    low: endOf(result.low),
    high: endOf(result.high),
    gates: result.gates.map(gate => gateOf(gate, writing)),
    vetoes: result.vetoes.map(veto => vetoOf(veto, writing)),
    ...restOf(result),
  };
};
