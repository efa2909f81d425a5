import { sumOfDecimals } from '../base/exact.ts';
import type { Location } from '../base/location.ts';
import { isError, type Loaded, loaded, type Problem, problem, SEVERITIES } from '../base/problem.ts';
import { isNonEmpty } from '../base/text.ts';
import type { Fact, Value } from '../base/value.ts';
import type { Audit } from '../finding/audit.ts';
import type { Profile } from '../profile/profile.ts';
import type { Grade, Scheme, Score } from '../scoring/score.ts';
import type { Pack, Rule } from '../standard/pack.ts';
import { readingOf, settlePack } from '../standard/reading.ts';
import type { KeptResult } from './contract.ts';
import { type Joining, joinFinding, locate, valueIn } from './join-finding.ts';
import { joinInspection } from './join-inspection.ts';
import { joinScorecard } from './join-scorecard.ts';
import { type KeptValue, locationOf } from './values.ts';

/** The pack and the scheme by which a result was made, from its texts. */
export interface Standard {
  readonly pack: Pack;
  readonly scheme: Scheme;
}

const gradeOf = ({ grades }: Scheme, id: string): Grade =>
  grades.find(grade => grade.id === id) ?? { id, label: { zh: id, en: id }, atLeast: '0' };

const scoreOf = ({ grade, decidedBy, ...score }: NonNullable<KeptResult['score']>, scheme: Scheme): Score => {
  const ids = grade === undefined ? [] : grade.settled ? [grade.value] : grade.candidates;
  const candidates = ids.map(id => gradeOf(scheme, id));
  return { ...score, grade: { candidates, decidedBy } };
};

type Facts = readonly (readonly [id: string, fact: Fact])[];

const declare = (value: Value, location: Location): Fact => ({ state: 'declared', value, location });

/** Who the centre is, as its profile says. */
const identityFacts = (joining: Joining): Facts =>
  Object.entries(joining.profile.center).map(([name, text]) => {
    const [id, { root }] = [`center.${name}`, joining.profile];
    return [id, declare(valueIn(text, id, root, joining), root)];
  });

/** Lists of which a record leaves something out that could decide. */
const recordFacts = ({ profile: { records = {} } }: KeptResult, joining: Joining): Facts => {
  const location = joining.profile.root;
  return Object.entries(records).map(([list, items]) => {
    const fieldOf = ([name, value]: readonly [string, KeptValue]) => {
      const id = `${list}.${name}`;
      return [id, declare(valueIn(value, id, location, joining), location)] as const;
    };
    const known = items.map(({ key, facts }) => ({
      key,
      location,
      facts: new Map(Object.entries(facts).map(fieldOf)),
    }));
    return [list, declare({ type: 'records', items: known }, location)];
  });
};

const joiningOf = ({ profile: { path, root, center, levelGiven }, asOf }: KeptResult, { pack }: Standard): Joining => {
  const { level, ...rest } = center;
  return {
    profile: { path, root: locationOf(root, path), center: levelGiven === true ? rest : center },
    asOf,
    vocabulary: pack.vocabulary,
    told: new Map(),
  };
};

const profileOf = (kept: KeptResult, joining: Joining): Profile => ({
  ...joining.profile,
  sha256: kept.profile.sha256,
  facts: new Map([...identityFacts(joining), ...recordFacts(kept, joining)]),
  places: new Map(),
});

const withFact = (details: Readonly<Record<string, unknown>>, { vocabulary }: Joining) => {
  const fact = typeof details.fact === 'string' ? vocabulary.fact.get(details.fact) : undefined;
  return fact === undefined ? details : { ...details, fact };
};

const problemOf = ({ code, details, location }: KeptResult['problems'][number], joining: Joining): Problem =>
  ({ code, severity: SEVERITIES[code], location: locate(location, joining), ...withFact(details, joining) }) as Problem;

/** What is to be said of an audit; errors among it could not be read, and the audit is provisional. */
const saidOf = ({ problems }: KeptResult, joining: Joining): Pick<Audit, 'warnings' | 'provisional'> => {
  const warnings = problems.map(found => problemOf(found, joining));
  const unread = warnings.filter(isError);
  return { warnings, ...(isNonEmpty(unread) && { provisional: unread }) };
};

