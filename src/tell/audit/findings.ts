import { both } from '../../model/base/text.ts';
import { OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { label, OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { pick, voiced } from '../../words/reader.ts';
import type { Block, Chapter, Findings } from '../block.ts';
import { chapter, remark, table } from '../blocks.ts';
import { tellFinding } from './finding.ts';
import { countOf, having, isBinding, type Subject } from './subject.ts';

const told = (findings: readonly ScoredFinding[], style: Findings['style'], subject: Subject): Findings => ({
  kind: 'findings',
  style,
  items: findings.map(scored => tellFinding(scored, subject)),
});

interface Section {
  readonly id: string;
  readonly heading: Block;
  readonly findings: readonly ScoredFinding[];
}

/** Findings by the sections of the standard, each under its heading. */
const bySection = (findings: readonly ScoredFinding[], { audit, lang }: Subject): readonly Section[] =>
  audit.pack.sections.flatMap(({ id }) => {
    const own = findings.filter(({ finding }) => finding.rule.section === id);
    const text = sectionTitle(audit.pack, id, lang);
    return own.length === 0
      ? []
      : [{ id, heading: { kind: 'heading', level: 1, text, anchor: `section-${id}` } as const, findings: own }];
  });

const inFull = (findings: readonly ScoredFinding[], subject: Subject): readonly Block[] =>
  bySection(findings, subject).flatMap(section => [section.heading, told(section.findings, 'whole', subject)]);

/** Where what is encouraged has the same outcome, it is not counted in. */
const countText = (outcome: 'fail' | 'unknown', count: number, { findings, lang }: Subject): string => {
  const apart = having(findings, outcome).length - count;
  return apart === 0
    ? both(`（${count} 条）`, ` (${count})`)[lang]
    : both(`（${count} 条，不含可做事项 ${apart} 条）`, ` (${count}, and ${apart} optional)`)[lang];
};

/** What is asked and not met. */
export const failed = (subject: Subject): Chapter | undefined => {
  const own = having(subject.findings, 'fail').filter(isBinding);
  if (own.length === 0) return undefined;
  return chapter(
    'failed',
    pick(subject, '不符合', 'Not met') + countText('fail', own.length, subject),
    ...inFull(own, subject),
  );
};

/** What cannot be decided yet: the points that hang on it, the fact to ask for, and where. */
export const undecided = (subject: Subject): Chapter | undefined => {
  const own = having(subject.findings, 'unknown').filter(isBinding);
  if (own.length === 0) return undefined;
  const advice = voiced(subject, {
    zh: '补报下列内容即可判定；没有注明位置的，申报表里还没有这一项。',
    en: 'The facts asked for would decide; one without a place is not in the profile yet.',
  });
  return chapter(
    'undecided',
    pick(subject, '未定', 'Not decided') + countText('unknown', own.length, subject),
    remark(advice),
    ...inFull(own, subject),
  );
};

/** What a standard encourages and the centre has not done, or not told. */
export const encouraged = (subject: Subject): Chapter | undefined => {
  const own = [...having(subject.findings, 'fail'), ...having(subject.findings, 'unknown')].filter(
    scored => !isBinding(scored),
  );
  if (own.length === 0) return undefined;
  return chapter(
    'encouraged',
    voiced(subject, {
      zh: `可做事项中没有做到和没有申报的（${own.length} 条，不影响结论）`,
      en: `Optional, not done or not declared (${own.length}; no effect on the verdict)`,
    }),
    told(own, 'brief', subject),
  );
};

const RESTS = {
  pass: { zh: '符合', en: 'Met' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
} as const;

const rest = (outcome: keyof typeof RESTS, subject: Subject): Chapter | undefined => {
  const own = having(subject.findings, outcome);
  if (own.length === 0) return undefined;
  const name = RESTS[outcome];
  return chapter(
    outcome,
    pick(subject, `${name.zh}（${own.length} 条）`, `${name.en} (${own.length})`),
    told(own, 'brief', subject),
  );
};

export const passed = (subject: Subject): Chapter | undefined => rest('pass', subject);

export const outside = (subject: Subject): Chapter | undefined => rest('not-applicable', subject);

/** How many passed and how many do not apply, where neither is listed. */
export const others = (subject: Subject): Chapter | undefined => {
  if (subject.audit.pack.rules.length === 0) return undefined;
  const [met, left] = [countOf(subject.findings, 'pass'), countOf(subject.findings, 'not-applicable')];
  return chapter(
    'others',
    voiced(subject, {
      zh: `其余：符合 ${met} 条，不适用 ${left} 条（加 --all 逐条列出）`,
      en: `The rest: ${met} met, ${left} not applicable (--all lists them)`,
    }),
  );
};

/** What wants attention stands first; otherwise the pack's order holds. */
const ORDER: Readonly<Record<Outcome, number>> = { fail: 0, unknown: 1, pass: 2, 'not-applicable': 3 };

const tally = (findings: readonly ScoredFinding[], { lang }: Subject): string =>
  OUTCOMES.filter(outcome => countOf(findings, outcome) > 0)
    .map(outcome => `${OUTCOME_NAMES[outcome][lang]} ${countOf(findings, outcome)}`)
    .join(both('，', ', ')[lang]);

/** Every requirement once, by section. */
export const findings = (subject: Subject): Chapter | undefined => {
  const { length } = subject.findings;
  if (length === 0) return undefined;
  return chapter(
    'findings',
    pick(subject, `审核条目（${length} 条）`, `Findings (${length})`),
    ...bySection(subject.findings, subject).flatMap(({ heading, findings }) => {
      const inOrder = findings.toSorted((a, b) => ORDER[a.finding.outcome] - ORDER[b.finding.outcome]);
      return [heading, remark(tally(findings, subject)), told(inOrder, 'whole', subject)];
    }),
  );
};

/** What the verdict rests on where it is not met: every failed `must` in one line. */
export const shortcomings = (subject: Subject): Chapter | undefined => {
  const { lang } = subject;
  const own = having(subject.findings, 'fail').filter(({ finding }) => finding.rule.obligation === 'must');
  if (own.length === 0) return undefined;
  const rows = own.map(scored => {
    const { clause, title, anchor, gist, waived } = tellFinding(scored, subject);
    return {
      cells: [clause, [{ text: title, to: anchor }], gist + (waived ? both('（已豁免）', ' (waived)')[lang] : '')],
    };
  });
  return chapter(
    'shortcomings',
    both(`不符合的“应当”要求（${own.length} 条）`, `"Must" requirements not met (${own.length})`)[lang],
    table('shortcomings', rows, [
      { title: label('clause', lang), kind: 'clause', width: 14 },
      { title: label('title', lang), kind: 'name', width: 30 },
      { title: label('gap', lang), kind: 'text', width: 56 },
    ]),
  );
};
