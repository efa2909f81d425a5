import { isError, type Loaded, type Problem, problem } from '../model/base/problem.ts';
import type { SourceNode } from '../model/base/source.ts';
import { isNonEmpty, type NonEmpty } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Input } from '../model/profile/input.ts';
import type { Inspection } from '../model/profile/inspection.ts';
import type { Center } from '../model/profile/profile.ts';
import type { Scheme } from '../model/scoring/score.ts';
import { frameId, ownScheme, rulesFor } from '../model/standard/pack.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';
import type { Waiver } from '../model/standard/waiver.ts';
import { readBytes, sha256 } from '../read/files/files.ts';
import { documentsOf, openProfiles, type ProfileStream } from '../read/files/open.ts';
import type { OpenRecord } from '../read/inspection/records.ts';
import type { Library } from '../read/pack/library.ts';
import { type Dictionary, namesOf } from '../read/profile/names.ts';
import { type ProfileSource, readDeclarations } from '../read/profile/profile.ts';
import { type ChoiceOptions, readSubmissions, type Submission } from '../read/profile/submission.ts';
import type { SettleRound } from '../score/peers/settle.ts';
import { type AuditInput, holdDeclared } from './hold.ts';

/** One profile's result, every reason why there is none, or what should be said of a document besides. */
export type BatchEvent =
  | { readonly kind: 'audit'; readonly file: string; readonly audit: Audit }
  | {
      readonly kind: 'rejected';
      readonly file: string;
      readonly problems: NonEmpty<Problem>;
      /** Whose profile it is, where that much can be read. */
      readonly center?: Center;
    }
  | { readonly kind: 'noted'; readonly file: string; readonly problems: NonEmpty<Problem> };

export interface StreamOptions extends ChoiceOptions {
  /** Whether a profile of which something cannot be read is audited as far as it can: what cannot be read stays open. */
  readonly provisional?: boolean;
  readonly scheme: Scheme;
  /** Whether a pack with a scheme of its own has its centres scored by that instead. */
  readonly prefersOwn?: boolean;
  /** What other centres settle, by the frame of a round. */
  readonly rounds?: ReadonlyMap<string, SettleRound>;
  readonly waivers?: readonly Waiver[];
  /** Inspection records; those of a centre are laid over its profile. */
  readonly inspections?: readonly OpenRecord[];
  /** Whether each record is of the centre that it names and of no other, however few there are. */
  readonly namedRecords?: boolean;
  /** The last day that is not to come. */
  readonly today?: string;
}

/** What centres are held against. */
export interface Standard {
  readonly library: Library;
  readonly vocabulary: Vocabulary;
  readonly options: StreamOptions;
}

const schemeFor = ({ pack, level }: Submission, { scheme, prefersOwn }: StreamOptions): Scheme =>
  (prefersOwn ? ownScheme(pack, level) : undefined) ?? scheme;

/** Audits each profile of each input, in order; a bad one never stops the rest. */
export async function* auditInputs(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  library: Library,
  vocabulary: Vocabulary,
  options: StreamOptions,
): AsyncGenerator<BatchEvent> {
  for await (const input of inputs)
    for await (const document of documentsOf(input)) {
      const content = document.content ?? readBytes(document.file);
      if (content.ok) yield* auditDocument(document, content.value, { library, vocabulary, options });
      else yield { kind: 'rejected', file: document.file, problems: content.problems };
    }
}

/** A profile as it stands in its document, with what was said of that up to there. */
export interface FoundProfile {
  readonly kind: 'profile';
  readonly source: ProfileSource;
  readonly root: SourceNode;
  readonly problems: readonly Problem[];
}

/** Audits each profile of one document. */
export async function* auditDocument(
  input: Input,
  bytes: Uint8Array,
  standard: Standard,
  digest: string = sha256(bytes),
): AsyncGenerator<BatchEvent> {
  for await (const found of readDocument(input, bytes, standard, digest))
    if (found.kind === 'profile') yield* auditProfile(found, standard);
    else yield found;
}

