import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Location } from '../../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem, refused } from '../../../model/base/problem.ts';
import { entriesOf, get, itemsOf, type MapNode, type SourceNode, set, textOf } from '../../../model/base/source.ts';
import { append } from '../../../model/base/text.ts';
import { CARD_COLUMNS, type CardKey, SHEETS } from '../../../model/scoring/card-sheet.ts';
import type { Vocabulary } from '../../../model/standard/vocabulary.ts';
import { readBytes, sha256 } from '../../files/files.ts';
import { readText } from '../../files/text.ts';
import { extendVocabulary, joinVocabularies } from '../../pack/join-vocabularies.ts';
import { readVocabularyFile } from '../../pack/vocabulary.ts';
import { unlessRefused } from '../../refused-file.ts';
import { factBook } from './facts.ts';
import {
  type CardHeader,
  type CardLine,
  cellProblems,
  type HeldSheet,
  headerOf,
  linesOf,
  nearHeader,
  ofCard,
  type PassedLine,
  passedColumns,
  sheetsOf,
} from './grid.ts';
import { readHead, restOf } from './head.ts';
import { partsOf, passedLines } from './layout.ts';
import { inBoth, list, map, merged, words } from './nodes.ts';
import { type FactBook, type SheetReading, titleOf } from './reading.ts';
import { sectionsOf } from './sections.ts';

export interface ReadCardSheet {
  readonly root: MapNode;
  readonly passed: readonly PassedLine[];
  /** Of the workbook, and of the file beside it. */
  readonly sha256: string;
}

const readRest = async (
  file: string,
  { name, location }: { readonly name: string; readonly location: Location },
): Promise<Loaded<{ readonly root: MapNode; readonly sha256: string }>> => {
  const path = join(dirname(file), name);
  const bytes = readBytes(path);
  if (!bytes.ok)
    return refused([problem('bad-scorecard', location, { defect: 'sheet-rest-missing', values: { file: name } })]);
  const read = await readText(path, bytes.value);
  if (!read.ok) return read;
  const [root] = read.value;
  return root?.kind === 'map'
    ? { ok: true, value: { root, sha256: sha256(bytes.value) }, warnings: [] }
    : refused([problem('shape', path, { path: '', wanted: { written: '{ rows, sections, … }' } })]);
};

/** Facts of the file beside: they are known before rows ask for theirs. */
const withRest = (vocabulary: Vocabulary, rest: MapNode | undefined): Vocabulary => {
  const parts = itemsOf(get(rest, 'vocabulary')).flatMap(node => readVocabularyFile(node, []) ?? []);
  return extendVocabulary(vocabulary, joinVocabularies(parts));
};

const withFacts = (root: MapNode, facts: FactBook): MapNode => {
  const made = facts.vocabulary();
  const all = [...itemsOf(get(root, 'vocabulary')), ...made];
  return made.length === 0 ? root : set(root, 'vocabulary', list(all, root.location));
};

const ONLY_REST = new Set(['kind', 'rows', 'sections', 'english']);

const englishIn = (rest: MapNode | undefined): ReadonlyMap<string, SourceNode> =>
  new Map(entriesOf(get(rest, 'english')).map(({ key, value }) => [key, value]));

/** A header without the one column that it cannot do without. */
const lacking = (at: Location, key: CardKey): Problem => {
  const column = CARD_COLUMNS.find(one => one.key === key);
  const values = { column: titleOf(key), also: (column?.aliases ?? []).join('、') };
  return problem('bad-scorecard', at, { defect: 'sheet-no-column', values });
};

/** A row without one of these says nothing, and what else it lacks is not seen. */
const NEEDED: readonly CardKey[] = ['points', 'kind', 'what', 'unit', 'amount', 'who'];

/** The columns that the sheet has not; points stand in the names too. */
const absentIn = ({ columns }: CardHeader, lines: readonly CardLine[]): Map<CardKey, boolean> => {
  const isNamed = lines.some(({ cells }) => cells.points.text !== '');
  return new Map(
    NEEDED.filter(key => !columns.has(key) && !(key === 'points' && isNamed)).map(key => [key, false] as const),
  );
};

