import type { Card } from '../../authoring/scorecard/case-file.ts';
import { reachOf } from '../../authoring/scorecard/reach.ts';
import { type Loaded, loaded, problem, refused } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readBytes } from '../../read/files/files.ts';
import { isWorkbook } from '../../read/pack/find-rules.ts';
import { shippedLibrary } from '../../read/pack/library.ts';
import { parseFile } from '../../read/pack/rule-files.ts';
import { isScorecard } from '../../read/scorecard/kind.ts';
import { readScheme } from '../../read/scorecard/scheme.ts';
import { type ReadCardSheet, readCardSheet } from '../../read/scorecard/sheet/sheet.ts';
import { withWords } from '../../read/scorecard/words.ts';
import { NOT_TAKEN } from '../../tell/card-guide.ts';
import { placeText, say } from '../../words/reader.ts';
import { outLine, type Terminal } from '../terminal.ts';

/** A scorecard from its file, with all that its commands look at. */
export interface OpenCard extends Pick<ReadCardSheet, 'root' | 'passed'> {
  readonly scheme: Card;
  /** The common words with its own. */
  readonly vocabulary: Vocabulary;
}

const rootOf = async (file: string, common: Vocabulary): Promise<Loaded<ReadCardSheet>> => {
  if (isWorkbook(file)) {
    const bytes = readBytes(file);
    return bytes.ok ? readCardSheet(file, bytes.value, common) : bytes;
  }
  const parsed = await parseFile(file, file);
  if (!parsed.ok) return parsed;
  const { node, sha256 } = parsed.value;
  return isScorecard(node)
    ? { ok: true, value: { root: node, sha256, passed: [] }, warnings: parsed.warnings }
    : refused([problem('shape', file, { path: 'kind', wanted: { written: 'scorecard' } })]);
};

/** A scorecard in YAML or Excel. */
export const openCard = async (file: string): Promise<Loaded<OpenCard>> => {
  const common = await shippedLibrary().vocabulary();
  if (!common.ok) return common;
  const read = await rootOf(file, common.value);
  if (!read.ok) return read;
  const { root, sha256, passed } = read.value;
  const scheme = readScheme(root, sha256, common.value);
  if (!scheme.ok) return scheme;
  const { scorecard } = scheme.value;
  if (scorecard === undefined) throw new Error('a scorecard is read as one');
  const value = { ...scheme.value, scorecard };
  return loaded([...read.warnings, ...scheme.warnings], () => ({
    root,
    scheme: value,
    vocabulary: withWords(common.value, value),
    passed,
  }));
};

/** Says what the scorecard can come to at all. */
export const sayReach = ({ scheme }: OpenCard, lang: Lang, terminal: Terminal): void => {
  const [low, high] = reachOf(scheme.scorecard);
  const { total } = scheme;
  outLine(
    terminal,
    say(lang, `可得 ${low} 至 ${high}，满分 ${total}`, `${low} to ${high} can be reached, of ${total}`),
  );
};

/** Says what of a workbook was not taken for a row of the scorecard. */
export const sayPassed = ({ passed }: OpenCard, file: string, lang: Lang, terminal: Terminal): void => {
  for (const { location, text } of passed)
    outLine(terminal, `${NOT_TAKEN[lang]} ${placeText(location, file, lang)}: ${text}`);
};
