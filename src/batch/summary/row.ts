import { compareExact, type Exact, exact, times } from '../../model/base/exact.ts';
import { distinct } from '../../model/base/group.ts';
import { inFirstUnit } from '../../model/base/unit.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { aboutOf, factIdOf, isUnsaid, missingIn, type Shortfall } from '../../model/finding/finding.ts';
import type { GateVerdict } from '../../model/finding/gate.ts';
import { declaredValue, type Level } from '../../model/profile/profile.ts';
import {
  type CardColumn,
  type CardRow,
  type CardVeto,
  type CenterRow,
  type Frame,
  type NearMiss,
  OUTCOME_LETTERS,
} from '../../model/result/summary.ts';
import { foundBy } from '../../model/scoring/found-by.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import { entryFact } from '../../model/scoring/rows.ts';
import type { Scheme, ScoredFinding } from '../../model/scoring/score.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { factsOfScorecard } from '../../model/scoring/scorecard-facts.ts';
import { factsOfRule, frameId, type Pack, rulesFor } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';

/** Lists of which rules look at a field: a centre that leaves out the whole list lacks it under its own name. */
const listsOf = (facts: readonly string[], { fact }: Vocabulary): readonly string[] =>
  facts.map(id => id.split('.', 1).join()).filter(id => fact.get(id)?.type === 'records');

const columnsOf = ({ forms }: Scorecard): readonly CardColumn[] => {
  const columns = forms.flatMap(({ sections }) =>
    sections.flatMap(({ title: section, outside, items }) =>
      items.map(({ id, clause, title, bureau, points }) => ({
        ...{ id, clause: clause.join(' / '), title, section, max: points },
        ...(outside && { outside }),
        ...(bureau !== undefined && { bureau }),
      })),
    ),
  );
  return distinct(columns, ({ id }) => id);
};

type Facts = Frame['facts'];

/** Facts that a scorecard looks at too, and what inspectors fill in, with who does. */
const withAsked = (facts: Facts, scorecard: Scorecard, vocabulary: Vocabulary): Facts => {
  const titles = new Map(columnsOf(scorecard).map(({ id, title }) => [id, title]));
  const own = factsOfScorecard(scorecard, vocabulary).map(id => ({
    id,
    label: vocabulary.fact.get(id)?.label ?? { zh: id, en: id },
  }));
  const entries = scorecard.entries.map(({ id, item, label = titles.get(item) ?? { zh: id, en: id }, bureau }) => ({
    id: entryFact(id),
    label: {
      zh: `${label.zh}（由${bureau ?? '检查人'}填写）`,
      en: `${label.en} (for ${bureau ?? 'the inspector'} to fill in)`,
    },
  }));
  return distinct([...facts, ...own, ...entries], ({ id }) => id);
};

export const frameOf = (pack: Pack, level: Level, scheme: Scheme): Frame => {
  const rules = rulesFor(pack, level);
  const asked = rules.flatMap(factsOfRule);
  const facts = [...new Set([...asked, ...listsOf(asked, pack.vocabulary)])].map(fact => ({
    id: fact,
    label: pack.vocabulary.fact.get(fact)?.label ?? { zh: fact, en: fact },
  }));
  const { scorecard } = scheme;
  const { id, version, sha256, title } = pack;
  return {
    id: frameId(pack, level),
    pack: { id, version, sha256, title },
    level,
    ...(pack.vocabulary.subject && { subject: pack.vocabulary.subject }),
    sections: pack.sections,
    rules: rules.map(({ id, clause, obligation, section, title }) => ({ id, clause, obligation, section, title })),
    facts: scorecard === undefined ? facts : withAsked(facts, scorecard, pack.vocabulary),
    ...(scorecard && { card: columnsOf(scorecard) }),
    grades: scheme.grades.map(({ id, label, atLeast }) => ({ id, label, atLeast })),
    total: scheme.total,
    scheme: { id: scheme.id, sha256: scheme.sha256, title: scheme.title },
  };
};

