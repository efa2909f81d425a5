import { groupBy } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { nameOf } from '../../model/profile/profile.ts';
import type { CenterRow } from '../../model/result/summary.ts';
import { fold } from '../../read/profile/names.ts';
import { type DocumentRecord, entriesIn, isWhole } from '../files/journal.ts';

const DUPLICATE_RULES = ['latest', 'refuse'] as const;

/** Of several submissions of one centre the latest declared counts, or none does. */
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Why results are set aside, by the numbers of their entries in the journal. */
export type SetAside = ReadonlyMap<number, Problem>;

interface Candidate {
  readonly entry: number;
  readonly identity: string;
  readonly row: CenterRow;
  /** Of a document with nothing else in it: the same digest is the same submission. */
  readonly sha256: string | undefined;
}

/** What makes a centre one and the same: held against the same rules, of one county and township, by one name. */
export const identityOf = ({ frame, center }: Pick<CenterRow, 'frame' | 'center'>): string | undefined => {
  const name = center.name ?? center.township;
  return name === undefined
    ? undefined
    : [frame, ...[center.county, center.township, name].map(part => fold(part ?? ''))].join('\n');
};

function* candidates(records: Iterable<DocumentRecord>): Generator<Candidate> {
  for (const { record, number, entry } of entriesIn(records)) {
    const identity = entry.kind === 'audited' ? identityOf(entry.row) : undefined;
    const isAlone = isWhole(record) && record.entries.length === 1;
    if (entry.kind === 'audited' && identity !== undefined)
      yield { entry: number, identity, row: entry.row, sha256: isAlone ? record.sha256 : undefined };
  }
}

/** A number that different texts hardly ever share, so that a million of them can be held. */
export const digest = (text: string): number => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return 4294967296 * (2097151 & (low ^ (low >>> 15))) + ((high ^ (high >>> 13)) >>> 0);
};

const doubledDigests = (records: Iterable<DocumentRecord>): ReadonlySet<number> => {
  const [seen, doubled] = [new Set<number>(), new Set<number>()];
  for (const { identity } of candidates(records)) {
    const key = digest(identity);
    if (seen.has(key)) doubled.add(key);
    else seen.add(key);
  }
  return doubled;
};

const superseded = (candidate: Candidate, by: Candidate, same: boolean): readonly [number, Problem] => [
  candidate.entry,
  problem('superseded', candidate.row.location, { center: nameOf(candidate.row.center), by: by.row.location, same }),
];

const firstWithSameBytes = (candidate: Candidate, group: readonly Candidate[]): Candidate =>
  group.find(({ sha256 }) => sha256 !== undefined && sha256 === candidate.sha256) ?? candidate;

const latestOf = (group: readonly Candidate[]): Candidate | undefined => {
  const dates = group.map(({ row }) => row.declaredOn);
  const latest = dates.reduce((best, date) =>
    best === undefined || date === undefined ? undefined : date > best ? date : best,
  );
  const found = group.filter(({ row }) => row.declaredOn === latest);
  return latest === undefined || found.length > 1 ? undefined : found[0];
};

const decide = (group: readonly Candidate[], rule: DuplicateRule): readonly (readonly [number, Problem])[] => {
  const copies = group.filter(candidate => firstWithSameBytes(candidate, group) !== candidate);
  const different = group.filter(candidate => !copies.includes(candidate));
  const sameAsEarlier = copies.map(copy => superseded(copy, firstWithSameBytes(copy, group), true));
  if (different.length === 1) return sameAsEarlier;
  const latest = rule === 'latest' ? latestOf(different) : undefined;
  if (latest !== undefined)
    return [
      ...sameAsEarlier,
      ...different.filter(candidate => candidate !== latest).map(candidate => superseded(candidate, latest, false)),
    ];
  return group.map(candidate => {
    const others: readonly Location[] = group.filter(other => other !== candidate).map(({ row }) => row.location);
    return [
      candidate.entry,
      problem('duplicate-center', candidate.row.location, { center: nameOf(candidate.row.center), others, rule }),
    ] as const;
  });
};

/** Which results do not count because another submission of the same centre does, or because nobody can say which. */
export const resolveDuplicates = (records: () => Iterable<DocumentRecord>, rule: DuplicateRule): SetAside => {
  const doubled = doubledDigests(records());
  if (doubled.size === 0) return new Map();
  const several = candidates(records());
  const suspects = function* (): Generator<Candidate> {
    for (const candidate of several) if (doubled.has(digest(candidate.identity))) yield candidate;
  };
  const groups = [...groupBy(suspects(), ({ identity }) => identity).values()];
  return new Map(groups.flatMap(group => (group.length > 1 ? decide(group, rule) : [])));
};
