import type { Location } from '../../model/base/location.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { Value } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import {
  type Finding,
  factIdOf,
  type Gap,
  type Ground,
  type NotApplicableReason,
} from '../../model/finding/finding.ts';
import type { Grade, Score, ScoredFinding } from '../../model/scoring/score.ts';
import { scorecardSections } from '../../model/scoring/sections-of-rows.ts';
import type { Rule } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { expectedText } from '../../words/checks/expressions.ts';
import { actualText, reasonText, shortfallText } from '../../words/findings/findings.ts';
import { problemText } from '../../words/problems/problems.ts';
import { locationOf, marksOf, pointsOf, unwaivedOf } from './marks.ts';
import { scorecardResultOf } from './scorecard.ts';
import { stagesResultOf } from './stages.ts';

/** Raised whenever a reader of the result would have to change. */
export const SCHEMA_VERSION = '1.0.0';

const both = (say: (lang: Lang) => string): Bilingual => ({ zh: say('zh'), en: say('en') });

/** A copy in the order of the published result. */
const textOf = ({ zh, en }: Bilingual): Bilingual => ({ zh, en });

export const declaredOf = (value: Value) => {
  switch (value.type) {
    case 'quantity':
      return { type: value.type, amount: Number(value.amount), unit: value.unit };
    case 'size':
      return { type: value.type, sides: value.sides.map(Number), unit: value.unit };
    case 'count':
    case 'percent':
      return { type: value.type, amount: Number(value.amount) };
    case 'term':
      return { type: value.type, value: value.code };
    case 'terms':
      return { type: value.type, value: value.terms.map(term => term.code) };
    case 'records':
      return { type: value.type, value: value.items.map(item => item.key) };
    default:
      return { type: value.type, value: value.value };
  }
};

const groundOf = ({ fact, item, value, location }: Ground) => ({
  fact,
  ...(item !== undefined && { item }),
  value: value === null ? null : declaredOf(value),
  location: locationOf(location),
});

const gapOf =
  (vocabulary: Vocabulary) =>
  ({ fact, item, reason, location }: Gap) => ({
    fact,
    ...(item !== undefined && { item }),
    label: both(lang => vocabulary.fact.get(factIdOf(fact))?.label[lang] ?? fact),
    reason,
    location: locationOf(location),
  });

const gapsOf = (finding: Finding): readonly Gap[] => {
  if (finding.outcome === 'unknown') return finding.gaps;
  return finding.outcome === 'not-applicable' && 'gaps' in finding.reason ? finding.reason.gaps : [];
};

const groundsOf = (finding: Finding): readonly Ground[] => {
  if (finding.outcome !== 'not-applicable') return finding.grounds;
  return 'grounds' in finding.reason ? finding.reason.grounds : [];
};

const reasonOf = (finding: Finding, reason: NotApplicableReason, vocabulary: Vocabulary) => ({
  kind: reason.kind,
  ...('date' in reason && { date: reason.date }),
  text: both(lang => (finding.outcome === 'not-applicable' ? reasonText(finding, vocabulary, lang) : '')),
});

/** Where to look first: at what falls short, else at what is missing, else at what decided. */
const placeOf = (finding: Finding, root: Location): Location => {
  const [shortfall] = finding.outcome === 'fail' ? finding.shortfalls : [];
  return locationOf((shortfall ?? gapsOf(finding)[0] ?? groundsOf(finding)[0])?.location ?? root);
};

const expected = new WeakMap<Rule, Bilingual>();

/** What a rule asks is the same for every centre. */
const expectedOf = (rule: Rule, vocabulary: Vocabulary): Bilingual => {
  const said = expected.get(rule) ?? both(lang => expectedText(rule, vocabulary, lang));
  expected.set(rule, said);
  return said;
};

