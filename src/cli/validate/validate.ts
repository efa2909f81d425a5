import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { eachOnce, isError, type Loaded, type Problem, refused, toldOf } from '../../model/base/problem.ts';
import type { SourceNode } from '../../model/base/source.ts';
import { append, type Lang } from '../../model/base/text.ts';
import type { Input } from '../../model/profile/input.ts';
import type { Profile } from '../../model/profile/profile.ts';
import type { Scheme } from '../../model/scoring/scheme.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readProfiles, STDIN } from '../../read/files/open.ts';
import { RECORD_ENDINGS } from '../../read/inspection/file.ts';
import { isRecord, readInspection } from '../../read/inspection/inspection.ts';
import type { InspectionContext } from '../../read/inspection/reading.ts';
import { type OpenRecords, openRecords } from '../../read/inspection/records.ts';
import type { PassedOver } from '../../read/layouts/grid.ts';
import { type Library, openLibrary } from '../../read/pack/library.ts';
import { OWN_SCHEMES } from '../../read/pack/rule-files.ts';
import { understoodIn } from '../../read/profile/mapping.ts';
import { namesOf } from '../../read/profile/names.ts';
import { readDeclarations } from '../../read/profile/profile.ts';
import { choosePacks } from '../../read/profile/submission.ts';
import { withScorecardWords } from '../../read/scorecard/words.ts';
import { readStdin } from '../audit/audit.ts';
import { readNamedScheme } from '../audit/settings.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import type { PackOptions } from '../packs/open.ts';
import { printProblems, refuse } from '../problems.ts';
import { outLine, type Terminal, today } from '../terminal.ts';
import { schemeProblems } from './scheme-problems.ts';
import { passedLine, understoodLine } from './understood.ts';

/** The records in a file; undefined where it is something else. */
const recordsIn = async (file: string): Promise<OpenRecords | undefined> => {
  if (!RECORD_ENDINGS.includes(extname(file).toLowerCase())) return undefined;
  const read = await openRecords([file], { named: false });
  const records = read.ok ? read.value.records : [];
  return read.ok && records.length > 0 && records.every(({ root }) => isRecord(root)) ? read.value : undefined;
};

type Against = Pick<InspectionContext, 'vocabulary' | 'rules' | 'scheme'>;

/** What a record of an inspection says by itself: which records its centre has is not known here. */
const isKnownHere = (found: Problem, { scheme }: Against): boolean =>
  found.code !== 'bad-inspection' ||
  !['no-such-record', ...(scheme ? [] : ['not-in-scorecard'])].includes(found.defect);

/** What is wrong with a record of an inspection; undefined where a file is none. */
const recordProblems = async (file: string, against: Against): Promise<readonly Problem[] | undefined> => {
  const opened = await recordsIn(file);
  const found = opened?.records.flatMap(({ root }) => {
    const source = { path: file, sha256: '' };
    const profile: Profile = { ...source, center: {}, facts: new Map(), places: new Map(), root: root.location };
    const read = readInspection(source, root, { ...against, profile, today: today() });
    return toldOf(read).filter(one => isKnownHere(one, against));
  });
  return opened && found && [...opened.unread, ...found];
};

export interface ValidateOptions extends PackOptions {
  readonly pack?: readonly string[];
  readonly verbose?: boolean;
  readonly scheme?: string;
}

const FINE = { zh: '没有问题', en: 'no problems' } as const;

/** Reads files as what they are and says every problem at its place. */
export const validateCommand: Act<ValidateOptions> = async (files, options, terminal) => {
  const opened = await openLibrary(options.standards);
  if (!opened.ok) return refuse(opened.problems, options.lang, terminal);
  const named = await withScheme(opened.value, options);
  if (!named.ok) return refuse(named.problems, options.lang, terminal);
  let failed = false;
  for (const said of files) {
    const input = said === STDIN ? await readStdin(undefined) : { file: said };
    const { file } = input;
    const problems = eachOnce(await problemsOf(input, named.value, options, terminal));
    printProblems(problems, options.lang, terminal);
    failed ||= problems.some(isError);
    if (problems.length === 0) outLine(terminal, `${file}: ${FINE[options.lang]}`);
  }
  return failed ? EXIT.badInput : EXIT.passed;
};

/** A library, and the scheme by which what is handed in is scored, whose words it then knows. */
interface Named {
  readonly library: Library;
  readonly scheme?: Scheme;
}

