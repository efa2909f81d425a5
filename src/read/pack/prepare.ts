import { formatLocation } from '../../model/base/location.ts';
import { isError, type Loaded, type Problem } from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { folderLibrary, summaryOf } from './library.ts';
import { type PreparedIndex, type PreparedPack, prepareRule } from './prepared-library.ts';

const describe = ({ location, ...problem }: Problem): string =>
  `${formatLocation(location)} ${JSON.stringify(problem)}`;

/** Every shipped pack and scheme as JSON files by name, for the build to write out, and what is wrong with them. */
export const prepareLibrary = async (rules: string) => {
  const library = folderLibrary(rules);
  const problems: string[] = [];
  const take = <T>(result: Loaded<T>): readonly T[] => {
    const found = result.ok ? result.warnings.filter(isError) : result.problems;
    append(problems, found.map(describe));
    return result.ok ? [result.value] : [];
  };
  const [vocabulary] = take(await library.vocabulary());
  const packs = (await Promise.all(library.packIds().map(id => library.pack(id)))).flatMap(take);
  const schemes = (await Promise.all(library.schemeIds().map(id => library.scheme(id)))).flatMap(take);
  const common = vocabulary && { themes: vocabulary.themes, facts: vocabulary.facts, lists: vocabulary.lists };
  const files: Record<string, unknown> = { 'vocabulary.json': common, 'index.json': indexOf(packs, schemes) };
  for (const { vocabulary: own, ...read } of packs) {
    const pack = { ...read, rules: read.rules.map(prepareRule) };
    const { themes, facts, lists } = own;
    const prepared: PreparedPack =
      own.fact === vocabulary?.fact ? { pack } : { pack, vocabulary: { themes, facts, lists } };
    files[`${pack.id}.json`] = prepared;
  }
  return { files, problems };
};

const indexOf = (packs: readonly Pack[], schemes: readonly Scheme[]): PreparedIndex => ({
  summaries: packs.map(summaryOf),
  schemes: Object.fromEntries(schemes.map(scheme => [scheme.id, scheme])),
});
