import type * as sarif from 'sarif';
import type { Problem } from '../../model/base/problem.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { MOST, subjectOf } from '../../tell/audit/subject.ts';
import { scorecardTexts } from '../../tell/scorecard.ts';
import { centerName } from '../../words/names.ts';
import { inspectionTexts } from '../../words/scoring/stages.ts';
import type { ReportOptions } from '../index.ts';
import { gateResult, problemResult, resultOf, uriOf } from './results.ts';
import { clausesOf, gateRule, problemRuleOf, ruleOf, taxonomyOf } from './rules.ts';

export const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LANGUAGES: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en-US' };

const driver = ({ name, version }: Tool, rules: sarif.ReportingDescriptor[], lang: Lang): sarif.ToolComponent => ({
  name,
  fullName: `${name} ${version}`,
  version,
  semanticVersion: version,
  shortDescription: {
    text: both('对照县级标准审核', 'audits against county standards')[lang],
  },
  rules,
});

const problemRules = (problems: readonly Problem[], lang: Lang): sarif.ReportingDescriptor[] => [
  ...new Map(problems.map(problem => [problem.code, problemRuleOf(problem, lang)])).values(),
];

/** Results refer to their rules by place as well as by name. */
const indexed = (results: readonly sarif.Result[], rules: readonly sarif.ReportingDescriptor[]): sarif.Result[] =>
  results.map(result => ({ ...result, ruleIndex: rules.findIndex(({ id }) => id === result.ruleId) }));

const part = (name: string): string => name.replaceAll('/', '／');

/** An identity that holds from run to run; viewers file results under what stands before its last slash. */
const identityOf = ({ profile, pack }: Audit): string =>
  ['duibiao', pack.id, profile.center.county ?? '-', centerName({ profile }), ''].map(part).join('/');

const baseOf = (
  options: ReportOptions,
  rules: sarif.ReportingDescriptor[],
  problems: readonly Problem[],
  taxonomy?: string,
): sarif.Run => ({
  tool: {
    driver: {
      ...driver(options.tool, rules, options.lang),
      ...(taxonomy && { supportedTaxonomies: [{ name: taxonomy, index: 0 }] }),
    },
  },
  language: LANGUAGES[options.lang],
  columnKind: 'utf16CodeUnits',
  invocations: [{ executionSuccessful: problems.every(({ severity }) => severity !== 'error') }],
});

/** One centre held against one pack. */
export const runOf = (audit: Audit, options: ReportOptions): sarif.Run => {
  const { lang, gate } = options;
  const { profile, pack, findings, warnings, asOf, score, records = [] } = audit;
  const rules: readonly Rule[] = findings.map(({ finding }) => finding.rule);
  const clauses = clausesOf(rules);
  const verdict = gate?.(audit);
  const scorecard = scorecardTexts(audit, lang);
  const inspection = inspectionTexts(audit, lang);
  const subject = subjectOf(audit, { ...options, most: MOST, part: undefined });
  const descriptors = [
    ...rules.map(rule => ruleOf(rule, pack, clauses, lang)),
    ...(verdict ? [gateRule(lang)] : []),
    ...problemRules(warnings, lang),
  ];
  const results = [
    ...(verdict ? [gateResult(verdict, audit, lang)] : []),
    ...findings.map(scored => resultOf(scored, subject)),
    ...warnings.map(warning => problemResult(warning, lang)),
  ];
  return {
    ...baseOf(options, descriptors, [], pack.id),
    automationDetails: { id: identityOf(audit), description: { text: centerName(audit) } },
    artifacts: [profile, ...records].map(({ path, sha256 }) => ({
      location: { uri: uriOf(path) },
      hashes: { 'sha-256': sha256 },
      roles: ['analysisTarget'],
    })),
    taxonomies: [taxonomyOf(pack, clauses, lang)],
    results: alike(indexed(results, descriptors)),
    properties: {
      asOf,
      pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
      ...(score && { score: { low: score.low, high: score.high, max: score.max } }),
      ...(scorecard.length > 0 && { ledger: scorecard }),
      ...(inspection.length > 0 && { inspection }),
      ...(verdict && { gate: verdict.verdict }),
    },
  };
};

/** Where one result of a run tells of suppression, or of an earlier result, all do. */
const alike = (results: readonly sarif.Result[]): sarif.Result[] => {
  const suppressing = results.some(({ suppressions }) => suppressions !== undefined);
  const comparing = results.some(({ baselineState }) => baselineState !== undefined);
  return results.map(result => ({
    ...result,
    ...(suppressing && { suppressions: result.suppressions ?? [] }),
    ...(comparing && { baselineState: result.baselineState ?? 'new' }),
  }));
};

/** Several centres held against one pack, each rule that has a result told once. */
export const mergedRun = (audits: readonly [Audit, ...Audit[]], options: ReportOptions): sarif.Run => {
  const { lang } = options;
  const [{ pack }] = audits;
  const used = new Set(audits.flatMap(({ findings }) => findings.map(({ finding }) => finding.rule)));
  const rules = pack.rules.filter(rule => used.has(rule));
  const clauses = clausesOf(rules);
  const descriptors = rules.map(rule => ruleOf(rule, pack, clauses, lang));
  const results = audits.flatMap(audit => {
    const subject = subjectOf(audit, { ...options, most: MOST, part: undefined });
    return audit.findings.map(scored => resultOf(scored, subject));
  });
  const inspections = audits.flatMap(audit => {
    const texts = inspectionTexts(audit, lang);
    return texts.length === 0 ? [] : [{ center: centerName(audit), texts }];
  });
  return {
    ...baseOf(options, descriptors, [], pack.id),
    automationDetails: { id: `duibiao/${part(pack.id)}/` },
    taxonomies: [taxonomyOf(pack, clauses, lang)],
    results: indexed(results, descriptors),
    ...(inspections.length > 0 && { properties: { inspections } }),
  };
};

/** What could not be audited, and what is to be said of the run as a whole. */
export const inputsRun = (problems: readonly Problem[], options: ReportOptions): sarif.Run => {
  const rules = problemRules(problems, options.lang);
  const results = problems.map(problem => problemResult(problem, options.lang));
  return {
    ...baseOf(options, rules, problems),
    automationDetails: { id: 'duibiao/inputs/' },
    results: indexed(results, rules),
  };
};
