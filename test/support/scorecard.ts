import { findScorecard } from '../../src/evaluate/scorecard/scorecard.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import type { MapNode } from '../../src/model/base/source.ts';
import type { Entered } from '../../src/model/profile/inspection.ts';
import type { ScorecardResult } from '../../src/model/scoring/points.ts';
import type { FoundScorecard, Scorecard } from '../../src/model/scoring/scorecard.ts';
import type { Vocabulary } from '../../src/model/standard/vocabulary.ts';
import { isScorecard } from '../../src/read/scorecard/kind.ts';
import { readScorecard } from '../../src/read/scorecard/scorecard.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { weighScorecard } from '../../src/score/scorecard/scorecard.ts';
import { profileOf, succeed } from './inline.ts';

/** The head of a table that counts down in tenths and leaves open what is not declared. */
export const scorecardHead = (total: number): string => `kind: scorecard
id: sample
title: { zh: 样表, en: Sample }
total: ${total}
places: 1
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
`;

export const scorecardRoot = (text: string) => {
  const node = succeed(readYaml('table.yaml', text));
  if (!isScorecard(node)) throw new Error('not a table');
  return node;
};

export const scorecardOf = (text: string, vocabulary: Vocabulary): Scorecard =>
  succeed(readScorecard(scorecardRoot(text), vocabulary)).scorecard;

export const problemsIn = (root: MapNode, vocabulary: Vocabulary): readonly Problem[] => {
  const read = readScorecard(root, vocabulary);
  return read.ok ? read.warnings : read.problems;
};

export const problemsOf = (text: string, vocabulary: Vocabulary): readonly Problem[] =>
  problemsIn(scorecardRoot(text), vocabulary);

/** What an inspector filled in, by the entry. */
export const entered = (values: Readonly<Record<string, string | number>>): readonly Entered[] =>
  Object.entries(values).map(([entry, value]) => ({
    entry,
    value: String(value),
    reason: '现场查看',
    person: '李检查员',
    level: '县级',
    location: { file: 'inspection.yaml', line: 1, column: 1 },
  }));

export interface Filling {
  readonly profile: string;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly asOf?: string;
}

export const foundOf = (
  scorecard: Scorecard,
  vocabulary: Vocabulary,
  { profile, entries = {}, asOf = '2024-12-01' }: Filling,
): FoundScorecard =>
  findScorecard(scorecard, { profile: profileOf(profile, vocabulary), asOf, findings: [], entries: entered(entries) });

export const resultOf = (scorecard: Scorecard, vocabulary: Vocabulary, filling: Filling): ScorecardResult =>
  weighScorecard(foundOf(scorecard, vocabulary, filling));

/** `8.5`, or `6..8.5` while something is open. */
export const range = ({
  low,
  high,
}: {
  readonly low: { readonly points: string };
  readonly high: { readonly points: string };
}): string => (low.points === high.points ? low.points : `${low.points}..${high.points}`);
