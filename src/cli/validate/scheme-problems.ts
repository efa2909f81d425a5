import { extname } from 'node:path';
import { type Problem, toldOf } from '../../model/base/problem.ts';
import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';
import type { Input } from '../../model/profile/input.ts';
import { SCORECARD_KINDS } from '../../model/scoring/scorecard.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readBytes } from '../../read/files/files.ts';
import { readText } from '../../read/files/text.ts';

const isKind = (node: SourceNode | undefined): boolean =>
  node?.kind === 'scalar' && SCORECARD_KINDS.some(kind => kind === node.text);

/** The scheme that a file holds: a scorecard, or points by obligation; undefined where it is something else. */
const schemeIn = async ({ file, content }: Input): Promise<MapNode | undefined> => {
  const bytes = ['.yaml', '.yml'].includes(extname(file).toLowerCase()) ? (content ?? readBytes(file)) : undefined;
  const read = bytes?.ok ? await readText(file, bytes.value) : undefined;
  const [root, second] = read?.ok ? read.value : [];
  if (root?.kind !== 'map' || second !== undefined) return undefined;
  return get(root, 'grades') !== undefined || isKind(get(root, 'kind')) ? root : undefined;
};

/** The same of a scorecard in Excel. */
const sheetProblems = async (
  { file, content }: Input,
  vocabulary: Vocabulary,
): Promise<readonly Problem[] | undefined> => {
  const bytes = content ?? readBytes(file);
  const { isCardWorkbook, readCardSheet } = await import('../../read/scorecard/sheet/sheet.ts');
  if (!bytes.ok || !(await isCardWorkbook(file, bytes.value))) return undefined;
  const sheet = await readCardSheet(file, bytes.value, vocabulary);
  if (!sheet.ok) return sheet.problems;
  const { lintScorecard } = await import('../../authoring/scorecard/lint.ts');
  return lintScorecard(sheet.value.root, vocabulary);
};

/** Everything wrong with a score scheme, and what its readers would ask; undefined where the file is not one. */
export const schemeProblems = async (input: Input, vocabulary: Vocabulary): Promise<readonly Problem[] | undefined> => {
  if (extname(input.file).toLowerCase() === '.xlsx') return sheetProblems(input, vocabulary);
  const root = await schemeIn(input);
  if (root === undefined) return undefined;
  const { isScorecard } = await import('../../read/scorecard/kind.ts');
  const { duplicateKeys } = await import('../../read/yaml/yaml.ts');
  if (isScorecard(root)) {
    const { lintScorecard } = await import('../../authoring/scorecard/lint.ts');
    return [...duplicateKeys(root), ...lintScorecard(root, vocabulary)];
  }
  const { readPoints } = await import('../../read/scorecard/points.ts');
  const read = readPoints(root, '');
  return [...duplicateKeys(root), ...toldOf(read)];
};
