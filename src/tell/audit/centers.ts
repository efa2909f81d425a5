import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import type { GateVerdict } from '../../model/finding/gate.ts';
import { centerName, LABELS, label } from '../../words/names.ts';
import { type Called, called, calledAll, pick } from '../../words/reader.ts';
import { gradesText, STANDING_NAMES, scoreFigure, standingOf } from '../../words/scoring/score.ts';
import type { Cell, Column, Table } from '../block.ts';
import { table } from '../blocks.ts';
import { GATE_OUTCOMES, MARKS, outcomeColumns } from './subject.ts';

/** A centre among others, with the anchor of its own part and what the gate says of it. */
export interface CenterEntry {
  readonly audit: Audit;
  readonly to?: string;
  readonly gate?: GateVerdict | undefined;
}

const marked = (outcome: Outcome | undefined, text: string): Cell => (outcome === undefined ? text : { outcome, text });

const calledOf = (entries: readonly Pick<CenterEntry, 'audit'>[]): Called =>
  calledAll(entries.map(({ audit }) => audit.pack.vocabulary));

/** What some of the centres have, and a scorecard by itself may lack. */
interface Has {
  readonly gate: boolean;
  readonly grades: boolean;
  readonly rules: boolean;
}

const hasOf = (entries: readonly CenterEntry[]): Has => ({
  gate: entries.some(({ gate }) => gate !== undefined),
  grades: entries.some(({ audit }) => audit.scheme.grades.length > 0),
  rules: entries.some(({ audit }) => audit.pack.rules.length > 0),
});

const cells = ({ audit, to, gate }: CenterEntry, has: Has, lang: Lang): readonly Cell[] => {
  const { score, scheme, counts } = audit;
  const standing = standingOf(audit);
  const figure = (amount: string | undefined): string => (amount === undefined ? '—' : scoreFigure(amount, scheme));
  return [
    to === undefined ? centerName(audit) : [{ text: centerName(audit), to }],
    marked(MARKS[standing], STANDING_NAMES[standing][lang]),
    ...(gate === undefined ? [] : [marked(GATE_OUTCOMES[gate.verdict], gate.reason[lang])]),
    figure(score?.low),
    figure(score?.high),
    ...(has.grades ? [score === undefined ? '—' : gradesText(score.grade, lang)] : []),
    ...(has.rules ? OUTCOMES.map(outcome => String(counts[outcome])) : []),
  ];
};

/** Centres a row each: what came of them, their scores and counts. */
export const centersTable = (entries: readonly CenterEntry[], lang: Lang): Table => {
  const has = hasOf(entries);
  const column = (title: string, kind: Column['kind'], width: number): Column => ({ title, kind, width });
  const rows = entries.map(entry => ({ cells: cells(entry, has, lang) }));
  return table('centres', rows, [
    column(called(calledOf(entries), LABELS.center)[lang], 'name', 24),
    column(label('verdict', lang), 'outcome', 10),
    ...(has.gate ? [column(label('gate', lang), 'outcome', 18)] : []),
    column(label('low', lang), 'figure', 7),
    column(label('high', lang), 'figure', 7),
    ...(has.grades ? [column(label('grade', lang), 'text', 20)] : []),
    ...(has.rules ? outcomeColumns(lang, true) : []),
  ]);
};

/** How many centres a report holds. */
export const centersTitle = (entries: readonly Pick<CenterEntry, 'audit'>[], lang: Lang): string =>
  pick({ lang, of: calledOf(entries) }, `中心（${entries.length} 个）`, `Centres (${entries.length})`);