/** What rows asked for and no column has, once for all of them. */
const lacks = (at: Location, absent: ReadonlyMap<CardKey, boolean>): readonly Problem[] => {
  const stops = absent.get('kind') === true || absent.get('who') === true;
  const asked = [...absent].flatMap(([key, isAsked]) => (isAsked || (stops && key !== 'points') ? [key] : []));
  const values = { columns: asked.map(titleOf).join('、'), points: asked.includes('points') ? titleOf('points') : '' };
  return asked.length === 0 ? [] : [problem('bad-scorecard', at, { defect: 'sheet-lacks', values })];
};

/** A sheet with the rows of a scorecard, and one with its head; `others` are more sheets with such a header, which are not read. */
const workbookOf = (file: string, sheets: readonly HeldSheet[]) => {
  const found = sheets.flatMap(card => {
    const header = headerOf(card);
    return header === undefined || card.name === SHEETS.guide ? [] : [{ card, header }];
  });
  const [first, ...more] = found;
  const missing = (defect: 'sheet-no-rows' | 'sheet-no-head', at: Location | string) =>
    problem('bad-scorecard', at, { defect, values: {} });
  if (first === undefined) {
    const near = sheets.flatMap(sheet => {
      const row = sheet.name === SHEETS.guide || sheet.name === SHEETS.head ? undefined : nearHeader(sheet);
      return row === undefined ? [] : [lacking(sheet.at(row.row, 1), row.lacks)];
    });
    return refused([near[0] ?? missing('sheet-no-rows', file)]);
  }
  const others = more.map(({ card, header }) => ({ location: card.at(header.row, 1), text: card.name }));
  const head = sheets.find(({ name }) => name === SHEETS.head);
  return head === undefined
    ? refused([missing('sheet-no-head', first.card.at(first.header.row, 1))])
    : loaded([], () => ({ ...first, head, others }));
};

const idFor = (root: MapNode): MapNode => {
  if (get(root, 'id') !== undefined) return root;
  const text = textOf(get(root, 'title'));
  const id = `card-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  return merged(root, map(root.location, { id: words(id, root.location) })) as MapNode;
};

/** A scorecard in Excel as the mapping that its YAML would be, each thing at its cell. */
export const readCardSheet = (
  file: string,
  bytes: Uint8Array,
  vocabulary: Vocabulary,
): Promise<Loaded<ReadCardSheet>> =>
  unlessRefused(file, async () => {
    const book = workbookOf(file, await sheetsOf(file, bytes));
    if (!book.ok) return book;
    const { card, header, head: headSheet, others } = book.value;
    const beside = restOf(headSheet);
    const rest = beside === undefined ? undefined : await readRest(file, beside);
    if (rest?.ok === false) return rest;
    const beyond = rest?.value.root;
    const problems = [...cellProblems(card, ofCard(header)), ...cellProblems(headSheet, (_, column) => column <= 3)];
    const lines = linesOf(card, header);
    const absent = absentIn(header, lines);
    const reading: SheetReading = {
      problems,
      facts: factBook(withRest(vocabulary, beyond), vocabulary),
      absent,
    };
    const parts = partsOf(lines);
    const head = readHead(reading, headSheet, beyond);
    const sections = sectionsOf(reading, parts, beyond, card.at(header.row, 1));
    append(problems, lacks(card.at(header.row, 1), absent));
    const more = beyond && { ...beyond, entries: beyond.entries.filter(({ key }) => !ONLY_REST.has(key)) };
    const whole = merged(merged(head, map(head.location, { sections })), more ?? map(head.location, {})) as MapNode;
    const own = sha256(bytes);
    const digest = rest === undefined ? own : sha256(`${own} ${rest.value.sha256}`);
    return loaded(problems, () => ({
      root: inBoth(withFacts(idFor(whole), reading.facts), englishIn(beyond)) as MapNode,
      passed: [...passedColumns(card, header), ...passedLines(parts), ...others],
      sha256: digest,
    }));
  });

export const isCardWorkbook = async (file: string, bytes: Uint8Array): Promise<boolean> =>
  (await unlessRefused(file, async () => workbookOf(file, await sheetsOf(file, bytes)))).ok;
