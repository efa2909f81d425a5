import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import type { ItemResult } from '../../model/scoring/points.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { list } from '../../words/facts/values.ts';
import { label, OUTCOME_NAMES } from '../../words/names.ts';

/** Of what a report is to tell: any of the values of each list that has some. It never touches the score. */
export interface Part {
  readonly rule: readonly string[];
  readonly clause: readonly string[];
  readonly section: readonly string[];
  readonly outcome: readonly Outcome[];
}

/** The part that is asked for; undefined where all is. */
export const partOf = ({ rule = [], clause = [], section = [], outcome = [] }: Partial<Part>): Part | undefined =>
  [rule, clause, section, outcome].every(({ length }) => length === 0) ? undefined : { rule, clause, section, outcome };

const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

/** `三(一)` stands for `三(一)2` and `三(一)` itself; `三(一)1` is no part of `三(一)12`. */
const isWithin = (clause: string, asked: string): boolean => {
  const [own, wanted] = [folded(clause), folded(asked)];
  return own.startsWith(wanted) && !(/\d$/u.test(wanted) && /^\d/u.test(own.slice(wanted.length)));
};

/** What a finding, or a row of a scorecard, can be asked for by. */
interface Marks {
  readonly rule: string;
  readonly clause: readonly string[];
  readonly section: readonly string[];
  readonly outcome: Outcome;
}

const anyOf = <T>(asked: readonly T[], holds: (value: T) => boolean): boolean =>
  asked.length === 0 || asked.some(holds);

const isIn = ({ rule, clause, section, outcome }: Marks, part: Part): boolean =>
  anyOf(part.rule, id => id === rule) &&
  anyOf(part.clause, asked => clause.some(own => isWithin(own, asked))) &&
  anyOf(part.section, asked => section.some(name => folded(name) === folded(asked))) &&
  anyOf(part.outcome, asked => asked === outcome);

const marksOf = ({ finding }: ScoredFinding, { pack }: Pick<Audit, 'pack'>): Marks => {
  const { rule, outcome } = finding;
  const section = pack.sections.find(({ id }) => id === rule.section);
  const names = section === undefined ? [] : [section.clause, section.title.zh, section.title.en];
  return { rule: rule.id, clause: rule.clause, section: [rule.section, ...names], outcome };
};

/** Open where it is not settled, failed where points are lost, passed where none is. */
const outcomeOf = ({ low, high, max }: ItemResult): Outcome => {
  if (low.excluded && high.excluded) return 'not-applicable';
  if (low.points !== high.points || low.excluded !== high.excluded) return 'unknown';
  return low.points === max ? 'pass' : 'fail';
};

/** Whether a finding is in a part; every one is where none is asked for. */
export const holds = (scored: ScoredFinding, audit: Audit, part: Part | undefined): boolean =>
  part === undefined || isIn(marksOf(scored, audit), part);

/** Whether a row of a scorecard is; `titles` are those of its section. */
export const holdsRow = (row: ItemResult, titles: readonly string[], part: Part | undefined): boolean =>
  part === undefined ||
  isIn({ rule: row.item, clause: row.clause, section: [row.section, ...titles], outcome: outcomeOf(row) }, part);

const NONE: Part = { rule: [], clause: [], section: [], outcome: [] };

/** What of a part nothing of an audit has. */
const unknownTo = (audit: Audit, part: Part): Part => {
  const isKnown = (asked: Part): boolean =>
    audit.findings.some(scored => holds(scored, audit, asked)) ||
    (audit.scorecard?.result.items ?? []).some(row => holdsRow(row, sectionNames(row.section, audit), asked));
  return {
    rule: part.rule.filter(value => !isKnown({ ...NONE, rule: [value] })),
    clause: part.clause.filter(value => !isKnown({ ...NONE, clause: [value] })),
    section: part.section.filter(value => !isKnown({ ...NONE, section: [value] })),
    outcome: [],
  };
};

/** What is asked for that nothing of any audit has: a slip of the pen would else read as an empty report. */
export const strays = (part: Part, audits: Iterable<Audit>): readonly string[] => {
  let left = NONE;
  let met = false;
  for (const audit of audits) {
    left = unknownTo(audit, met ? left : part);
    met = true;
  }
  return [...left.rule, ...left.clause, ...left.section];
};

/** What a section of a scorecard goes by. */
export const sectionNames = (id: string, { scorecard }: Audit): readonly string[] =>
  (scorecard?.asked.forms ?? []).flatMap(({ sections }) =>
    sections.filter(section => section.id === id).flatMap(({ title }) => [title.zh, title.en]),
  );

const asked = (part: Part, lang: Lang): string => {
  const outcomes = OUTCOMES.filter(outcome => part.outcome.includes(outcome)).map(
    outcome => OUTCOME_NAMES[outcome][lang],
  );
  const named = [
    [both('规则', 'rule')[lang], part.rule],
    [label('clause', lang), part.clause],
    [label('section', lang), part.section],
    [label('outcome', lang), outcomes],
  ] as const;
  return named
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name} ${list(values, lang)}`)
    .join(both('；', '; ')[lang]);
};

/** What a report says of itself that does not tell everything; empty where it does. */
export const partText = (part: Part | undefined, told: number, all: number, lang: Lang): string =>
  part === undefined
    ? ''
    : both(
        `只列出一部分（${asked(part, lang)}）：${all} 条中的 ${told} 条；结论、得分和条目数按全部计`,
        `a part only (${asked(part, lang)}): ${told} of ${all}; verdict, score and counts are of all`,
      )[lang];