const letterOf = ({ finding, waived }: ScoredFinding): string => {
  const letter = OUTCOME_LETTERS[finding.outcome];
  return waived === undefined ? letter : letter.toUpperCase();
};

/** Up to a tenth of the limit is little. */
const LITTLE = exact('0.1');

const magnitude = (value: ScalarValue): Exact | undefined => {
  if (value.type === 'quantity') return inFirstUnit(value.amount, value.unit);
  return value.type === 'count' || value.type === 'percent' ? exact(value.amount) : undefined;
};

const isNear = (by: ScalarValue, limit: ScalarValue): boolean => {
  const [gap, wanted] = [magnitude(by), magnitude(limit)];
  return gap !== undefined && wanted !== undefined && compareExact(gap, times(wanted, LITTLE)) <= 0;
};

const nearMisses = (shortfalls: readonly Shortfall[], rule: number): readonly NearMiss[] =>
  shortfalls.flatMap(shortfall => {
    if ((shortfall.kind !== 'below' && shortfall.kind !== 'above') || !isNear(shortfall.by, shortfall.limit)) return [];
    const { kind, by, limit } = shortfall;
    return [{ rule, ...aboutOf(shortfall), side: kind, by, limit }];
  });

const missingFacts = ({ findings, scorecard }: Audit, frame: Frame): readonly number[] => {
  const ids = new Set<string>();
  for (const { finding } of findings)
    if (finding.outcome === 'unknown')
      for (const gap of missingIn(finding)) if (isUnsaid(gap)) ids.add(factIdOf(gap.fact));
  for (const { gaps } of scorecard?.result.items ?? [])
    for (const gap of gaps) if (isUnsaid(gap)) ids.add(factIdOf(gap.fact));
  return frame.facts.flatMap(({ id }, index) => (ids.has(id) ? [index] : []));
};

const vetoesOf = (audit: Audit, { vetoes }: ScorecardResult): readonly CardVeto[] =>
  vetoes.flatMap(result => {
    const { truth, veto } = result;
    const by = truth === 'met' ? foundBy(audit, result) : undefined;
    return truth === 'unmet' ? [] : [{ title: veto.title, effect: veto.effect, truth, ...(by && { by }) }];
  });

const cardOf = (audit: Audit, result: ScorecardResult, columns: readonly CardColumn[]): CardRow => {
  const { items } = result;
  const { stages = [] } = audit;
  const vetoes = vetoesOf(audit, result);
  const rows = new Map(items.map(row => [row.item, row]));
  const [self] = stages;
  return {
    cells: columns.map(({ id }) => {
      const row = rows.get(id);
      return row === undefined || (row.low.excluded && row.high.excluded) ? null : [row.low.points, row.high.points];
    }),
    ...(stages.length > 1 && self?.score && { declared: [self.score.low, self.score.high] }),
    ...(vetoes.length > 0 && { vetoes }),
  };
};

export const rowOf = (audit: Audit, frame: Frame, gate: GateVerdict['verdict']): CenterRow => {
  const { profile, findings, score, sections, scorecard } = audit;
  const declaredOn = declaredValue(profile, 'center.declared_on');
  return {
    frame: frame.id,
    center: profile.center,
    ...(declaredOn?.type === 'date' && { declaredOn: declaredOn.value }),
    location: profile.root,
    outcomes: findings.map(letterOf).join(''),
    ...(score && { score: { low: score.low, high: score.high, grades: score.grade.candidates.map(({ id }) => id) } }),
    sections: sections.map(({ low, high, max }) => [low, high, max]),
    missing: missingFacts(audit, frame),
    near: findings.flatMap(({ finding }, rule) =>
      finding.outcome === 'fail' ? nearMisses(finding.shortfalls, rule) : [],
    ),
    gate,
    ...(scorecard && frame.card && { card: cardOf(audit, scorecard.result, frame.card) }),
  };
};
