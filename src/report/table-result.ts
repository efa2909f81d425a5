import type { Audit } from '../model/audit.ts';
import type { ItemResult, TableResult } from '../model/points.ts';
import type { Bilingual, Lang } from '../model/text.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { appliedText } from './words/stages.ts';
import { accountText, totalText } from './words/table-points.ts';

const inBoth = <T>(say: (lang: Lang) => T): { readonly zh: T; readonly en: T } => ({ zh: say('zh'), en: say('en') });

const number = (amount: string): number => Number(amount);

const rowOf = (row: ItemResult, vocabulary: Vocabulary) => ({
  id: row.item,
  section: row.section,
  clause: row.clause,
  title: row.title satisfies Bilingual,
  ...(row.bureau !== undefined && { bureau: row.bureau }),
  low: number(row.low.points),
  high: number(row.high.points),
  max: number(row.max),
  inTable: !(row.low.excluded && row.high.excluded),
  ...(row.pending !== undefined && { waitsFor: row.pending }),
  ledger: {
    low: inBoth(lang => accountText(row, 'low', lang, vocabulary)),
    high: inBoth(lang => accountText(row, 'high', lang, vocabulary)),
  },
  missing: [...new Set(row.gaps.map(gap => gap.fact))],
});

const accountOf = (account: TableResult['low']) => ({
  ...(account.class && { class: account.class.id }),
  sections: account.sections.map(({ section, points, max, outside }) => ({
    id: section,
    points: number(points),
    max: number(max),
    outside,
  })),
  points: number(account.points),
  sum: inBoth(lang => totalText(account, lang)),
});

const stagesOf = ({ stages = [], applied = [], pack, scheme }: Audit) => ({
  scores: stages.map(({ stage, score }) => ({
    stage,
    ...(score && { low: number(score.low), high: number(score.high) }),
  })),
  changes: applied.map(change => ({
    stage: change.stage,
    kind: change.kind,
    subject: change.kind === 'fact' ? change.change.fact : change.change.entry,
    reason: change.change.reason,
    person: change.change.person,
    level: change.change.level,
    text: inBoth(lang => appliedText(change, { pack, scheme }, lang)),
  })),
});

/** A scoring table as filled in, for the published result: figures to reckon with, and the ledger as sentences. */
export const tableResultOf = (audit: Audit) => {
  const result = audit.table?.result;
  if (result === undefined) return undefined;
  return {
    total: number(result.total),
    low: accountOf(result.low),
    high: accountOf(result.high),
    rows: result.items.map(row => rowOf(row, audit.pack.vocabulary)),
    vetoes: result.vetoes.map(({ veto, truth }) => ({ id: veto.id, title: veto.title, effect: veto.effect, truth })),
    gates: result.gates.map(({ grade, truth, gate }) => ({
      grade,
      kind: gate.kind,
      ...('item' in gate && { item: gate.item }),
      ...('title' in gate && gate.title !== undefined && { title: gate.title }),
      truth,
    })),
    award: result.award,
    charges: result.charges.map(({ subject, item, times, points, amount }) => ({
      subject,
      item,
      times,
      points,
      amount,
    })),
    bureaus: result.bureaus.map(({ bureau, low, high, max }) => ({
      bureau,
      low: number(low),
      high: number(high),
      max: number(max),
    })),
    ...(audit.stages && { stages: stagesOf(audit) }),
  };
};
