import { groupBy } from '../../../model/base/group.ts';
import type { Location } from '../../../model/base/location.ts';
import { isError, type Loaded, loaded, type Problem, problem, reasonsOf } from '../../../model/base/problem.ts';
import { listNode, type MapNode, mapNode, mapOf, type SourceNode } from '../../../model/base/source.ts';
import { append, type NonEmpty } from '../../../model/base/text.ts';
import type { RULE_TEXTS } from '../../../model/standard/pack-sheet.ts';
import type { Vocabulary } from '../../../model/standard/vocabulary.ts';
import { cellName } from '../../../sheets/address.ts';
import { parseText } from '../../files/text.ts';
import { unlessRefused } from '../../refused-file.ts';
import { cellProblems, type HeldSheet, sheetsOf } from '../../scorecard/sheet/grid.ts';
import { readLedger } from '../beside/ledger.ts';
import { withBase } from '../extends/resolve.ts';
import type { PackFolder } from '../find-rules.ts';
import { readPack } from '../pack.ts';
import { readSource } from '../rule-files.ts';
import { isWords } from '../words/is-words.ts';
import { type Cell, type Line, linesOf, listed, moved, otherColumns, placed, scalar, written } from './lines.ts';

/** A file of a pack that came from a sheet. */
export interface SheetFile {
  readonly name: string;
  readonly node: SourceNode;
  /** As it is to be written, where it was carried line by line. */
  readonly text?: string;
}

const said = (cell: Cell): SourceNode | undefined => (cell.text === '' ? undefined : scalar(cell));

const bilingual = (line: Line, key: (typeof RULE_TEXTS)[number]): SourceNode | undefined => {
  const [zh, en] = [line[key], line[`${key}_en`]];
  return en.text === '' ? said(zh) : mapOf(zh.location, { zh: scalar(zh), en: scalar(en) });
};

const entriesOf = (node: SourceNode | undefined): readonly (readonly [string, SourceNode])[] =>
  node?.kind === 'map' ? node.entries.map(({ key, value }) => [key, value] as const) : [];

const ruleOf = async (line: Line, problems: Problem[]): Promise<MapNode> => {
  const [when, require, more] = await Promise.all(
    [line.when, line.require, line.more].map(cell => written(cell, problems)),
  );
  const cited = line.cited.text === '' ? line.clause : line.cited;
  return mapNode(line.rule.location, [
    ['id', scalar(line.rule)],
    ['draft', said(line.draft)],
    ['clause', /[、,，]/u.test(cited.text) ? listed(cited) : scalar(cited)],
    ['section', said(line.section)],
    ['obligation', said(line.obligation)],
    ['title', bilingual(line, 'title')],
    ['when', when],
    ['require', require],
    ['due', said(line.due)],
    ['verify', bilingual(line, 'verify')],
    ['remedy', bilingual(line, 'remedy')],
    ['note', bilingual(line, 'note')],
    ...entriesOf(more),
  ]);
};

const isRule = ({ title, require, obligation }: Line): boolean =>
  [title, require, obligation].some(({ text }) => text !== '');

/** Rows that say something, of no rule and no sentence. */
const idleRows = (lines: readonly Line[]): readonly Problem[] =>
  lines
    .filter(line => !isRule(line) && line.text.text === '')
    .flatMap(line => Object.values(line).find(({ text }) => text !== '') ?? [])
    .map(({ location }) => problem('shape', location, { path: '检验或指纹', wanted: 'required' }));

/** Files of rules by the file that each row names, or else by its levels, in the order that the rows tell. */
const ruleFiles = async (lines: readonly Line[], problems: Problem[]): Promise<readonly SheetFile[]> => {
  const nameOf = ({ file, levels }: Line): string => file.text || `${levels.text.split(/[、,，]/u).join('-')}.yaml`;
  const groups = groupBy(lines.filter(isRule), nameOf);
  return Promise.all(
    [...groups].sort().map(async ([name, own]) => {
      const inOrder = own.toSorted(
        (a, b) => Number(a.order.text || own.length + 1) - Number(b.order.text || own.length + 1),
      );
      const [first] = own;
      const { location } = first.rule;
      const items = await Promise.all(inOrder.map(line => ruleOf(line, problems)));
      const levels = first.levels.text === '' ? undefined : listed(first.levels);
      return { name, node: mapOf(location, { levels, rules: listNode(items, location) }) };
    }),
  );
};

/** Sentences of the document, each with the rows of its rules: those that say nothing new of it but another rule. */
const sentencesIn = (lines: readonly Line[]): readonly NonEmpty<Line>[] => {
  const groups: [Line, ...Line[]][] = [];
  for (const line of lines.filter(({ text }) => text.text !== '')) {
    const last = groups.at(-1);
    const continues = last?.[0].text.text === line.text.text && line.rule.text !== '' && line.reason.text === '';
    if (continues) last?.push(line);
    else groups.push([line]);
  }
  return groups;
};

