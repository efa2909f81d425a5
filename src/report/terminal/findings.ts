import type { Audit } from '../../model/finding/audit.ts';
import type { Finding } from '../../model/finding/finding.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { clauseText, OBLIGATION_NAMES, sectionTitle } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { entry, field, type Page } from './page.ts';

type Outcome = Finding['outcome'];

export interface Scored<O extends Outcome> extends ScoredFinding {
  readonly finding: Extract<Finding, { outcome: O }>;
}

/** The findings of one outcome, in the pack's order. */
export const having = <O extends Outcome>(audit: Audit, outcome: O): readonly Scored<O>[] =>
  audit.findings.filter((scored): scored is Scored<O> => scored.finding.outcome === outcome);

/** What is encouraged weighs on no verdict and is told apart. */
export const isBinding = ({ finding }: ScoredFinding): boolean => finding.rule.obligation !== 'may';

/** The head of a finding, with how it binds and what it weighs; the rule's id is what `explain` asks for. */
export const head = (
  scored: ScoredFinding,
  stake: readonly [zh: string, en: string],
  page: Page,
): readonly string[] => {
  const { finding, points } = scored;
  const { rule, outcome } = finding;
  const amount = pick(page, `${points.max} 分`, `${points.max} ${points.max === '1' ? 'point' : 'points'}`);
  const weight = points.max === '0' ? [] : [pick(page, `${stake[0]} ${amount}`, `${amount} ${stake[1]}`)];
  const remarks = [OBLIGATION_NAMES[rule.obligation][page.lang], ...weight, rule.id].join(pick(page, '，', ', '));
  const title = `${clauseText(rule)}  ${rule.title[page.lang]}`;
  return ['', ...entry(page, outcome, title, { words: [`[${remarks}]`], brush: page.paint.strong })];
};

/** A line of a finding: its label, its text, and places that follow; nothing where there is nothing to say. */
export const detail = (
  page: Page,
  label: readonly [zh: string, en: string],
  text: string,
  words: readonly string[] = [],
): readonly string[] =>
  text === '' && words.length === 0 ? [] : field(page, pick(page, ...label), text, { indent: 4, words });

export const bySection = <S extends ScoredFinding>(
  findings: readonly S[],
  audit: Audit,
  page: Page,
  say: (finding: S) => readonly string[],
): readonly string[] =>
  audit.pack.sections.flatMap(({ id }) => {
    const own = findings.filter(({ finding }) => finding.rule.section === id);
    if (own.length === 0) return [];
    return ['', page.paint.strong(sectionTitle(audit.pack, id, page.lang)), ...own.flatMap(say)];
  });
