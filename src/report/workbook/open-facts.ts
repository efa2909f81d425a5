import { compareExact, decimalOf, type Exact, exact, minus, plus, ZERO } from '../../model/base/exact.ts';
import type { RecordItem } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { factIdOf, missingIn } from '../../model/finding/finding.ts';
import type { FieldDefinition, RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { isEntry } from '../../words/facts/values.ts';

/** A fact that is wanting, with the clauses that wait for it and the points that hang on it. */
export interface OpenFact {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly points: number;
}

export interface OpenRecords {
  readonly records: RecordsDefinition;
  readonly fields: readonly FieldDefinition[];
  readonly items: readonly RecordItem[];
}

interface Waiting {
  readonly clauses: Set<string>;
  points: Exact;
}

const openingsOf = ({ findings, scorecard }: Audit) => [
  ...findings.flatMap(({ finding, points }) =>
    finding.outcome === 'unknown' ? [{ gaps: missingIn(finding), clauses: finding.rule.clause, ...points }] : [],
  ),
  ...(scorecard?.result.items ?? []).map(({ gaps, clause, low, high }) => ({
    gaps: gaps.filter(({ fact }) => !isEntry(fact)),
    clauses: clause,
    low: low.points,
    high: high.points,
  })),
];

const waitingFor = (audit: Audit): ReadonlyMap<string, Waiting> => {
  const waiting = new Map<string, Waiting>();
  for (const { gaps, clauses, low, high } of openingsOf(audit))
    for (const path of new Set(gaps.map(({ fact }) => fact))) {
      const known = waiting.get(path) ?? { clauses: new Set(), points: ZERO };
      for (const clause of clauses) known.clauses.add(clause);
      known.points = plus(known.points, minus(exact(high), exact(low)));
      waiting.set(path, known);
    }
  return waiting;
};

/** Facts of the centre that are unknown, those on which most hangs first. */
export const openFactsOf = (audit: Audit): readonly OpenFact[] => {
  const merged = new Map<string, Waiting>();
  for (const [path, { clauses, points }] of waitingFor(audit)) {
    if (path.includes('[')) continue;
    const [list = path] = path.split('.');
    const id = audit.pack.vocabulary.fact.get(list)?.type === 'records' ? list : path;
    const known = merged.get(id) ?? { clauses: new Set(), points: ZERO };
    for (const clause of clauses) known.clauses.add(clause);
    merged.set(id, { clauses: known.clauses, points: plus(known.points, points) });
  }
  return [...merged]
    .sort(([, a], [, b]) => compareExact(b.points, a.points))
    .map(([id, { clauses, points }]) => ({ id, clauses: [...clauses], points: Number(decimalOf(points)) }));
};

/** Lists of which some records leave out what a rule asks. */
export const openRecordsOf = (audit: Audit): readonly OpenRecords[] => {
  const paths = [...waitingFor(audit).keys()].filter(path => path.includes('['));
  const lists = new Map<string, Set<string>>();
  for (const path of paths) {
    const [list = ''] = path.split('[');
    lists.set(list, (lists.get(list) ?? new Set()).add(factIdOf(path)));
  }
  return [...lists].flatMap(([id, fields]): readonly OpenRecords[] => {
    const records = audit.pack.vocabulary.fact.get(id);
    const fact = audit.profile.facts.get(id);
    if (records?.type !== 'records' || fact?.state !== 'declared' || fact.value.type !== 'records') return [];
    const wanted = records.fields.filter(field => fields.has(field.id) && field.id !== `${id}.${records.key}`);
    return wanted.length === 0 ? [] : [{ records, fields: wanted, items: fact.value.items }];
  });
};
