import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { patternFolder } from '../../batch/files/inputs.ts';
import { WORK } from '../../batch/files/store.ts';
import { endOf, writtenIn } from '../../batch/files/written.ts';
import { PAGES } from '../../batch/pages/page-name.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { STDIN } from '../../read/files/open.ts';
import { shippedRules } from '../../read/pack/find-rules.ts';
import { TEXTS } from '../../read/results/standards.ts';
import { findConfig } from '../../read/settings/find-config.ts';
import { FILLED, isSomebodys } from './filled.ts';
import { isIn, isSame, type Place, placeOf } from './place.ts';
import { splitRequest } from './reports.ts';

/** What a batch writes into its folder, and reads there again. */
const OF_A_BATCH: readonly string[] = [
  ...['results.jsonl', 'rejected.csv', 'run.json', 'summary.html', 'summary.xlsx', TEXTS, WORK],
  ...Object.values(PAGES),
];

/** Endings of what stands in folders of packs, and in those of documents, and is read there. */
const PACK_FILE = /\.ya?ml$/u;
const DOCUMENT_FILE = /\.(?:ya?ml|te?xt|md)$/u;

const isRead = ({ said }: Place): boolean => said !== STDIN;

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(stringsIn) : [];

interface Inputs {
  /** Named to be audited, compared or put together: files and folders. */
  readonly subjects: readonly Place[];
  /** Whatever else is named and is there: packs, schemes, waivers, settings … */
  readonly others: readonly Place[];
}

const subjectOf = (said: string): Place => {
  const place = placeOf(said);
  return place.node === undefined && said !== STDIN ? placeOf(patternFolder(said) ?? said) : place;
};

/** Every input is a word of the command line or of its settings: whatever option is added, what it names is an input. */
const inputsOf = (command: Command): Inputs => {
  const { output: _, onlyNew, ...rest } = command.opts<Record<string, unknown>>();
  const others = [...stringsIn(Object.values(rest)), findConfig(process.cwd()) ?? STDIN, shippedRules()];
  return {
    subjects: [...command.args, ...stringsIn(onlyNew)].map(subjectOf).filter(isRead),
    others: others.map(placeOf).filter(({ node }) => node !== undefined),
  };
};

/** The files that `-o` may mean: `json=a`, `a.json`, `甲=a.json`; a word alone is the name of a format. */
const filesOf = (output: string): readonly string[] => {
  const { file } = splitRequest(output);
  return [file, /[./\\]/u.test(output) ? output : undefined].flatMap(one => (one ? [one] : []));
};

const READ_TOO = (said: string): Bilingual => ({
  zh: `“${said}”是这次要读的（申报表、标准、豁免、结果等），写进去就没有了；请用 -o 另写一个文件`,
  en: `"${said}" is read by this very command (profile, pack, waivers, result …) and would be lost; name another file with -o`,
});

const AMONG = (said: string): Bilingual => ({
  zh: `“${said}”里放着这次要读的申报或结果，不能又放新的结果；请用 -o 另写一个文件夹`,
  en: `"${said}" holds the submissions or results that this very command reads, and takes no new ones; name another folder with -o`,
});

const STRANGE = (said: string): Bilingual => ({
  zh: `已有“${said}”，不是这个工具放的；请用 -o 另写一个文件夹，或先把它移走`,
  en: `"${said}" is there already and was not put there by this tool; name another folder with -o, or move it away`,
});

const OF_PACK = (said: string): Bilingual => ({
  zh: `“${said}”放进了标准的文件夹，那里的 .yaml 都会当作标准来读；请用 -o 另写一个文件`,
  en: `"${said}" would stand in the folder of a pack, where every .yaml is read as a part of it; name another file with -o`,
});

const TWICE = (said: string): Bilingual => ({
  zh: `两个 -o 写的是同一个文件“${said}”；请分开写`,
  en: `two outputs name the same file, "${said}"; give each a file of its own`,
});

const NAMELESS: Bilingual = both(
  '-o 后面是空的；请写明文件或文件夹的名字（脚本里也许有个变量没有值）',
  'nothing stands after -o; name a file or a folder (a variable of a script may be empty)',
);

const NO_FOLDER = (said: string): Bilingual =>
  both(`“${said}”不是文件夹；请另写一个文件夹`, `"${said}" is not a folder; name a folder`);

const FOLDER = (said: string): Bilingual =>
  both(`“${said}”是文件夹；请写明文件的名字`, `"${said}" is a folder; name a file`);

/** Commands that make what people then fill in or edit. */
const MADE_TO_BE_FILLED: ReadonlySet<string> = new Set(['template', 'sheet', 'exemplar', 'form']);

const among = (folders: readonly Place[], file: Place): readonly Place[] =>
  folders.filter(folder => folder.isFolder && isIn(file, folder));

const ofBatch = (folder: string): readonly Place[] => OF_A_BATCH.map(name => placeOf(join(folder, name)));

const isForFolder = ({ said, isFolder }: Place): boolean => isFolder || /[/\\]$/u.test(said);

