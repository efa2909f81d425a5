import { basename, join } from 'node:path';
import { auditInputs, type BatchEvent } from '../../audit/inputs.ts';
import { auditKey } from '../../change/baseline.ts';
import { formatLocation, NOWHERE } from '../../model/base/location.ts';
import { isError, type Loaded, problem, refused } from '../../model/base/problem.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Input } from '../../model/profile/input.ts';
import { ownSchemes } from '../../model/standard/pack.ts';
import { isFolder, readBytes, sha256 } from '../../read/files/files.ts';
import { readLines } from '../../read/files/lines.ts';
import { isLines } from '../../read/files/open.ts';
import { openSettings, type SettingOptions, type Settings } from '../audit/settings.ts';
import { libraryIn, remembered } from '../compare/sources.ts';

/** Where things are now, if not where a result says; what it does not say at all. */
export type AnewOptions = Pick<
  SettingOptions,
  'pack' | 'standards' | 'scheme' | 'waivers' | 'inspection' | 'onlyNew'
> & {
  readonly profile?: readonly string[];
};

/** As much of a kept result's JSON as tells how it was made. */
interface Told {
  readonly audit: Audit;
  readonly json: {
    readonly profile: { readonly levelGiven?: boolean };
    readonly readings?: Readonly<
      Record<string, { readonly reading: string; readonly by: string; readonly on: string }>
    >;
    readonly problems: readonly { readonly code: string }[];
  };
}

/** An audit computed anew, with the digest of what it was computed of. */
export interface Anew {
  readonly audit: Audit;
  readonly sha256: string;
  readonly file: string;
}

const filesOf = (files: readonly string[]): readonly string[] | undefined =>
  files.length === 0 ? undefined : [...new Set(files)];

const waiverFiles = ({ findings, warnings }: Audit): readonly string[] => [
  ...findings.flatMap(({ waived }) => (waived?.waivers ?? []).map(({ location }) => location.file)),
  ...warnings.flatMap(said => ('waiver' in said ? [said.waiver.location.file] : [])),
];

const readingsOf = ({ audit, json: { readings = {} } }: Told): Pick<SettingOptions, 'readings'> => {
  const settled = Object.entries(readings);
  if (settled.length === 0) return {};
  return { readings: settled.map(([rule, one]) => ({ ...one, rule: `${audit.pack.id}/${rule}`, location: NOWHERE })) };
};

/** Where a profile stands now: where the result says, or the file of its name among those that are given. */
const placeOf = (path: string, given: readonly string[] | undefined): string => {
  if (given === undefined) return path;
  const within = given.flatMap(one => (isFolder(one) ? [join(one, path), join(one, basename(path))] : [one]));
  const named = within.filter(one => basename(one) === basename(path));
  const [only, ...others] = within;
  return named.find(one => readBytes(one).ok) ?? (others.length === 0 ? only : undefined) ?? named[0] ?? path;
};

/** A profile under the name that the result has for it. */
const inputOf = ({ profile: { path, root } }: Audit, file: string) => {
  if (!isLines(path) || !('line' in root)) return { file: path, content: readBytes(file) };
  for (const { number, content } of readLines(file))
    if (number === root.line) return { file: path, line: number, content };
  return { file: path, content: refused([problem('nothing-declared', { ...root, file }, {})]) };
};

/** Of what came of a file, the audit of the same centre by the same pack; of several, the one at the same place. */
const sameCenter = (events: readonly BatchEvent[], kept: Audit): Loaded<Audit> => {
  const key = auditKey(kept);
  const found = events.flatMap(event => (event.kind === 'audit' && auditKey(event.audit) === key ? [event.audit] : []));
  const at = (audit: Audit): string => formatLocation(audit.profile.root);
  const value = found.find(audit => at(audit) === at(kept)) ?? found[0];
  if (value !== undefined) return { ok: true, value, warnings: [] };
  const rejected = events.flatMap(event => (event.kind === 'rejected' ? event.problems : []));
  return refused(rejected.length > 0 ? rejected : [problem('center-gone', kept.profile.root, {})]);
};

/** A result is computed again from every record that it names, or not at all. */
const openWhole = async (options: SettingOptions): Promise<Loaded<Settings>> => {
  const settings = await openSettings(options);
  return settings.ok && settings.value.unread.some(isError) ? refused(settings.value.unread) : settings;
};

/** The scheme that a result was scored by, where the pack does not bring it along. */
const schemeOf = async (
  { pack, scheme }: Audit,
  given: SettingOptions,
  library: ReturnType<typeof libraryIn>,
): Promise<Pick<SettingOptions, 'scheme'>> => {
  if (given.scheme !== undefined) return { scheme: given.scheme };
  const found = await (await library())?.pack(given.pack?.[0] ?? pack.id);
  const isOwn = found?.ok === true && ownSchemes(found.value).some(({ id }) => id === scheme.id);
  return isOwn ? {} : { scheme: scheme.id };
};

/** What a result was made with, or what is given instead. */
const askedOf = async (
  { audit, json }: Told,
  given: SettingOptions,
  library: ReturnType<typeof libraryIn>,
): Promise<SettingOptions> => {
  const waivers = given.waivers ?? filesOf(waiverFiles(audit));
  const inspection = given.inspection ?? filesOf((audit.records ?? []).map(({ path }) => path));
  return {
    // A scorecard that is a standard by itself brings its own pack.
    ...(audit.pack.sha256 !== audit.scheme.sha256 && { pack: [audit.pack.id] }),
    ...given,
    ...(await schemeOf(audit, given, library)),
    ...readingsOf({ audit, json }),
    ...(waivers && { waivers }),
    ...(inspection && { inspection }),
    ...(json.profile.levelGiven && { level: audit.level }),
    ...(audit.provisional && { provisional: true }),
    asOf: audit.asOf,
  };
};

/** Computes again what kept results say, each as it was made: by its pack, day, scheme, waivers, readings and records. */
export const openAnew = ({ profile: given, ...options }: AnewOptions) => {
  const library = libraryIn(options.standards);
  const settingsFor = remembered((asked: string) => openWhole(JSON.parse(asked) as SettingOptions));
  let last: { readonly key: string; readonly events: readonly BatchEvent[] } | undefined;
  /** A workbook may hold many centres, one after another. */
  const eventsOf = async (input: Input, asked: string, { library: rules, vocabulary, stream }: Settings) => {
    const key = `${asked}\n${input.file}\n${input.line}`;
    if (last?.key === key) return last.events;
    const events: BatchEvent[] = [];
    for await (const event of auditInputs([input], rules, vocabulary, stream)) events.push(event);
    last = { key, events };
    return events;
  };
  return async (told: Told): Promise<Loaded<Anew>> => {
    const asked = JSON.stringify(await askedOf(told, options, library));
    const settings = await settingsFor(asked);
    if (!settings.ok) return settings;
    const file = placeOf(told.audit.profile.path, given);
    const input = inputOf(told.audit, file);
    if (!input.content.ok) return input.content;
    const audit = sameCenter(await eventsOf(input, asked, settings.value), told.audit);
    if (!audit.ok) return audit;
    return {
      ...audit,
      value: { file, sha256: sha256(input.content.value), audit: settings.value.finish(audit.value) },
    };
  };
};