/** The profiles of one document that are to be audited, and what else there is to be said of it. */
export async function* readDocument(
  input: Input,
  bytes: Uint8Array,
  { vocabulary, options }: Standard,
  digest: string,
): AsyncGenerator<FoundProfile | Exclude<BatchEvent, { kind: 'audit' }>> {
  const { file } = input;
  const dictionary: Dictionary = { vocabulary, names: namesOf(vocabulary) };
  const opened = await openProfiles(input, bytes, dictionary);
  if (!opened.ok) {
    yield { kind: 'rejected', file, problems: opened.problems };
    return;
  }
  const { profiles, problems } = opened.value;
  const source = { path: file, sha256: digest };
  let read = 0;
  let said = 0;
  const refused: Refused[] = [];
  for await (const root of profiles) {
    read++;
    said = problems.length;
    if (options.provisional || !problems.some(isError)) yield { kind: 'profile', source, root, problems };
    else refused.push(readDeclarations(source, root, vocabulary));
  }
  yield* remaining(input, opened.value, read, said, refused, options);
}

/** A profile in a document that is refused as a whole. */
type Refused = ReturnType<typeof readDeclarations>;

/** What is known of a document only at its end. */
function* remaining(
  { file, line = 1 }: Input,
  { problems }: ProfileStream,
  read: number,
  said: number,
  refused: readonly Refused[],
  { provisional }: StreamOptions,
): Generator<Exclude<BatchEvent, { kind: 'audit' }>> {
  const errors = (provisional && read > 0 ? problems.slice(said) : problems).filter(isError);
  const late = problems.slice(said).filter(found => !isError(found));
  const nothing = problem('nothing-declared', { file, line, column: 1 }, {});
  const within = refused.flatMap(reading => reading.problems);
  const reasons =
    read === 0 && errors.length === 0 ? [...late, nothing] : errors.length > 0 ? [...errors, ...within, ...late] : [];
  const center = refused[0]?.profile.center;
  if (isNonEmpty(reasons)) yield { kind: 'rejected', file, problems: reasons, ...(center && { center }) };
  else if (isNonEmpty(late)) yield { kind: 'noted', file, problems: late };
}

/** What holds a profile, with what weighs and waives where there is anything to weigh or waive: it is much to load. */
const holder = async (
  { scheme, inspections }: Pick<AuditInput, 'scheme'> & Required<Pick<AuditInput, 'inspections'>>,
  { waivers }: StreamOptions,
) => {
  const weigh = scheme.scorecard && (await import('./weigh.ts')).weigh;
  const waive = waivers?.length && (await import('../score/waive.ts')).applyWaivers;
  const hold = inspections.length > 0 ? (await import('./inspected.ts')).holdInspected : holdDeclared;
  return (input: AuditInput): Audit => hold({ ...input, ...(weigh && { weigh }), ...(waive && { waive }) });
};

/** Holds a profile against each of its packs. */
export async function* auditProfile(
  { source, root, problems }: FoundProfile,
  { library, vocabulary, options }: Standard,
): AsyncGenerator<BatchEvent> {
  const file = source.path;
  const submissions = await readSubmissions(source, root, library, vocabulary, options);
  if (!submissions.ok) {
    const { center } = readDeclarations(source, root, vocabulary).profile;
    yield { kind: 'rejected', file, problems: submissions.problems, center };
    return;
  }
  const open = [...problems.filter(isError), ...submissions.value.unread];
  const said = [...problems.filter(found => !isError(found)), ...submissions.warnings];
  const { provisional: _, ...settings } = options;
  for (const submission of submissions.value.submissions) {
    const records = await readRecords(submission, options);
    if (!records.ok) {
      yield { kind: 'rejected', file, problems: records.problems, center: submission.profile.center };
      continue;
    }
    const weighed = { scheme: schemeFor(submission, options), inspections: records.value };
    const round = options.rounds?.get(frameId(submission.pack, submission.level));
    const hold = await holder(weighed, options);
    const audit = hold({
      ...settings,
      ...submission,
      ...weighed,
      warnings: [...said, ...records.warnings],
      ...(isNonEmpty(open) && { provisional: open }),
      ...(round && { round }),
    });
    yield { kind: 'audit', file, audit };
  }
}

/** Every record of an inspection of this centre, against the words and the scorecard that it is scored by. */
const readRecords = async (submission: Submission, options: StreamOptions): Promise<Loaded<readonly Inspection[]>> => {
  const { inspections = [], today } = options;
  if (inspections.length === 0) return { ok: true, value: [], warnings: [] };
  const { readRecords: recordsOf } = await import('../read/inspection/records.ts');
  const { profile, pack, level } = submission;
  const context = {
    vocabulary: pack.vocabulary,
    profile,
    scheme: schemeFor(submission, options),
    rules: rulesFor(pack, level),
    ...(today !== undefined && { today }),
  };
  return recordsOf(inspections, context, options);
};
