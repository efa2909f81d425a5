import metadata from '../package.json' with { type: 'json' };
import { audit as auditProfile } from './audit/audit.ts';
import { auditInputs, type BatchEvent } from './audit/inputs.ts';
import { allOf, type Loaded, problem, refused } from './model/base/problem.ts';
import type { Audit } from './model/finding/audit.ts';
import type { Input } from './model/profile/input.ts';
import type { Level, Profile } from './model/profile/profile.ts';
import type { Kept } from './model/result/kept.ts';
import { resultOf } from './model/result/write.ts';
import type { Scheme } from './model/scoring/score.ts';
import type { Pack } from './model/standard/pack.ts';
import type { Vocabulary } from './model/standard/vocabulary.ts';
import type { Waiver } from './model/standard/waiver.ts';
import { readBytes, sha256 } from './read/files/files.ts';
import { openProfiles } from './read/files/open.ts';
import { type PackSummary, shippedLibrary } from './read/pack/library.ts';
import { namesOf } from './read/profile/names.ts';
import { readProfile } from './read/profile/profile.ts';
import { REPORTS, type ReportName, type ReportOptions } from './report/index.ts';
import { type WordedResult, worded } from './report/result/words.ts';
import { problemLine } from './words/problems/problems.ts';

export { judge } from './audit/gate.ts';
export type { BatchEvent } from './audit/inputs.ts';
export { compareAudit } from './change/baseline.ts';
export type { CellLocation, Location, TextLocation } from './model/base/location.ts';
export { formatLocation } from './model/base/location.ts';
export type { Loaded, Problem, ProblemCode } from './model/base/problem.ts';
export type { Bilingual, Lang } from './model/base/text.ts';
export type { Fact, Value } from './model/base/value.ts';
export type { Audit, Counts } from './model/finding/audit.ts';
export type { Change } from './model/finding/comparison.ts';
export type { Finding, Gap, Ground, Outcome, Shortfall } from './model/finding/finding.ts';
export type { Gate, GateVerdict } from './model/finding/gate.ts';
export type { Center, Level, Profile } from './model/profile/profile.ts';
export type { Kept } from './model/result/kept.ts';
export type { Points, Scheme, Score, ScoredFinding, SectionScore, Waived } from './model/scoring/score.ts';
export type { Obligation, Pack, Rule, Section } from './model/standard/pack.ts';
export type { Vocabulary } from './model/standard/vocabulary.ts';
export type { Waiver } from './model/standard/waiver.ts';
export type { PackSummary } from './read/pack/library.ts';
export type { Rejection, ReportName, ReportOptions } from './report/index.ts';
export { isReportName } from './report/index.ts';
export type { WordedResult as Result } from './report/result/words.ts';
export { problemLine, problemText } from './words/problems/problems.ts';

/** The version of the tool. */
export const version: string = metadata.version;

const TOOL = { name: 'duibiao', version } as const;

/** A file to be read, or the text or bytes of one under the name that it goes by. */
export type Source = string | { readonly file: string; readonly content: string | Uint8Array };

const inputOf = (source: Source): Input => {
  if (typeof source === 'string') return { file: source };
  const { file, content } = source;
  const value = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { file, content: { ok: true, value, warnings: [] } };
};

/** What was loaded; throws an error that says everything that is wrong, and carries it as `problems`. */
export const orThrow = <T>(read: Loaded<T>): T => {
  if (read.ok) return read.value;
  const { problems } = read;
  throw Object.assign(new Error(problems.map(found => problemLine(found, 'en')).join('\n')), { problems });
};

/** The packs that are shipped. */
export const packs = (): Promise<readonly PackSummary[]> => shippedLibrary().summaries();

/** A pack, by the id of a shipped one or by its folder. */
export const loadPack = (idOrFolder: string): Promise<Loaded<Pack>> => shippedLibrary().pack(idOrFolder);

/** A score scheme, by the id of a shipped one or by its file. */
export const loadScheme = (idOrFile = 'default'): Promise<Loaded<Scheme>> => shippedLibrary().scheme(idOrFile);

const vocabularyOf = async (pack: Pack | undefined): Promise<Vocabulary> =>
  pack?.vocabulary ?? orThrow(await shippedLibrary().vocabulary());

