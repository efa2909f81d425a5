import type { Problem } from '../base/problem.ts';
import type { Tool } from '../base/tool.ts';
import type { Fact, RecordItem } from '../base/value.ts';
import type { Audit } from '../finding/audit.ts';
import { factIdOf, gapsOf } from '../finding/finding.ts';
import type { Applied } from '../profile/inspection.ts';
import type { Center, Level } from '../profile/profile.ts';
import { scorecardSections } from '../scoring/rows.ts';
import type { Score } from '../scoring/score.ts';
import { settledOf } from '../standard/reading.ts';
import type { Result } from './contract.ts';
import { figureOf, pointsOf, published } from './values.ts';
import { SCHEMA_VERSION } from './version.ts';
import { findingOf, type Writing, writingOf } from './write-finding.ts';
import { scorecardOf } from './write-scorecard.ts';

type Inspection = NonNullable<Result['inspection']>;
type WrittenChange = Inspection['changes'][number];
type WrittenFact = Extract<WrittenChange, { kind: 'fact' }>['found'];

const factOf = (fact: Fact, { place }: Writing): WrittenFact =>
  fact.state === 'declared'
    ? { state: fact.state, value: published(fact.value), location: place(fact.location) }
    : { ...fact, location: place(fact.location) };

const changeOf = (applied: Applied, writing: Writing): WrittenChange => {
  const { stage, change } = applied;
  const { reason, person, level, location } = change;
  const who = { stage, reason, person, level, location: writing.place(location) };
  if (applied.kind === 'fact') {
    const { fact, record, found } = applied.change;
    return {
      kind: applied.kind,
      ...who,
      fact,
      ...(record && { record }),
      ...(applied.before && { before: factOf(applied.before, writing) }),
      found: factOf(found, writing),
    };
  }
  const enteredOf = ({ value, option }: typeof applied.change) => ({
    value: figureOf(value),
    ...(option !== undefined && { option }),
  });
  const { entry, bureau } = applied.change;
  return {
    kind: applied.kind,
    ...who,
    entry,
    ...(applied.before && { before: enteredOf(applied.before) }),
    found: enteredOf(applied.change),
    ...(bureau !== undefined && { bureau }),
  };
};

/** The score of each stage, and every change between. */
const inspectionOf = (
  { stages = [], records = [], applied = [] }: Pick<Audit, 'stages' | 'records' | 'applied'>,
  writing: Writing,
): Inspection => ({
  ...(records.length > 0 && { records: [...records] }),
  stages: stages.map(({ stage, score, rows }) => ({
    stage,
    ...(score && { score: { low: figureOf(score.low), high: figureOf(score.high), grades: score.grades } }),
    ...(rows && { rows: rows.map(({ item, low, high }) => ({ id: item, low: figureOf(low), high: figureOf(high) })) }),
  })),
  changes: applied.map(change => changeOf(change, writing)),
});

const scoreOf = ({ low, high, max, points, grade }: Score): NonNullable<Result['score']> => {
  const [first, ...others] = grade.candidates.map(({ id }) => id);
  return {
    ...pointsOf({ low, high, max }),
    points: pointsOf(points),
    ...(first !== undefined && {
      grade: others.length > 0 ? { settled: false, candidates: [first, ...others] } : { settled: true, value: first },
    }),
    decidedBy: grade.decidedBy,
  };
};

/** Lists with records that leave out a field that could decide. */
const openLists = ({ findings, scorecard }: Audit): ReadonlyMap<string, ReadonlySet<string>> => {
  const lists = new Map<string, Set<string>>();
  const gaps = [
    ...findings.flatMap(({ finding }) => gapsOf(finding)),
    ...(scorecard?.result.items ?? []).flatMap(row => row.gaps),
  ];
  for (const { fact } of gaps) {
    const [list = '', ...field] = fact.split('[');
    if (field.length > 0) lists.set(list, (lists.get(list) ?? new Set()).add(factIdOf(fact)));
  }
  return lists;
};

