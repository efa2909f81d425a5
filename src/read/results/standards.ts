import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Location, startOf } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import { texts as textsSchema } from '../../model/result/contract/texts.ts';
import type { Texts } from '../../model/result/contract.ts';
import type { Standard } from '../../model/result/join.ts';
import { packOf } from '../../model/result/texts.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { ownSchemes, type Pack } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { readBytes } from '../files/files.ts';
import { decodeText } from '../files/text.ts';
import type { Library } from '../pack/library.ts';
import { withWords } from '../scorecard/words.ts';
import { type Made, parseJson, shapeProblem } from './json.ts';

/** The pack and the scheme of a result, where their texts are at hand. */
export type Standards = (made: Made, at: Location) => Loaded<Standard>;

const isWhole = ({ schemaVersion: _, digest, ...rest }: Texts): boolean =>
  createHash('sha256').update(JSON.stringify(rest)).digest('hex') === digest;

/** Texts as they were written: nothing in them may have been touched. */
export const readTexts = (json: unknown, at: Location): Loaded<Texts> => {
  const read = textsSchema.safeParse(json, { reportInput: true });
  if (!read.success) return refused([shapeProblem(read.error, at)]);
  const given = json as Texts;
  return loaded(isWhole(given) ? [] : [problem('texts-changed', at, { pack: given.pack.id })], () => given);
};

/** The folder beside results in which a batch puts the texts of each pack. */
export const TEXTS = 'texts';

const SHORT = 12;

/** `texts/luoshan-2021@2371f3c83d39.json`. */
export const textsFile = ({ id, sha256 }: Pick<Pack, 'id' | 'sha256'>): string =>
  `${id}@${sha256.slice(0, SHORT)}.json`;

const keyOf = ({ pack, scheme }: Made): string => `${pack.sha256} ${scheme.sha256}`;

const fromLibrary = async ({ pack: { id, sha256 }, scheme: used }: Made, library: Library) => {
  const found = library.packIds().includes(id) ? await library.pack(id) : undefined;
  if (found?.ok !== true || found.value.sha256 !== sha256) return undefined;
  const isUsed = (scheme: Scheme): boolean => scheme.sha256 === used.sha256;
  const own = ownSchemes(found.value).find(isUsed);
  const named = own === undefined && library.schemeIds().includes(used.id) ? await library.scheme(used.id) : undefined;
  const scheme = own ?? (named?.ok && isUsed(named.value) ? named.value : undefined);
  if (scheme === undefined) return undefined;
  return { pack: { ...found.value, vocabulary: withWords(found.value.vocabulary, scheme) }, scheme };
};

/** Where texts are looked for that do not stand with the results themselves. */
interface TextsSource {
  readonly folder: string;
  readonly library?: (() => Promise<Library | undefined>) | undefined;
}

const readFile = ({ pack }: Made, folder: string): { readonly json: unknown; readonly at: Location } | undefined => {
  const file = join(folder, TEXTS, textsFile(pack));
  const at = startOf(file);
  const bytes = existsSync(file) ? readBytes(file) : undefined;
  const text = bytes?.ok ? decodeText(file, bytes.value) : undefined;
  const json = text?.ok ? parseJson(text.value, at) : undefined;
  return json?.ok ? { json: json.value, at } : undefined;
};

/** Gathers the packs and schemes of results: from texts with them, beside them, or from rules that are to the byte the same. */
export const gatherStandards = () => {
  const known = new Map<string, Standard>();
  const missing = new Map<string, Problem>();
  const add = (json: unknown, at: Location): readonly Problem[] => {
    const read = readTexts(json, at);
    if (!read.ok) return read.problems;
    const pack = packOf(read.value);
    for (const scheme of read.value.schemes) known.set(keyOf({ pack, scheme }), { pack, scheme });
    return [];
  };
  return {
    add,
    complete: async (wanted: Iterable<Made>, { folder, library }: TextsSource): Promise<readonly Problem[]> => {
      const problems: Problem[] = [];
      for (const made of wanted) {
        const beside = known.has(keyOf(made)) ? undefined : readFile(made, folder);
        if (beside !== undefined) append(problems, add(beside.json, beside.at));
        const rules = known.has(keyOf(made)) ? undefined : await library?.();
        const standard = rules && (await fromLibrary(made, rules));
        if (standard !== undefined) known.set(keyOf(made), standard);
      }
      return problems;
    },
    vocabularies: (pack: string): readonly Vocabulary[] =>
      [...known.values()].filter(standard => standard.pack.id === pack).map(standard => standard.pack.vocabulary),
    /** What is missing is missing once, however many results rest on it. */
    find: ((made, at) => {
      const key = keyOf(made);
      const standard = known.get(key);
      if (standard !== undefined) return { ok: true, value: standard, warnings: [] };
      const { pack, scheme } = made;
      const names = { pack: `${pack.id} ${pack.version}`, scheme: scheme.id, file: join(TEXTS, textsFile(pack)) };
      const found = missing.get(key) ?? problem('no-texts', at.file, names);
      missing.set(key, found);
      return refused([found]);
    }) satisfies Standards,
  };
};

export type GatheredStandards = ReturnType<typeof gatherStandards>;
