import type { Location } from '../../model/base/location.ts';
import {
  isError,
  type Loaded,
  loaded,
  type Problem,
  type ProblemOf,
  problem,
  refused,
} from '../../model/base/problem.ts';
import type { SourceNode } from '../../model/base/source.ts';
import type { Level, Profile } from '../../model/profile/profile.ts';
import { inForce, type Pack } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { Library, PackSummary } from '../pack/library.ts';
import { isOneOf } from './county.ts';
import { suggest } from './names.ts';
import { type ProfileSource, readDeclarations } from './profile.ts';

export interface Choice {
  readonly pack: Pack;
  readonly level: Level;
}

export interface ChoiceOptions {
  readonly asOf: string;
  /** Ids or folders; without any, the pack in force for the county, level and date. */
  readonly packs: readonly string[];
  /** Stands in for a level that the profile does not declare. */
  readonly level?: Level;
}

type Wanted = Pick<Profile, 'center' | 'facts' | 'root'>;

/** Where a fact is declared; the whole profile where it is not. */
const placeOf = ({ facts, root }: Wanted, id: string): Location => facts.get(id)?.location ?? root;

/** Where the first of what is missing would stand, and was left blank. */
const unsaid = (profile: Wanted, missing: ProblemOf<'center-undeclared'>['missing']): Problem =>
  problem('center-undeclared', placeOf(profile, missing[0] ?? ''), { missing });

export const choosePacks = async (
  profile: Wanted,
  library: Library,
  options: ChoiceOptions,
): Promise<Loaded<readonly Choice[]>> => {
  const level = profile.center.level ?? options.level;
  const ids =
    options.packs.length > 0
      ? { ok: true as const, value: options.packs }
      : await byCounty(profile, level, library, options.asOf);
  if (!ids.ok) return ids;
  if (level === undefined) return refused([unsaid(profile, ['center.level'])]);
  const packs = await Promise.all(ids.value.map(id => library.pack(id)));
  const problems: readonly Problem[] = packs.flatMap(pack => {
    if (!pack.ok) return pack.problems;
    const { id, levels, period } = pack.value;
    if (levels[level] === undefined)
      return [problem('level-not-covered', placeOf(profile, 'center.level'), { pack: id, level })];
    return inForce(period, options.asOf)
      ? []
      : [problem('not-in-force', profile.root, { pack: id, asOf: options.asOf, ...period })];
  });
  return loaded(problems, () => packs.flatMap(pack => (pack.ok ? [{ pack: pack.value, level }] : [])));
};

const byCounty = async (
  profile: Wanted,
  level: Level | undefined,
  library: Library,
  asOf: string,
): Promise<Loaded<readonly string[]>> => {
  const { center } = profile;
  const missing = [
    ...(center.county === undefined ? (['center.county'] as const) : []),
    ...(level === undefined ? (['center.level'] as const) : []),
  ];
  if (center.county === undefined || level === undefined) return refused([unsaid(profile, missing)]);
  const { county } = center;
  const summaries = await library.summaries();
  const fitting = summaries.filter(summary => fits(summary, county, level, asOf));
  if (fitting.length === 0) {
    const available = summaries.map(summary => summary.id);
    const named = summaries.filter(summary => isOneOf(county, summary.counties));
    const counties = summaries.flatMap(summary => summary.counties);
    const near = named.length > 0 ? [] : suggest(county, counties);
    const [from] = named
      .filter(({ levels, status }) => status === 'in-force' && levels[level] !== undefined)
      .flatMap(({ period }) => (period.from !== undefined && period.from > asOf ? [period.from] : []))
      .toSorted();
    const details = { county, level, asOf, available, near, ...(from !== undefined && { from }) };
    return refused([problem('no-pack', placeOf(profile, 'center.county'), details)]);
  }
  const ids = fitting.map(({ id }) => id);
  return fitting.length > 1
    ? refused([problem('ambiguous-pack', profile.root, { packs: ids })])
    : { ok: true, value: ids, warnings: [] };
};

const fits = ({ counties, levels, period, status }: PackSummary, county: string, level: Level, asOf: string): boolean =>
  status === 'in-force' && inForce(period, asOf) && levels[level] !== undefined && isOneOf(county, counties);

/** A profile with a pack that it is to be held against. */
export interface Submission {
  readonly profile: Profile;
  readonly pack: Pack;
  readonly level: Level;
}

/** A profile with each of its packs, and what of it could not be read. */
export interface Submissions {
  readonly submissions: readonly Submission[];
  /** Errors in what is declared, where the profile is taken in spite of them. */
  readonly unread: readonly Problem[];
}

/** Without a pack nobody knows what its own facts are called: only what is near a known name is asked about. */
const isOfAnyPack = (found: Problem): boolean => found.code !== 'unknown-fact' || found.suggestions.length > 0;

/** Reads one profile and finds its packs. A pack with facts of its own has the profile read in its own words. */
export const readSubmissions = async (
  source: ProfileSource,
  root: SourceNode,
  library: Library,
  common: Vocabulary,
  options: ChoiceOptions & { readonly provisional?: boolean },
): Promise<Loaded<Submissions>> => {
  const first = readDeclarations(source, root, common);
  const choices = await choosePacks(first.profile, library, options);
  if (!choices.ok) return refused([...first.problems.filter(isOfAnyPack), ...choices.problems]);
  const readings = choices.value.map(({ pack, level }) => {
    const own = pack.vocabulary.fact !== common.fact;
    const { profile, problems } = own ? readDeclarations(source, root, pack.vocabulary) : first;
    return { submission: { profile, pack, level }, problems };
  });
  const problems = [...choices.warnings, ...new Set(readings.flatMap(reading => reading.problems))];
  const submissions = readings.map(reading => reading.submission);
  if (!options.provisional) return loaded(problems, () => ({ submissions, unread: [] }));
  const warnings = problems.filter(found => !isError(found));
  return { ok: true, value: { submissions, unread: problems.filter(isError) }, warnings };
};
