import type { Audit } from '../finding/audit.ts';
import { countedRows } from '../scoring/counted-rows.ts';
import type { Thing } from '../scoring/measure.ts';
import type {
  Account,
  ChargeResult,
  Comparison,
  Figure,
  GateResult,
  ItemResult,
  PartsAccount,
  PointsLine,
  PricedRecord,
  ScorecardAccount,
  SectionAccount,
  VetoResult,
  Work,
} from '../scoring/points.ts';
import type { Edge, PricedBand } from '../scoring/scorecard.ts';
import type { Result } from './contract.ts';
import { figureOf, figuresIn, pointsOf } from './values.ts';
import { gapOf, type Writing } from './write-finding.ts';

type Scorecard = NonNullable<Result['scorecard']>;
type WrittenRow = Scorecard['rows'][number];
type WrittenAccount = WrittenRow['ledger']['low'];
type WrittenLine = WrittenAccount['lines'][number];

const boundOf = ({ bound }: Pick<Account, 'bound'>) =>
  bound && { bound: { kind: bound.kind, ...figuresIn(bound, 'at') } };

const thingOf = (thing: Thing) => (thing.kind === 'check' ? { kind: thing.kind, number: thing.number } : thing);

const comparedOf = ({ centres, places, ...figures }: Comparison) => ({
  ...figuresIn(figures, 'figure', 'best'),
  centres,
  places,
});

const edgeOf = ({ at, included }: Edge) => ({ at: figureOf(at), included });

const bandOf = ({ low, high, points }: PricedBand) => ({
  ...(low && { low: edgeOf(low) }),
  ...(high && { high: edgeOf(high) }),
  points: figureOf(points),
});

const recordOf = (record: PricedRecord) => {
  const { amount: _, times: __, ...told } = record;
  return { ...told, ...figuresIn(record, 'amount', 'times') };
};

const workOf = (work: Work): WrittenLine['work'] => {
  const { kind } = work;
  switch (kind) {
    case 'relative':
      return { kind, ...(work.compared && { compared: comparedOf(work.compared) }) };
    case 'each': {
      const { steps, then } = work;
      const [figures, points] = [figuresIn(work, 'figure', 'units', 'per'), figuresIn(work, 'points')];
      return {
        kind,
        ...figures,
        steps,
        ...points,
        beyond: then.map(further => ({ ...further, points: figureOf(further.points) })),
      };
    }
    case 'tiers':
      return { kind, ...figuresIn(work, 'figure'), band: bandOf(work.band) };
    case 'options':
      return { kind, number: work.number };
    case 'share':
      return { kind, ...figuresIn(work, 'figure', 'points') };
    case 'entered':
      return { kind, ...figuresIn(work, 'figure') };
    case 'best_of':
    case 'group':
      return { ...work, of: work.of.map(lineOf) };
    case 'records':
      return { kind, records: work.records.map(recordOf), unread: work.unread, ...figuresIn(work, 'capEach') };
    case 'form':
      return { kind, ...figuresIn(work, 'points', 'total'), account: formOf(work.account) };
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
  ...figuresIn(line, 'raw', 'cap', 'amount'),
});

const accountOf = (account: Account): WrittenAccount => ({
  inTable: !account.excluded,
  ...figuresIn(account, 'start'),
  lines: account.lines.map(lineOf),
  ...figuresIn(account, 'sum'),
  ...boundOf(account),
  zeroed: account.zeroed,
  ...(account.treated && { treated: account.treated }),
  ...figuresIn(account, 'points'),
});

const sectionOf = <R>(account: SectionAccount, rowsOf: (items: SectionAccount['items']) => R) => ({
  id: account.section,
  outside: account.outside,
  rows: rowsOf(account.items),
  ...figuresIn(account, 'sum'),
  ...boundOf(account),
  ...figuresIn(account, 'points', 'max'),
});

const sumsOf = (account: PartsAccount) => figuresIn(account, 'inside', 'max', 'scaled', 'outside', 'sum');

const formOf = (account: PartsAccount) => ({
  sections: account.sections.map(section =>
    sectionOf(section, items =>
      items.map(row => ({ id: row.item, ...figuresIn(row, 'max'), account: accountOf(row.account) })),
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
  ...boundOf(account),
  ...(account.vetoed !== undefined && { vetoed: account.vetoed }),
  ...figuresIn(account, 'points'),
});

const ledgerOf = ({ low, high }: ItemResult): WrittenRow['ledger'] => ({ low: accountOf(low), high: accountOf(high) });

const isSame = (a: ItemResult, b: ItemResult): boolean =>
  JSON.stringify([a.low, a.high, a.max]) === JSON.stringify([b.low, b.high, b.max]);

const rowOf = (row: ItemResult, alone: ItemResult, writing: Writing): WrittenRow => ({
  id: row.item,
  section: row.section,
  ...pointsOf({ low: row.low.points, high: row.high.points, max: row.max }),
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

const orNull = (figure: Figure): number | string | null => figure && figureOf(figure);

const chargeOf = ({ subject, item, times, points, amount: [least, most] }: ChargeResult) => ({
  subject,
  row: item,
  times: [orNull(times[0]), orNull(times[1])] as const,
  points: figureOf(points),
  amount: [figureOf(least), orNull(most)] as const,
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
    award: result.award,
    charges: result.charges.map(chargeOf),
    bureaus: result.bureaus.map(one => ({ bureau: one.bureau, ...pointsOf(one) })),
  };
};