/** Of a pack whatever stands in its folder as YAML is read, and nothing that is written with `-o` is a part of one. */
const isOfPack = ({ said, isFolder }: Place): boolean =>
  !isFolder && PACK_FILE.test(said) && existsSync(join(dirname(said), 'pack.yaml'));

const fileRefusal = (output: Place, { subjects, others }: Inputs, command: Command): Bilingual | undefined => {
  const isLost =
    [...subjects, ...others].some(input => isSame(input, output)) ||
    among(subjects, output).some(({ said }) => ofBatch(said).some(kept => holds(kept, output))) ||
    (output.node !== undefined && PACK_FILE.test(output.path) && among(subjects, output).length > 0) ||
    (output.node !== undefined && DOCUMENT_FILE.test(output.path) && among(others, output).length > 0);
  if (isLost) return isForFolder(output) ? AMONG(output.said) : READ_TOO(output.said);
  if (isOfPack(output)) return OF_PACK(output.said);
  return isForFolder(output) && command.opts().each === undefined ? FOLDER(output.said) : undefined;
};

const holds = (outer: Place, inner: Place): boolean => isSame(outer, inner) || isIn(inner, outer);

/** A folder below the submissions that a batch has made, or is about to, is none of theirs. */
const isOfSubmissions = ({ said, isFolder }: Place): boolean =>
  isFolder && !existsSync(join(said, WORK)) && readdirSync(said).length > 0;

const folderRefusal = (output: Place, { subjects, others }: Inputs): Bilingual | undefined => {
  const isAmong = subjects.some(input => isSame(input, output) || (isIn(output, input) && isOfSubmissions(output)));
  if (isAmong) return AMONG(output.said);
  const written = ofBatch(output.said);
  const lost = [...subjects, ...others].find(input => written.some(place => holds(place, input)));
  const strange = existsSync(join(output.said, WORK)) ? undefined : written.find(({ node }) => node !== undefined);
  return (lost && READ_TOO(lost.said)) ?? (strange && STRANGE(strange.said));
};

const isFilled = async (command: Command, output: Place): Promise<boolean> =>
  (output.node !== undefined && MADE_TO_BE_FILLED.has(command.name())) || (await isSomebodys(output));

const filledAt = async (command: Command, output: Place): Promise<Place | undefined> => {
  if (output.isFolder) return editedIn(output.said);
  return (await isFilled(command, output)) ? output : undefined;
};

const firstFilled = async (command: Command, outputs: readonly Place[]): Promise<Place | undefined> => {
  for (const output of outputs) {
    const filled = await filledAt(command, output);
    if (filled !== undefined) return filled;
  }
  return undefined;
};

/** Why what a command writes would take the place of what it reads, of something else that it writes, or of what people wrote. */
export const overwrites = async (command: Command): Promise<Bilingual | undefined> => {
  const option = command.options.find(candidate => candidate.attributeName() === 'output');
  const asked = stringsIn(command.opts().output).filter(text => text !== STDIN);
  if (option === undefined || asked.length === 0) return undefined;
  if (asked.includes('')) return NAMELESS;
  const inputs = inputsOf(command);
  const isFolder = option.flags.includes('<folder>');
  const isForMany = isFolder || command.opts().each !== undefined;
  const places = (isForMany ? asked : asked.flatMap(filesOf)).map(placeOf);
  const outputs = places.filter(({ isSpecial }) => !isSpecial);
  const file = isForMany ? places.find(place => place.node !== undefined && !place.isFolder) : undefined;
  const twice = outputs.find((output, index) => outputs.slice(0, index).some(earlier => isSame(earlier, output)));
  const filled = await firstFilled(command, outputs);
  const refusal = isFolder ? folderRefusal : fileRefusal;
  return (
    outputs.map(output => refusal(output, inputs, command)).find(found => found !== undefined) ??
    (file && NO_FOLDER(file.said)) ??
    (twice && TWICE(twice.said)) ??
    (filled && FILLED(filled.said, isForMany))
  );
};

/** Pages, by their names: what people save or write into, and is known by itself for one of ours as it was written. */
const TELLING = /-[0-9a-f]{8}[^/\\]*\.(?:xlsx|docx|html|md)$/iu;

const tellingIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => TELLING.test(name))
        .map(name => join(folder, name))
    : [];

/** A file of an earlier batch that somebody has saved since: newer than the last file of the batch, and not as the tool wrote it. */
const editedIn = async (folder: string): Promise<Place | undefined> => {
  const ended = endOf(folder);
  const isNewer = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > ended;
  for (const { name, isUnchanged } of writtenIn(folder)) {
    const file = join(folder, name);
    if (isNewer(file) && !isUnchanged()) return placeOf(file);
  }
  const made = [join(folder, 'summary.xlsx'), ...Object.values(PAGES).flatMap(name => tellingIn(join(folder, name)))];
  for (const file of made.filter(isNewer)) {
    const place = placeOf(file);
    if (await isSomebodys(place)) return place;
  }
  return undefined;
};