const sentenceOf = async (group: NonEmpty<Line>, problems: Problem[]): Promise<SourceNode> => {
  const [first] = group;
  const rules = group.map(({ rule }) => rule).filter(({ text }) => text !== '');
  return mapNode(first.clause.location, [
    ['clause', scalar(first.clause)],
    ['text', scalar(first.text)],
    ['rules', rules.length === 0 ? undefined : listNode(rules.map(scalar), first.rule.location)],
    ['reason', said(first.reason)],
    ['note', said(first.remark)],
    ...entriesOf(await written(first.ledger, problems)),
  ]);
};

const ledgerOf = async (lines: readonly Line[], source: SourceNode | undefined, problems: Problem[]) => {
  const groups = sentencesIn(lines);
  const items = await Promise.all(groups.map(group => sentenceOf(group, problems)));
  const location = groups[0]?.[0].clause.location;
  if (location === undefined) return undefined;
  return { name: 'clauses.yaml', node: mapOf(location, { source, sentences: listNode(items, location) }) };
};

const linesOfFiles = ({ rows }: HeldSheet) =>
  rows.slice(1).flatMap(({ row, cells }) => {
    const textIn = (column: number): string => String(cells.find(cell => cell.column === column)?.value ?? '');
    const [name, text] = [textIn(1), textIn(2)];
    return name === '' ? [] : [{ row, name, text }];
  });

/** Files that were carried line by line, each line at its cell. */
const carried = async (sheet: HeldSheet | undefined, problems: Problem[]): Promise<readonly SheetFile[]> => {
  const files = groupBy(sheet === undefined ? [] : linesOfFiles(sheet), ({ name }) => name);
  const read = await Promise.all(
    [...files].map(async ([name, lines]): Promise<SheetFile | undefined> => {
      const text = lines.map(line => line.text).join('\n');
      const at = (location: Location): Location =>
        'line' in location && sheet !== undefined ? sheet.at(lines[location.line - 1]?.row ?? 1, 2) : location;
      const node = await parseText(name, text);
      if (node.ok) return { name, text, node: placed(node.value, at) };
      append(
        problems,
        node.problems.map(found => moved(found, at(found.location))),
      );
      return undefined;
    }),
  );
  return read.flatMap(file => file ?? []);
};

const checked = async (files: readonly SheetFile[], vocabulary: Vocabulary, folder: PackFolder) => {
  const nodeOf = (name: string): SourceNode | undefined => files.find(file => file.name === name)?.node;
  const [pack, ledger] = ['pack.yaml', 'clauses.yaml'].map(nodeOf);
  const facts = files.flatMap(({ node }) => (isWords(node) ? [node] : []));
  if (pack === undefined) return [];
  const rules = files.filter(({ text, name }) => text === undefined && name !== 'clauses.yaml').map(({ node }) => node);
  const source = await withBase({ sha256: '', pack, rules, facts }, folder, readSource);
  const read = source.ok ? readPack(source.value, vocabulary) : source;
  const entries = ledger === undefined ? undefined : readLedger(ledger);
  return reasonsOf([read, entries]);
};

/** The files of a pack from its sheet, read as a pack is read, with every problem at its cell. */
export const filesFromSheet = (
  file: string,
  bytes: Uint8Array,
  vocabulary: Vocabulary,
  folder: PackFolder = { path: '.', shown: '.' },
  standing: readonly SheetFile[] = [],
): Promise<Loaded<readonly SheetFile[]>> =>
  unlessRefused(file, async () => {
    const problems: Problem[] = [];
    const [rows, others] = await sheetsOf(file, bytes);
    for (const sheet of [rows, others])
      if (sheet !== undefined) append(problems, cellProblems(sheet, () => true).filter(isError));
    const lines = rows === undefined ? [] : linesOf(rows);
    append(problems, rows === undefined ? [] : otherColumns(rows), idleRows(lines));
    const kept = await carried(others, problems);
    const source = kept.find(({ name }) => name === 'clauses.yaml')?.node;
    const ledger = await ledgerOf(lines, source?.kind === 'map' ? source.entries[0]?.value : undefined, problems);
    const rules = await ruleFiles(lines, problems);
    const own = [...kept.filter(({ name }) => name !== 'clauses.yaml'), ...rules, ...(ledger ? [ledger] : [])];
    const names = new Set(own.map(({ name }) => name));
    const whole = [...standing.filter(({ name }) => !names.has(name)), ...own];
    if (rules.length === 0)
      problems.push(
        problem('shape', { file, sheet: rows?.name ?? '', cell: cellName(1, 1) }, { path: '', wanted: 'rule-file' }),
      );
    if (!problems.some(isError)) append(problems, await checked(whole, vocabulary, folder));
    return loaded(problems, () => own);
  });