/** What is said of one finding of an audit. */
export const findingOf =
  ({ pack: { vocabulary }, profile }: Audit) =>
  (scored: ScoredFinding) => {
    const { finding, points } = scored;
    const { rule, outcome, fingerprint } = finding;
    return {
      rule: rule.id,
      clause: rule.clause,
      obligation: rule.obligation,
      section: rule.section,
      title: textOf(rule.title),
      outcome,
      ...(outcome === 'not-applicable' && { reason: reasonOf(finding, finding.reason, vocabulary) }),
      expected: expectedOf(rule, vocabulary),
      actual: both(lang => actualText(finding, vocabulary, lang)),
      ...(outcome === 'fail' && { shortfall: both(lang => shortfallText(finding, vocabulary, lang)) }),
      missing: gapsOf(finding).map(gapOf(vocabulary)),
      grounds: groundsOf(finding).map(groundOf),
      location: locationOf(placeOf(finding, profile.root)),
      points: pointsOf(points),
      remedy: textOf(rule.remedy),
      fingerprint,
      ...marksOf(scored),
    };
  };

const gradeOf = ({ id, label, atLeast }: Grade) => ({ id, label: textOf(label), atLeast: Number(atLeast) });

const scoreOf = ({ low, high, max, points, grade }: Score) => {
  const [first, ...others] = grade.candidates.map(({ id }) => id);
  return {
    low: Number(low),
    high: Number(high),
    max: Number(max),
    points: pointsOf(points),
    grade: others.length === 0 ? { settled: true, value: first } : { settled: false, candidates: [first, ...others] },
    decidedBy: grade.decidedBy,
  };
};

const centerOf = ({ profile: { center }, level }: Audit) => ({
  ...(center.name !== undefined && { name: center.name }),
  level,
  ...(center.county !== undefined && { county: center.county }),
  ...(center.township !== undefined && { township: center.township }),
});

const packOf = ({ id, version, sha256, status, title, document }: Audit['pack']) => ({
  id,
  version,
  sha256,
  status,
  title: textOf(title),
  document: {
    title: document.title,
    ...(document.number !== undefined && { number: document.number }),
    issuer: textOf(document.issuer),
    ...(document.issued !== undefined && { issued: document.issued }),
  },
});

/** Those of the pack, or of the scorecard where there is one. */
const sectionsOf = ({ sections, pack, scorecard }: Audit) => {
  const titleOf = (section: string): Bilingual =>
    pack.sections.find(({ id }) => id === section)?.title ?? { zh: section, en: section };
  const own = sections.map(points => ({ ...points, id: points.section, title: titleOf(points.section) }));
  return (scorecard === undefined ? own : scorecardSections(scorecard)).map(({ id, title, ...points }) => ({
    id,
    title: textOf(title),
    ...pointsOf(points),
  }));
};

/** A scorecard and records of inspections, where there are any. */
const filledIn = (audit: Audit) => {
  const table = scorecardResultOf(audit);
  return { ...(table && { table }), ...stagesResultOf(audit) };
};

/** An audit as the published result: the same for every language, in one order of keys. */
export const resultOf = (
  audit: Audit,
  tool: Tool,
  findings: readonly ReturnType<ReturnType<typeof findingOf>>[] = audit.findings.map(findingOf(audit)),
) => ({
  schemaVersion: SCHEMA_VERSION,
  tool: { name: tool.name, version: tool.version },
  asOf: audit.asOf,
  profile: { path: audit.profile.path, sha256: audit.profile.sha256, center: centerOf(audit) },
  pack: packOf(audit.pack),
  scheme: {
    id: audit.scheme.id,
    sha256: audit.scheme.sha256,
    title: textOf(audit.scheme.title),
    grades: audit.scheme.grades.map(gradeOf),
  },
  counts: {
    pass: audit.counts.pass,
    fail: audit.counts.fail,
    unknown: audit.counts.unknown,
    notApplicable: audit.counts['not-applicable'],
    total: audit.findings.length,
  },
  score: audit.score === undefined ? null : scoreOf(audit.score),
  ...unwaivedOf(audit, scoreOf),
  sections: sectionsOf(audit),
  ...filledIn(audit),
  findings,
  problems: audit.warnings.map(problem => ({
    code: problem.code,
    message: both(lang => problemText(problem, lang)),
    location: locationOf(problem.location),
  })),
});

export type Result = ReturnType<typeof resultOf>;
