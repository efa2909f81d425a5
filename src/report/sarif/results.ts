import type * as sarif from 'sarif';
import { isCell, type Location, placeInFile } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Change } from '../../model/finding/comparison.ts';
import type { Finding, Outcome } from '../../model/finding/finding.ts';
import { fingerprintOf } from '../../model/finding/fingerprint.ts';
import type { GateVerdict } from '../../model/finding/gate.ts';
import type { ScoredFinding, Waived } from '../../model/scoring/score.ts';
import { causesOf, sentenceText, tellFinding } from '../../tell/audit/finding.ts';
import type { Subject } from '../../tell/audit/subject.ts';
import type { DetailKind } from '../../tell/block.ts';
import { waivedText } from '../../words/findings/waivers.ts';
import { problemText } from '../../words/problems/problems.ts';
import { gateRule, LEVELS, problemRuleOf } from './rules.ts';

const DRIVE = /^[A-Za-z]:\//u;

/** A path as a URI: relative ones stay relative, so that a viewer finds them in its copy of the repository. */
export const uriOf = (file: string): string => {
  const path = file.replaceAll('\\', '/');
  const uri = encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F');
  if (path.startsWith('/')) return `file://${uri}`;
  return DRIVE.test(path) ? `file:///${uri}` : uri;
};

/** A text has lines; a cell is a logical place, for a workbook has none. `fact` is what stands, or should stand, there. */
const locationOf = (location: Location, fact?: string): sarif.Location => {
  const cell = isCell(location)
    ? [{ name: location.cell, fullyQualifiedName: placeInFile(location), kind: 'cell' }]
    : [];
  const logical = [...cell, ...(fact === undefined ? [] : [{ fullyQualifiedName: fact, kind: 'property' }])];
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(location.file) },
      ...(!isCell(location) && { region: { startLine: location.line, startColumn: location.column } }),
    },
    ...(logical.length > 0 && { logicalLocations: logical }),
  };
};

const KINDS = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'open',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Outcome, sarif.Result.kind>;

const BASELINE = {
  new: 'new',
  worse: 'updated',
  unchanged: 'unchanged',
  resolved: 'updated',
  incomparable: 'new',
} as const satisfies Record<Change, sarif.Result.baselineState>;

/** The first cause is where the result stands, the others are beside it. */
const placesIn = (finding: Finding, { profile }: Audit): Pick<sarif.Result, 'locations' | 'relatedLocations'> => {
  const [first, ...others] = causesOf(finding).map(({ fact, location }) => locationOf(location, fact));
  return {
    locations: [first ?? locationOf(profile.root)],
    ...(others.length > 0 && { relatedLocations: others.map((location, index) => ({ id: index + 1, ...location })) }),
  };
};

const suppressionsOf = (waived: Waived | undefined, lang: Lang): sarif.Suppression[] =>
  waived === undefined
    ? []
    : waived.waivers.map(waiver => ({
        kind: 'external',
        status: 'accepted',
        justification: waivedText({ ...waived, waivers: [waiver] }, lang),
        location: locationOf(waiver.location),
      }));

/** Told of the rule, or of the places of the result. */
const ELSEWHERE: ReadonlySet<DetailKind> = new Set(['asked', 'place']);

export const resultOf = (scored: ScoredFinding, subject: Subject): sarif.Result => {
  const { finding, waived, change } = scored;
  const { rule, outcome } = finding;
  const { audit, lang } = subject;
  const fingerprint = fingerprintOf(finding, audit.profile);
  const words = tellFinding(scored, subject);
  const details = words.details.filter(({ kind }) => !ELSEWHERE.has(kind)).map(({ kind, text }) => [kind, text]);
  return {
    ruleId: rule.id,
    kind: KINDS[outcome],
    level: outcome === 'fail' ? LEVELS[rule.obligation] : 'none',
    message: { text: sentenceText(words, lang) },
    ...placesIn(finding, audit),
    partialFingerprints: { 'duibiaoFinding/v1': fingerprint, primaryLocationLineHash: fingerprint },
    ...(audit.earlier && { baselineState: change === undefined ? 'unchanged' : BASELINE[change] }),
    ...(audit.unwaived && { suppressions: suppressionsOf(waived, lang) }),
    properties: Object.fromEntries([...details, ...(change === undefined ? [] : [['change', words.change]])]),
  };
};

export const problemResult = (problem: Problem, lang: Lang): sarif.Result => ({
  ruleId: problemRuleOf(problem, lang).id,
  kind: 'fail',
  level: problem.severity,
  message: { text: problemText(problem, lang) },
  locations: [locationOf(problem.location)],
});

/** A gate that is not passed is said as well: a score can be too low though no rule fails. */
export const gateResult = ({ verdict, reason }: GateVerdict, audit: Audit, lang: Lang): sarif.Result => ({
  ruleId: gateRule(lang).id,
  kind: verdict === 'undecided' ? 'open' : verdict === 'failed' ? 'fail' : 'pass',
  level: verdict === 'failed' ? 'error' : 'none',
  message: { text: reason[lang] },
  locations: [locationOf(audit.profile.root)],
});