const withScheme = async (library: Library, { scheme, pack = [] }: ValidateOptions): Promise<Loaded<Named>> => {
  if (scheme === undefined) return { ok: true, value: { library }, warnings: [] };
  const read = await readNamedScheme(scheme, pack, library);
  return read.ok
    ? { ...read, value: { library: withScorecardWords(library, read.value), scheme: read.value } }
    : refused(read.problems);
};

/** The folder of the pack whose own scheme a file is. */
const packBeside = (file: string): readonly string[] =>
  OWN_SCHEMES.some(({ name }) => name === basename(file)) && existsSync(join(dirname(file), 'pack.yaml'))
    ? [dirname(file)]
    : [];

const problemsOf = async (
  input: Input,
  { library, scheme: scored }: Named,
  options: ValidateOptions,
  terminal: Terminal,
): Promise<readonly Problem[]> => {
  const { file } = input;
  if (basename(file) === 'pack.yaml') return toldOf(await library.pack(dirname(file)));
  const beside = packBeside(file);
  const packs = await Promise.all([...beside, ...(options.pack ?? [])].map(id => library.pack(id)));
  const common = await library.vocabulary();
  const found = packs.flatMap(toldOf);
  if (!common.ok || found.some(isError)) return [...toldOf(common), ...found];
  const vocabularies = packs.flatMap(pack => (pack.ok ? [pack.value.vocabulary] : []));
  const [words = common.value] = vocabularies;
  const isNamed = input.content === undefined;
  const scheme = await schemeProblems(input, words);
  if (scheme !== undefined) return scheme;
  const rules = packs.flatMap(pack => (pack.ok ? pack.value.rules : []));
  const against = { vocabulary: words, rules, ...(scored && { scheme: scored }) };
  const record = isNamed ? await recordProblems(file, against) : undefined;
  if (record !== undefined) return record;
  const tell = options.verbose ? tellUnderstood(options.lang, terminal) : undefined;
  if (vocabularies.length > 0) return profileProblems(input, words, () => known(vocabularies), tell);
  return profileProblems(input, words, scored ? () => known([words]) : asAudited(library, words), tell);
};

/** The words that a profile is held against, and what is to be said of their choice. */
type WordsFor = (root: SourceNode) => Promise<{
  readonly vocabularies: readonly Vocabulary[];
  readonly problems: readonly Problem[];
}>;

const known = async (vocabularies: readonly Vocabulary[]) => ({ vocabularies, problems: [] });

/** As an audit chooses, which may yet be told of a pack: that none can be chosen is no fault of the profile. */
const asAudited =
  (library: Library, common: Vocabulary): WordsFor =>
  async root => {
    const { profile } = readDeclarations({ path: '', sha256: '' }, root, common);
    const chosen = await choosePacks(profile, library, { packs: [], asOf: today() });
    return chosen.ok
      ? { vocabularies: chosen.value.map(({ pack }) => pack.vocabulary), problems: [] }
      : { vocabularies: [common], problems: chosen.problems.map(found => ({ ...found, severity: 'warning' })) };
  };

interface Tell {
  readonly understood: (root: SourceNode, profile: Profile, vocabulary: Vocabulary) => void;
  readonly passed: (over: PassedOver) => void;
}

/** Shows heading → fact and each conversion, and what was passed over. */
const tellUnderstood = (lang: Lang, terminal: Terminal): Tell => ({
  understood: (root, profile, vocabulary) => {
    for (const understood of understoodIn(root, profile))
      outLine(terminal, understoodLine(understood, vocabulary, lang));
  },
  passed: over => outLine(terminal, passedLine(over, lang)),
});

const profileProblems = async (
  input: Input,
  common: Vocabulary,
  wordsFor: WordsFor,
  tell: Tell | undefined,
): Promise<readonly Problem[]> => {
  const passed: PassedOver[] = [];
  const read = await readProfiles(input, { vocabulary: common, names: namesOf(common) }, passed);
  for (const over of passed) tell?.passed(over);
  const found: Problem[] = [...read.problems];
  for (const root of read.profiles) {
    const { vocabularies, problems } = await wordsFor(root);
    const readings = vocabularies.map(vocabulary => ({
      vocabulary,
      ...readDeclarations({ path: input.file, sha256: '' }, root, vocabulary),
    }));
    for (const { profile, vocabulary } of readings.slice(0, 1)) tell?.understood(root, profile, vocabulary);
    append(
      found,
      problems,
      readings.flatMap(reading => reading.problems),
    );
  }
  return found;
};
