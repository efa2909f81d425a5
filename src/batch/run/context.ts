import type { StreamOptions } from '../../audit/inputs.ts';
import { keptFor } from '../../model/base/memo.ts';
import { valuesOf } from '../../model/base/problem.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readBytes, sha256 } from '../../read/files/files.ts';
import type { Library } from '../../read/pack/library.ts';

/** What the results of a batch depend on beside its inputs. */
export interface Context {
  readonly tool: string;
  readonly library: Library;
  readonly vocabulary: Vocabulary;
  readonly stream: StreamOptions;
  /** Files that have a say in results: waivers, earlier results. */
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

const digestOf = (file: string): string => {
  const bytes = readBytes(file);
  return bytes.ok ? sha256(bytes.value) : '';
};

const digestOfWords = keptFor(({ themes, facts, lists }: Vocabulary) =>
  sha256(JSON.stringify({ themes, facts, lists })),
);

/** Equal for two runs only if the same documents must have the same results in both. */
export const contextDigest = async ({
  tool,
  library,
  vocabulary,
  stream,
  files,
  options,
}: Context): Promise<string> => {
  const named = await Promise.all(stream.packs.map(pack => library.pack(pack)));
  const known = await library.summaries();
  return sha256(
    JSON.stringify({
      tool,
      packs: [...valuesOf(named), ...known].map(({ id, sha256: digest }) => [id, digest]),
      asked: stream.packs,
      vocabulary: digestOfWords(vocabulary),
      scheme: stream.scheme.sha256,
      prefersOwn: stream.prefersOwn,
      asOf: stream.asOf,
      level: stream.level,
      files: files.map(digestOf),
      options,
    }),
  );
};