const missingRules = ({ findings }: KeptResult, { rules }: Pack, at: Location): readonly Problem[] => {
  const known = new Set(rules.map(({ id }) => id));
  return findings
    .filter(({ rule }) => !known.has(rule))
    .map(({ rule }) => problem('unknown-name', at, { kind: 'rule', name: rule, suggestions: [] }));
};

/** Under a scorecard the rules' own points are not published: they add up to those of the pack's sections. */
const sectionsOf = (
  { sections, scorecard }: KeptResult,
  findings: Audit['findings'],
  { pack }: Standard,
): Audit['sections'] => {
  if (scorecard === undefined) return sections.map(({ id, low, high, max }) => ({ section: id, low, high, max }));
  return pack.sections.map(({ id }) => {
    const own = findings.filter(({ finding }) => finding.rule.section === id);
    const sum = (end: 'low' | 'high' | 'max') => sumOfDecimals(own.map(({ points }) => points[end]));
    return { section: id, low: sum('low'), high: sum('high'), max: sum('max') };
  });
};

const scoringOf = (
  kept: KeptResult,
  scheme: Scheme,
  joining: Joining,
): Pick<Audit, 'score' | 'scorecard' | 'unwaived'> => {
  const { scorecard, scoreWithoutWaivers: unwaived } = kept;
  const score = kept.score && scoreOf(kept.score, scheme);
  const grade = score?.grade ?? { candidates: scheme.grades.slice(0, 1), decidedBy: [] };
  return {
    ...(score && { score }),
    ...(scorecard &&
      scheme.scorecard && {
        scorecard: joinScorecard(scorecard, scheme.scorecard, grade, joining),
      }),
    ...(unwaived !== undefined && { unwaived: unwaived === null ? {} : { score: scoreOf(unwaived, scheme) } }),
  };
};

const otherwiseOf = ({ otherwise }: KeptResult, rules: ReadonlyMap<string, Rule>): Pick<Audit, 'otherwise'> =>
  otherwise === undefined
    ? {}
    : {
        otherwise: otherwise.flatMap(({ rule: id, reading: name, says: _, ...told }) => {
          const rule = rules.get(id);
          const reading = rule && readingOf(rule, name);
          return rule === undefined || reading === undefined ? [] : [{ ...told, rule, reading }];
        }),
      };

const auditOf = (kept: KeptResult, standard: Standard, joining: Joining): Audit => {
  const { pack, scheme } = standard;
  const { asOf, counts, earlier, inspection, profile } = kept;
  const { notApplicable, pass, fail, unknown } = counts;
  const rules = new Map(pack.rules.map(rule => [rule.id, rule]));
  const findings = kept.findings.flatMap(finding => {
    const rule = rules.get(finding.rule);
    return rule === undefined ? [] : [joinFinding(finding, rule, joining)];
  });
  return {
    profile: profileOf(kept, joining),
    level: profile.center.level,
    pack,
    scheme,
    asOf,
    findings,
    counts: { pass, fail, unknown, 'not-applicable': notApplicable },
    sections: sectionsOf(kept, findings, standard),
    ...scoringOf(kept, scheme, joining),
    ...(earlier && { earlier }),
    ...otherwiseOf(kept, rules),
    ...(inspection && joinInspection(inspection, joining)),
    ...saidOf(kept, joining),
  };
};

const settledPacks = new WeakMap<Pack, Map<string, Pack>>();

/** One pack for all results that were read alike. */
const asSettled = (pack: Pack, readings: KeptResult['readings']): Pack => {
  if (readings === undefined) return pack;
  const known = settledPacks.get(pack) ?? new Map<string, Pack>();
  const key = JSON.stringify(readings);
  const made = known.get(key) ?? settlePack(pack, readings);
  settledPacks.set(pack, known.set(key, made));
  return made;
};

/** The audit again of which a result was written, as far as reports tell of it. */
export const joinResult = (kept: KeptResult, standard: Standard, at: Location): Loaded<Audit> =>
  loaded(missingRules(kept, standard.pack, at), () => {
    const settled = { ...standard, pack: asSettled(standard.pack, kept.readings) };
    return auditOf(kept, settled, joiningOf(kept, settled));
  });