const recordOf = ({ key, facts }: RecordItem, list: string, fields: ReadonlySet<string>) => ({
  key,
  facts: Object.fromEntries(
    [...facts].flatMap(([id, fact]) =>
      fields.has(id) && fact.state === 'declared' ? [[id.slice(list.length + 1), published(fact.value)] as const] : [],
    ),
  ),
});

const recordsOf = (audit: Audit): Pick<Result['profile'], 'records'> => {
  const open = [...openLists(audit)].flatMap(([list, fields]) => {
    const [records, fact] = [audit.pack.vocabulary.fact.get(list), audit.profile.facts.get(list)];
    if (records?.type !== 'records' || fact?.state !== 'declared' || fact.value.type !== 'records') return [];
    const wanted = new Set([...fields, `${list}.${records.key}`]);
    return [[list, fact.value.items.map(item => recordOf(item, list, wanted))] as const];
  });
  return open.length === 0 ? {} : { records: Object.fromEntries(open) };
};

/** Who the centre is, with the level by which it was held. */
export const centerOf = ({ profile: { center }, level }: Audit): Center & { readonly level: Level } => {
  const { name, county, township } = center;
  return {
    ...(name !== undefined && { name }),
    level,
    ...(county !== undefined && { county }),
    ...(township !== undefined && { township }),
  };
};

const profileOf = (audit: Audit, { place }: Writing): Result['profile'] => {
  const { path, sha256, center, root } = audit.profile;
  return {
    path,
    sha256,
    center: centerOf(audit),
    ...(center.level === undefined && { levelGiven: true }),
    root: place(root),
    ...recordsOf(audit),
  };
};

const detailsOf = ({
  code: _,
  severity: __,
  location: ___,
  ...details
}: Problem): Readonly<Record<string, unknown>> => {
  const { fact } = { fact: undefined, ...details };
  return typeof fact === 'object' ? { ...details, fact: fact.id } : details;
};

const sectionsOf = ({ sections, scorecard }: Audit): Result['sections'] =>
  scorecard === undefined
    ? sections.map(({ section, ...points }) => ({ id: section, ...pointsOf(points) }))
    : scorecardSections(scorecard).map(({ id, ...points }) => ({ id, ...pointsOf(points) }));

const readingsOf = ({ pack, otherwise }: Audit): Pick<Result, 'readings' | 'otherwise'> => ({
  ...(pack.stated && { readings: settledOf(pack) }),
  ...(otherwise && {
    otherwise: otherwise.map(({ rule, reading, obligation, outcome, score }) => ({
      rule: rule.id,
      reading: reading.id,
      obligation,
      outcome,
      ...(score && { score: { low: figureOf(score.low), high: figureOf(score.high) } }),
    })),
  }),
});

/** An audit as the published result, the same for every language; `brief` is how it stands in a line among many. */
export const resultOf = (audit: Audit, tool: Tool, brief = false): Result => {
  const writing = writingOf(audit, brief);
  const { counts, score, unwaived, earlier, pack, scheme, findings } = audit;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: tool.name, version: tool.version },
    asOf: audit.asOf,
    profile: profileOf(audit, writing),
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    scheme: { id: scheme.id, sha256: scheme.sha256 },
    counts: {
      pass: counts.pass,
      fail: counts.fail,
      unknown: counts.unknown,
      notApplicable: counts['not-applicable'],
      total: findings.length,
    },
    score: score === undefined ? null : scoreOf(score),
    ...(unwaived && { scoreWithoutWaivers: unwaived.score === undefined ? null : scoreOf(unwaived.score) }),
    ...(earlier && { earlier: earlier.low === undefined ? {} : { low: figureOf(earlier.low) } }),
    sections: sectionsOf(audit),
    ...(audit.scorecard && { scorecard: scorecardOf(audit.scorecard, writing) }),
    ...readingsOf(audit),
    ...(audit.stages && { inspection: inspectionOf(audit, writing) }),
    findings: findings.map(scored => findingOf(scored, writing)),
    problems: audit.warnings.map(problem => ({
      code: problem.code as Result['problems'][number]['code'],
      details: detailsOf(problem),
      location: writing.place(problem.location),
    })),
  };
};
