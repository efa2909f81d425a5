import { extname } from 'node:path';
import type { Problem } from '../../model/base/problem.ts';
import type { Profile } from '../../model/profile/profile.ts';
import type { Rule } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { RECORD_ENDINGS, rootsOf } from '../../read/inspection/file.ts';
import { isRecord, readInspection } from '../../read/inspection/inspection.ts';
import type { SourceNode } from '../../read/source.ts';
import { today } from '../terminal.ts';

/** The records in a file; undefined where it is something else. */
const recordsIn = async (file: string): Promise<readonly SourceNode[] | undefined> => {
  if (!RECORD_ENDINGS.includes(extname(file).toLowerCase())) return undefined;
  const read = await rootsOf(file);
  const roots = read.ok ? read.value.map(({ root }) => root) : [];
  return roots.length > 0 && roots.every(isRecord) ? roots : undefined;
};

/** What a record of an inspection says by itself: which records its centre has is not known here. */
const isKnownHere = (found: Problem): boolean =>
  found.code !== 'bad-inspection' || !['no-such-record', 'not-in-scorecard'].includes(found.defect);

/** What is wrong with a record of an inspection; undefined where a file is none. */
export const recordProblems = async (
  file: string,
  vocabulary: Vocabulary,
  rules: readonly Rule[],
): Promise<readonly Problem[] | undefined> => {
  const records = await recordsIn(file);
  return records?.flatMap(root => {
    const source = { path: file, sha256: '' };
    const profile: Profile = { ...source, center: {}, facts: new Map(), places: new Map(), root: root.location };
    const read = readInspection(source, root, { vocabulary, profile, rules, today: today() });
    return (read.ok ? read.warnings : read.problems).filter(isKnownHere);
  });
};
