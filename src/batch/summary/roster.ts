import { extname } from 'node:path';
import { isError, type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import type { Input } from '../../model/profile/input.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { RosterEntry } from '../../model/result/summary.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readBytes, sha256 } from '../../read/files/files.ts';
import { readNameList } from '../../read/files/name-list.ts';
import { documentsOf, isTable, openProfiles } from '../../read/files/open.ts';
import { decodeText } from '../../read/files/text.ts';
import { isBelowList, isCounted, isPart, isTotal } from '../../read/layouts/furniture.ts';
import { type Dictionary, namesOf } from '../../read/profile/names.ts';
import { readDeclarations } from '../../read/profile/profile.ts';

/** The centres that were to submit something. */
export type Roster = readonly RosterEntry[];

/** The number of a line of a list: 1. 二、 （3） ④. */
const NUMBER = /^(?:[（(]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)）.．、\t]|[①-⑳])\s*/u;

const TITLE = /(?:名单|名册|名录|一览表|统计表|汇总表|情况表)$/u;

/** What a list is headed by, and what stands below it. */
const isAboutList = (line: string): boolean =>
  TITLE.test(line) || isPart(line.replace(NUMBER, '')) || [isTotal, isCounted, isBelowList].some(is => is(line));

const fromText = (file: string): Loaded<Roster> => {
  const bytes = readBytes(file);
  const text = bytes.ok ? decodeText(file, bytes.value) : bytes;
  if (!text.ok) return text;
  const lines = text.value.split(/\r?\n/u).map((line, index) => ({ line: line.trim(), index }));
  const named = lines.filter(({ line }) => line !== '' && !isAboutList(line));
  const entries = named.map(({ line, index }) => ({
    center: { name: line.replace(NUMBER, '') },
    location: { file, line: index + 1, column: 1 },
  }));
  return { ok: true, value: entries, warnings: text.warnings };
};

const isNamed = ({ name, township }: Center): boolean => name !== undefined || township !== undefined;

/** The centres that a document declares, of which just the identity is looked at. */
const fromDocument = async (input: Input, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const { file, content = readBytes(file) } = input;
  if (!content.ok) return content;
  const opened = await openProfiles(input, content.value, dictionary);
  if (!opened.ok) return opened;
  const entries: RosterEntry[] = [];
  const struck: Problem[] = [];
  const source = { path: file, sha256: sha256(content.value) };
  for await (const root of opened.value.profiles) {
    const { profile, problems } = readDeclarations(source, root, dictionary.vocabulary);
    struck.push(...problems.filter(({ code }) => code === 'cell-struck'));
    if (isNamed(profile.center)) entries.push({ center: profile.center, location: root.location });
  }
  const told = opened.value.problems.filter(found => isError(found) || found.code === 'unread-cell');
  return loaded([...told, ...struck], () => entries);
};

/** The same of a table, of a list, or of each line of a file of lines. */
const fromProfiles = async (file: string, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const read: Loaded<Roster>[] = [];
  for await (const input of documentsOf({ file })) read.push(await fromDocument(input, dictionary));
  const problems = read.flatMap(one => (one.ok ? one.warnings : one.problems));
  return loaded(problems, () => read.flatMap(one => (one.ok ? one.value : [])));
};

/** A table with names and nothing else that is known. */
const fromNames = async (file: string, dictionary: Dictionary): Promise<Roster> => {
  const bytes = isTable(file) ? readBytes(file) : undefined;
  const named = bytes?.ok ? await readNameList(file, bytes.value, dictionary) : [];
  return named.map(({ name, location }) => ({ center: { name }, location }));
};

/** A table or list of centres, or a text with one name a line. */
export const loadRoster = async (file: string, vocabulary: Vocabulary): Promise<Loaded<Roster>> => {
  if (extname(file).toLowerCase() === '.txt') return fromText(file);
  const dictionary = { vocabulary, names: namesOf(vocabulary) };
  const declared = await fromProfiles(file, dictionary);
  const isRead = declared.ok ? declared.value.length > 0 : declared.problems.some(({ code }) => code === 'cell-struck');
  if (isRead) return declared;
  const named = await fromNames(file, dictionary);
  if (named.length > 0) return { ok: true, value: named, warnings: [] };
  return declared.ok ? loaded([problem('nobody-listed', file, {})], () => []) : declared;
};
