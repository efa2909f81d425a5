import type { Bilingual } from '../base/text.ts';
import type { Audit } from '../finding/audit.ts';
import type { Measure, Thing } from '../scoring/measure.ts';
import type {
  Account,
  Comparison,
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
import { isRank } from '../scoring/rank.ts';
import type { Amount, Item, Scorecard, ScorecardSection, Step } from '../scoring/scorecard.ts';
import { measuresIn, stepsIn } from '../scoring/walk.ts';
import type { KeptResult } from './contract.ts';
import { type Joining, joinGap } from './join-finding.ts';

type Kept = NonNullable<KeptResult['scorecard']>;
type KeptRow = Kept['rows'][number];
type KeptAccount = KeptRow['ledger']['low'];
type KeptLine = KeptAccount['lines'][number];
type KeptWork = KeptLine['work'];

const titled = (title: Bilingual | undefined): { readonly title?: Bilingual } => (title === undefined ? {} : { title });

const measureOf = (amount: Amount | undefined): Measure | undefined =>
  amount !== undefined && 'measure' in amount ? amount.measure : undefined;

const unitOf = (amount: Amount | undefined): { readonly unit?: Bilingual } => {
  const unit = measureOf(amount)?.domain.unit;
  return unit === undefined ? {} : { unit };
};

/** The checks of a step by their numbers: their names stand in the scorecard. */
const thingOf =
  (amount: Amount | undefined) =>
  (thing: KeptLine['things'][number]): Thing => {
    if (thing.kind !== 'check') return thing;
    const measure = measureOf(amount);
    const checks = measure && measuresIn(measure).find(one => one.kind === 'checks');
    return { ...thing, ...titled(checks?.of[thing.number - 1]?.title) };
  };

const compared = (
  kept: Extract<KeptWork, { kind: 'relative' }>,
  amount: Amount | undefined,
): { compared?: Comparison } =>
  kept.compared === undefined || amount?.kind !== 'relative'
    ? {}
    : { compared: { ...kept.compared, rule: amount.rule, points: amount.points, ...unitOf(amount) } };

const bandOf = (band: Extract<KeptWork, { kind: 'tiers' }>['band'], amount: Amount | undefined) => {
  const edges = JSON.stringify([band.low, band.high]);
  const bands = amount?.kind === 'tiers' ? amount.bands : [];
  return { ...band, ...titled(bands.find(({ low, high }) => JSON.stringify([low, high]) === edges)?.title) };
};

const workOf = (kept: KeptWork, amount: Amount | undefined): Work => {
  switch (kept.kind) {
    case 'relative':
      return { kind: kept.kind, ...compared(kept, amount) };
    case 'each': {
      const { beyond: then, ...rest } = kept;
      return { ...rest, then, ...unitOf(amount) };
    }
    case 'tiers':
      return { ...kept, band: bandOf(kept.band, amount), ...unitOf(amount) };
    case 'options':
      return { ...kept, ...titled(amount?.kind === 'options' ? amount.options[kept.number - 1]?.title : undefined) };
    case 'best_of':
    case 'group':
      return { ...kept, of: linesOf(kept.of, amount === undefined ? [] : stepsIn(amount)) };
    case 'form':
      return { ...kept, account: formOf(kept.account, amount?.kind === 'form' ? amount.sections : []) };
    case 'base':
    case 'once':
    case 'share':
    case 'entered':
    case 'records':
    case 'excused':
    case 'not_asked':
    case 'set_aside':
      return kept;
  }
};

const linesOf = (lines: readonly KeptLine[], steps: readonly Step[]): readonly PointsLine[] =>
  lines.map(({ step: number, work, things, ...line }) => {
    const step = steps[number - 1];
    return {
      ...line,
      number,
      ...titled(step?.title),
      work: workOf(work, step?.amount),
      things: things.map(thingOf(step?.amount)),
    };
  });

const accountOf = ({ inTable, lines, ...account }: KeptAccount, item: Item | undefined): Account => ({
  ...account,
  excluded: !inTable,
  lines: linesOf(lines, item?.steps ?? []),
});

const formOf = (
  { sections, ...sums }: Extract<KeptWork, { kind: 'form' }>['account'],
  asked: readonly ScorecardSection[],
): PartsAccount => {
  const items = new Map(asked.flatMap(section => section.items.map(item => [item.id, item])));
  return {
    ...sums,
    sections: sections.map(({ id, rows, ...section }) => ({
      ...section,
      section: id,
      items: rows.map(row => ({ item: row.id, max: row.max, account: accountOf(row.account, items.get(row.id)) })),
    })),
  };
};

/** The rows of a scorecard in the form for one class of place. */
interface Form {
  readonly sections: readonly ScorecardSection[];
  readonly item: (id: string) => Item | undefined;
}

const formFor = (asked: Scorecard, id: string | undefined): Form => {
  const { sections } = asked.forms.find(form => form.class?.id === id) ?? asked.forms[0];
  const items = new Map(sections.flatMap(section => section.items.map(item => [item.id, item] as const)));
  return { sections, item: row => items.get(row) };
};

type End = 'low' | 'high';

const endOf = (kept: Kept, end: End, asked: Scorecard): ScorecardAccount => {
  const { class: id, sections, text: _, ...sums } = kept[end];
  const form = formFor(asked, id);
  const label = asked.classes.find(one => one.id === id)?.label;
  const rows = new Map(kept.rows.map(row => [row.id, row]));
  const rowIn = (item: Item): SectionAccount['items'] => {
    const row = rows.get(item.id);
    if (row === undefined) return [];
    const account = accountOf(row.ledger[end], item);
    return [{ item: item.id, max: account.excluded ? '0' : item.points, account }];
  };
  return {
    ...sums,
    ...(id !== undefined && { class: { id, label: label ?? { zh: id, en: id } } }),
    sections: sections.map(({ id: section, rows: ___, title: __, ...rest }) => ({
      ...rest,
      section,
      items: (form.sections.find(one => one.id === section)?.items ?? []).flatMap(rowIn),
    })),
  };
};

const rowOf = (row: KeptRow, forms: readonly [low: Form, high: Form, any: Form], joining: Joining): ItemResult => {
  const [low, high, any] = forms.map(form => form.item(row.id));
  const item = any ?? low ?? high;
  const { ledger, max } = { ledger: row.alone ?? row.ledger, max: row.alone?.max ?? row.max };
  return {
    item: row.id,
    section: row.section,
    clause: item?.clause ?? [''],
    title: item?.title ?? { zh: row.id, en: row.id },
    ...(item?.bureau !== undefined && { bureau: item.bureau }),
    max,
    low: accountOf(ledger.low, low ?? item),
    high: accountOf(ledger.high, high ?? item),
    mayLeave: row.mayLeave,
    gaps: row.missing.map(joinGap(joining)),
    ...(row.waitsFor && { pending: row.waitsFor }),
    ...(row.average && { average: row.average }),
    outsideCalendar: row.outsideCalendar,
    ...(row.unmeasured && { unmeasured: row.unmeasured }),
  };
};

type Gate = GateResult['gate'];

/** What a grade asks besides its rows, in its order. */
const gatesOf = (kept: Kept, { grades }: Scorecard, joining: Joining): readonly GateResult[] => {
  const asked = new Map(grades.map(grade => [grade.id, [...grade.requires]]));
  return kept.gates.flatMap(({ grade, kind, rows = [], truth, missing, place }): readonly GateResult[] => {
    const gate: Gate | undefined = kind === 'required' ? { kind, item: rows[0] ?? '' } : asked.get(grade)?.shift();
    return gate === undefined
      ? []
      : [{ grade, gate, truth, gaps: missing.map(joinGap(joining)), ...(place && { place }) }];
  });
};

const vetoesOf = (kept: Kept, { vetoes }: Scorecard, joining: Joining): readonly VetoResult[] =>
  kept.vetoes.flatMap(({ id, truth, missing, place }) => {
    const found = vetoes.find(veto => veto.id === id);
    if (found === undefined) return [];
    const { if: asked, ...veto } = found;
    const ranked = isRank(asked) ? { ...veto, rank: asked } : veto;
    return [{ veto: ranked, truth, gaps: missing.map(joinGap(joining)), ...(place && { place }) }];
  });

/** A scorecard as it was filled in: figures from the result, titles from the scorecard. */
export const joinScorecard = (
  kept: Kept,
  asked: Scorecard,
  grade: ScorecardResult['grade'],
  joining: Joining,
): NonNullable<Audit['scorecard']> => {
  const classes = asked.classes.filter(({ id }) => kept.classes.includes(id));
  const forms = [
    formFor(asked, kept.low.class),
    formFor(asked, kept.high.class),
    formFor(asked, kept.classes[0]),
  ] as const;
  return {
    asked,
    result: {
      total: kept.total,
      low: endOf(kept, 'low', asked),
      high: endOf(kept, 'high', asked),
      classes: classes.map(({ id, label }) => ({ id, label })),
      items: kept.rows.map(row => rowOf(row, forms, joining)),
      grade,
      gates: gatesOf(kept, asked, joining),
      vetoes: vetoesOf(kept, asked, joining),
      award: kept.award,
      charges: kept.charges.map(({ row: item, ...charge }) => ({ ...charge, item })),
      bureaus: kept.bureaus,
    },
  };
};
