import type { Bilingual } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { countedRows } from '../../model/scoring/counted-rows.ts';
import type { GateResult, ItemResult, ScorecardAccount, VetoResult } from '../../model/scoring/points.ts';
import { rowBounds, sectionTitles } from '../../model/scoring/sections-of-rows.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { accountText, totalText } from '../../words/scoring/points-of-rows.ts';
import { accountOf, boundOf, figureOf, inBoth } from './scorecard-lines.ts';

const numberOrNull = (amount: string | null): number | null => (amount === null ? null : Number(amount));

interface Reading {
  readonly vocabulary: Vocabulary;
  readonly bounds: ReturnType<typeof rowBounds>;
}

const rowOf = (row: ItemResult, { vocabulary, bounds }: Reading) => {
  const { floor = null, cap = null } = bounds.get(row.item) ?? {};
  const end = (side: 'low' | 'high') => ({
    ...accountOf(row[side], vocabulary),
    text: inBoth(lang => accountText(row, side, lang, vocabulary)),
  });
  return {
    id: row.item,
    section: row.section,
    clause: row.clause,
    title: row.title satisfies Bilingual,
    ...(row.bureau !== undefined && { bureau: row.bureau }),
    low: Number(row.low.points),
    high: Number(row.high.points),
    max: Number(row.max),
    floor: numberOrNull(floor),
    cap: numberOrNull(cap),
    ...(row.pending !== undefined && { waitsFor: row.pending }),
    missing: [...new Set(row.gaps.map(gap => gap.fact))],
    ledger: { low: end('low'), high: end('high') },
  };
};

const sumOf = (account: ScorecardAccount, titles: ReadonlyMap<string, Bilingual>) => ({
  ...(account.class && { class: account.class.id }),
  sections: account.sections.map(({ section, outside, items, sum, bound, points, max }) => ({
    id: section,
    title: titles.get(section) ?? { zh: section, en: section },
    outside,
    rows: items.filter(item => !item.account.excluded).map(item => item.item),
    sum: Number(sum),
    ...boundOf(bound),
    points: Number(points),
    max: Number(max),
  })),
  inside: Number(account.inside),
  max: Number(account.max),
  ...(account.scaled !== undefined && { scaled: Number(account.scaled) }),
  outside: Number(account.outside),
  sum: Number(account.sum),
  ...boundOf(account.bound),
  ...(account.vetoed !== undefined && { vetoed: account.vetoed }),
  points: Number(account.points),
  text: inBoth(lang => totalText(account, lang)),
});

const gateOf = ({ grade, gate, truth }: GateResult) => ({
  grade,
  kind: gate.kind,
  ...('title' in gate && gate.title !== undefined && { title: gate.title }),
  ...('item' in gate && { rows: [gate.item] }),
  ...('items' in gate && { rows: gate.items, atLeast: gate.atLeast }),
  ...('of' in gate && { [gate.kind === 'section' ? 'section' : 'row']: gate.of, atLeast: Number(gate.atLeast) }),
  truth,
});

const vetoOf = ({ veto, truth }: VetoResult) => ({
  id: veto.id,
  ...(veto.clause !== undefined && { clause: veto.clause }),
  title: veto.title,
  effect: veto.effect.kind,
  ...('grade' in veto.effect && { grade: veto.effect.grade }),
  truth,
});

/** A scorecard as filled in, for the published result: a ledger to reckon with, and the same as sentences. */
export const scorecardResultOf = ({ scorecard, pack }: Audit) => {
  if (scorecard === undefined) return undefined;
  const { result, asked } = scorecard;
  const titles = sectionTitles(scorecard);
  const reading: Reading = { vocabulary: pack.vocabulary, bounds: rowBounds(scorecard) };
  return {
    total: Number(result.total),
    floor: numberOrNull(asked.floor),
    cap: numberOrNull(asked.cap),
    rows: countedRows(result).map(row => rowOf(row, reading)),
    low: sumOf(result.low, titles),
    high: sumOf(result.high, titles),
    vetoes: result.vetoes.map(vetoOf),
    gates: result.gates.map(gateOf),
    award: result.award,
    charges: result.charges.map(({ subject, item, times: [least, most], points, amount: [low, high] }) => ({
      subject,
      row: item,
      times: { low: figureOf(least), high: figureOf(most) },
      points: Number(points),
      low: Number(low),
      high: numberOrNull(high),
    })),
    bureaus: result.bureaus.map(({ bureau, low, high, max }) => ({
      bureau,
      low: Number(low),
      high: Number(high),
      max: Number(max),
    })),
  };
};