/** Every profile of a file, in the words of the pack that they are to be held against. */
export const loadProfiles = async (
  source: Source,
  { pack }: { readonly pack?: Pack } = {},
): Promise<Loaded<readonly Profile[]>> => {
  const { file, content = readBytes(file) } = inputOf(source);
  if (!content.ok) return content;
  const vocabulary = await vocabularyOf(pack);
  const opened = await openProfiles({ file }, content.value, { vocabulary, names: namesOf(vocabulary) });
  if (!opened.ok) return opened;
  const digest = sha256(content.value);
  const read: Loaded<Profile>[] = [];
  for await (const root of opened.value.profiles)
    read.push(readProfile({ path: file, sha256: digest }, root, vocabulary));
  return allOf(read, opened.value.problems);
};

/** The one profile of a file. */
export const loadProfile = async (source: Source, options: { readonly pack?: Pack } = {}): Promise<Loaded<Profile>> => {
  const read = await loadProfiles(source, options);
  if (!read.ok) return read;
  const [profile, ...more] = read.value;
  if (profile !== undefined && more.length === 0) return { ...read, value: profile };
  const { file } = inputOf(source);
  return refused([problem('shape', file, { path: '', wanted: 'one-profile' })]);
};

/** Waivers from files, held against the rules of the packs; `packs` are those beside the shipped ones. */
export const loadWaivers = async (
  files: readonly string[],
  packs: readonly string[] = [],
): Promise<Loaded<readonly Waiver[]>> =>
  (await import('./read/settings/waivers.ts')).loadWaivers(files, shippedLibrary(), packs);

/** Results that were kept as `json`, `jsonl` or by a batch: for `compareAudit`, and to be reported again. */
export const loadResults = async (file: string): Promise<Loaded<readonly Kept[]>> => {
  const { openSound } = await import('./read/results/open.ts');
  const opened = await openSound(file, { library: async () => shippedLibrary() });
  if (!opened.ok) return opened;
  const { entries, read, close } = opened.value;
  const results = entries.map(read);
  close();
  return allOf(results);
};

export interface AuditOptions {
  readonly scheme: Scheme;
  /** `YYYY-MM-DD`: the day whose rules hold. */
  readonly asOf: string;
  /** Stands in for a level that the profile does not declare. */
  readonly level?: Level;
  readonly waivers?: readonly Waiver[];
}

export interface AuditRequest extends AuditOptions {
  readonly profile: Profile;
  readonly pack: Pack;
}

/** Holds a profile against a pack: a finding for every rule that binds its level, and the score. */
export const audit = ({ profile, pack, level: given, ...options }: AuditRequest): Loaded<Audit> => {
  const level = profile.center.level ?? given;
  const refuse = (found: ReturnType<typeof problem>): Loaded<Audit> => refused([found]);
  if (level === undefined) return refuse(problem('center-undeclared', profile.root, { missing: ['center.level'] }));
  if (pack.levels[level] === undefined)
    return refuse(problem('level-not-covered', profile.root, { pack: pack.id, level }));
  return { ok: true, value: auditProfile({ profile, pack, level, warnings: [], ...options }), warnings: [] };
};

export interface FileAuditOptions extends AuditOptions {
  /** Ids or folders; without any, the pack in force for the county, level and date of each profile. */
  readonly packs?: readonly string[];
}

/** Audits every profile of every file, in order; one that cannot be read is told of and stops nothing. */
export async function* auditFiles(
  sources: Iterable<Source>,
  { packs = [], ...options }: FileAuditOptions,
): AsyncGenerator<BatchEvent> {
  const library = shippedLibrary();
  const vocabulary = await vocabularyOf(undefined);
  yield* auditInputs([...sources].map(inputOf), library, vocabulary, { packs, ...options });
}

async function* each(audits: Iterable<Audit> | AsyncIterable<Audit>): AsyncGenerator<Audit> {
  yield* audits;
}

/** A report in one of the formats of the tool, in pieces as they are made. */
export async function* report(
  format: ReportName,
  audits: Iterable<Audit> | AsyncIterable<Audit>,
  options: Partial<ReportOptions> = {},
): AsyncGenerator<string | Uint8Array> {
  const { default: make } = await REPORTS[format].load();
  yield* make(each(audits), { lang: 'zh', columns: 100, color: false, all: false, tool: TOOL, ...options });
}

/** An audit as plain data, of the shape that `duibiao schema result` publishes. */
export const toResult = (audited: Audit): WordedResult => worded(resultOf(audited, TOOL), audited);
