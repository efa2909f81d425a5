import { isError, type Loaded, loaded, type Problem } from '../../model/base/problem.ts';
import type { Level, Profile } from '../../model/profile/profile.ts';
import type { Pack } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { Library } from '../pack/library.ts';
import type { SourceNode } from '../source.ts';
import { type ChoiceOptions, choosePacks } from './choose.ts';
import { type ProfileSource, readDeclarations } from './profile.ts';

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
  if (!choices.ok)
    return loaded([...first.problems.filter(isOfAnyPack), ...choices.problems], () => ({
      submissions: [],
      unread: [],
    }));
  const readings = choices.value.map(({ pack, level }) => {
    const own = pack.vocabulary.fact !== common.fact;
    const { profile, problems } = own ? readDeclarations(source, root, pack.vocabulary) : first;
    return { submission: { profile, pack, level }, problems };
  });
  const problems = [...new Set(readings.flatMap(reading => reading.problems))];
  const submissions = readings.map(reading => reading.submission);
  if (!options.provisional) return loaded(problems, () => ({ submissions, unread: [] }));
  const warnings = problems.filter(found => !isError(found));
  return { ok: true, value: { submissions, unread: problems.filter(isError) }, warnings };
};
