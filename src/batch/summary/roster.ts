import { extname } from 'node:path';
import { groupBy } from '../../model/base/group.ts';
import {
  isError,
  type Loaded,
  loaded,
  type Problem,
  type ProblemCode,
  problem,
  refused,
  toldOf,
  valuesOf,
} from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import type { Input } from '../../model/profile/input.ts';
import { nameOf } from '../../model/profile/profile.ts';
import type { RosterEntry } from '../../model/result/summary.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readBytes, sha256 } from '../../read/files/files.ts';
import { type ListedName, namesInText, severalIn } from '../../read/files/name-lines.ts';
import { readNameList } from '../../read/files/name-list.ts';
import { documentsOf, isTable, openProfiles } from '../../read/files/open.ts';
import { decodeText } from '../../read/files/text.ts';
import { isPlace } from '../../read/layouts/place-names.ts';
import { type Dictionary, fold, isNotRunning, namesOf } from '../../read/profile/names.ts';
import { readDeclarations } from '../../read/profile/profile.ts';

/** The centres that were to submit something. */
export type Roster = readonly RosterEntry[];

const asEntry = ({ name, location }: ListedName): RosterEntry => ({ center: { name }, location });

/** A name a line, or several; columns that tabs part are a table where they have a head. */
const fromText = async (file: string, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const text = decodeText(file, bytes.value);
  if (!text.ok) return text;
  const headed = text.value.includes('\t') ? await readNameList(file, bytes.value, dictionary) : undefined;
  const listed = headed?.ok && headed.value.length > 0 ? headed.value : namesInText(file, text.value);
  return { ok: true, value: listed.map(asEntry), warnings: text.warnings };
};

/** What makes of a name one that nobody knows, or of a file no list: whether its centre is to submit anything is to be asked. */
const FAULTS: ReadonlySet<ProblemCode> = new Set([
  'cell-struck',
  'cell-split',
  'cell-error',
  'cell-picture',
  'formula-uncached',
  'own-book',
]);

/** A centre that is there no more, or not yet: it has nothing to submit, which is told. */
const closedIn = (problems: readonly Problem[]): readonly Problem[] =>
  problems.flatMap(found =>
    found.code === 'unreadable-value' && found.cause === 'not-running'
      ? problem('not-running', found.location, { found: found.found })
      : [],
  );

/** What is told of a list that names centres, of all that may be told of what they declare. */
const TOLD: ReadonlySet<ProblemCode> = new Set(['unread-cell', 'not-running']);

/** The centres that a document declares, of which just the identity is looked at. */
const fromDocument = async (input: Input, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const { file, content = readBytes(file) } = input;
  if (!content.ok) return content;
  const opened = await openProfiles(input, content.value, dictionary);
  if (!opened.ok) return opened;
  const entries: RosterEntry[] = [];
  const faults: Problem[] = [];
  const source = { path: file, sha256: sha256(content.value) };
  for await (const root of opened.value.profiles) {
    const { profile, problems } = readDeclarations(source, root, dictionary.vocabulary);
    const closed = closedIn(problems);
    append(
      faults,
      problems.filter(({ code }) => FAULTS.has(code)),
      closed,
    );
    const { center } = profile;
    if (closed.length === 0 && (center.name ?? center.township) !== undefined)
      entries.push({ center, location: root.location });
  }
  const told = opened.value.problems.filter(found => isError(found) || TOLD.has(found.code));
  return loaded([...told, ...faults], () => entries);
};

/** The same of a table, of a list, or of each line of a file of lines. */
const fromProfiles = async (file: string, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const read: Loaded<Roster>[] = [];
  for await (const input of documentsOf({ file })) read.push(await fromDocument(input, dictionary));
  return loaded(read.flatMap(toldOf), () => valuesOf(read).flat());
};

/** A table with names and nothing else that is known. */
const fromNames = async (file: string, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const bytes = isTable(file) ? readBytes(file) : undefined;
  const named = bytes?.ok ? await readNameList(file, bytes.value, dictionary) : loaded([], () => []);
  return named.ok ? { ...named, value: named.value.map(asEntry) } : named;
};

/** As centres declare themselves, or as names, whichever lists more: what reads as a form may be names under 乡镇 with 是否上报 beside. */
const fromTable = async (file: string, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const [declared, named] = [await fromProfiles(file, dictionary), await fromNames(file, dictionary)];
  const found = declared.ok ? declared.value : [];
  if (!declared.ok && declared.problems.some(({ code }) => FAULTS.has(code))) return declared;
  if (!named.ok) return found.length > 1 ? declared : named;
  const arePlaces = named.value.every(({ center }) => isPlace(center.name ?? ''));
  return named.value.length > found.length && (found.length === 0 || arePlaces) ? named : declared;
};

/** Several centres that one cell names: 桥头村、石桥村. */
const parted = (entry: RosterEntry): Roster => {
  const several = severalIn(entry.center.name ?? '');
  return several.length === 0 ? [entry] : several.map(name => ({ ...entry, center: { ...entry.center, name } }));
};

/** The centre that an entry names, where it is closed or not open yet by the bracket behind its name. */
const closedBy = ({ center: { name = '' }, location }: RosterEntry): readonly Problem[] =>
  isNotRunning(name) ? [problem('not-running', location, { found: name })] : [];

/** Each centre once, and a word about those listed again. */
const eachOnce = (roster: Roster, vocabulary: Vocabulary): Loaded<Roster> => {
  const keyOf = ({ center: { name, level, county, township } }: RosterEntry): string =>
    [name, level, county, township].map(part => fold(part ?? '')).join('\n');
  const each = [...groupBy(roster, keyOf).values()];
  const fact = vocabulary.fact.get('center.name');
  const told = each.flatMap(([, again]) =>
    again === undefined || fact === undefined
      ? []
      : problem('duplicate-term', again.location, { fact, found: nameOf(again.center) }),
  );
  return loaded(told, () => each.map(([first]) => first));
};

/** A table or list of centres, or a text with their names. */
export const loadRoster = async (file: string, vocabulary: Vocabulary): Promise<Loaded<Roster>> => {
  const dictionary = { vocabulary, names: namesOf(vocabulary) };
  const read = await (extname(file).toLowerCase() === '.txt' ? fromText : fromTable)(file, dictionary);
  if (!read.ok) return read;
  if (read.value.length === 0) return refused([problem('nobody-listed', file, {})]);
  const listed = read.value.flatMap(parted);
  const closed = listed.flatMap(closedBy);
  const open = listed.filter(({ center: { name = '' } }) => !isNotRunning(name));
  const once = eachOnce(open, vocabulary);
  return once.ok ? { ...once, warnings: [...read.warnings, ...closed, ...once.warnings] } : once;
};
