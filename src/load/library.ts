import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownSchemes, type Pack } from '../model/pack.ts';
import { type Loaded, loaded, type Problem, problem } from '../model/problem.ts';
import { LEVELS, type Level } from '../model/profile.ts';
import type { Scheme } from '../model/score.ts';
import { indexVocabulary, type Vocabulary, type VocabularyData } from '../model/vocabulary.ts';
import { decodeText } from './bytes.ts';
import { readBytes, sha256, subfolders, yamlFiles } from './files.ts';
import { suggest } from './names.ts';
import type { SourceNode } from './source.ts';

/** What is said of a pack before it is opened. */
export interface PackSummary
  extends Pick<Pack, 'id' | 'version' | 'sha256' | 'title' | 'status' | 'period' | 'counties' | 'levels' | 'document'> {
  /** Of the pack's own scheme: how often all centres are gone through before what it compares is settled. */
  readonly passes?: number;
}

export const summaryOf = (pack: Pack): PackSummary => {
  const { id, version, sha256: digest, title, status, period, counties, levels, document } = pack;
  const passes = Math.max(0, ...ownSchemes(pack).map(({ table }) => table?.passes ?? 0));
  const named = { id, version, sha256: digest, title, status, period, counties, levels, document };
  return passes === 0 ? named : { ...named, passes };
};

/** The vocabulary, packs and schemes at hand. */
export interface Library {
  readonly vocabulary: () => Promise<Loaded<Vocabulary>>;
  readonly summaries: () => Promise<readonly PackSummary[]>;
  /** By id, or by the folder it stands in. */
  readonly pack: (idOrFolder: string) => Promise<Loaded<Pack>>;
  /** By id, or by its file; a scoring table asks in the words of `vocabulary`, the common one unless a pack's is given. */
  readonly scheme: (idOrFile: string, vocabulary?: Vocabulary) => Promise<Loaded<Scheme>>;
  readonly packIds: () => readonly string[];
  readonly schemeIds: () => readonly string[];
}

interface ParsedFile {
  readonly name: string;
  readonly sha256: string;
  readonly node: SourceNode;
}

/** A YAML file of rules; `shown` is the name it goes by in messages. */
export const parseFile = async (path: string, shown: string): Promise<Loaded<ParsedFile>> => {
  const { duplicateKeys, readYaml } = await import('./yaml.ts');
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const text = decodeText(shown, bytes.value);
  if (!text.ok) return text;
  const node = readYaml(shown, text.value);
  if (!node.ok) return node;
  return loaded(duplicateKeys(node.value), () => ({
    name: basename(path),
    sha256: sha256(bytes.value),
    node: node.value,
  }));
};

const gather = <T>(results: readonly Loaded<T>[]): { values: readonly T[]; problems: Problem[] } => ({
  values: results.flatMap(result => (result.ok ? [result.value] : [])),
  problems: results.flatMap(result => (result.ok ? result.warnings : result.problems)),
});

/** The dictionary under `rules/vocabulary/`. */
export const loadVocabulary = async (rules: string): Promise<Loaded<VocabularyData>> => {
  const { joinVocabularies, readVocabularyFile } = await import('./vocabulary.ts');
  const folders = ['vocabulary', join('vocabulary', 'lists')];
  const paths = folders.flatMap(folder => yamlFiles(join(rules, folder)).map(name => join(folder, name)));
  const files = gather(await Promise.all(paths.map(path => parseFile(join(rules, path), join('rules', path)))));
  const problems = files.problems;
  const parts = files.values.flatMap(file => readVocabularyFile(file.node, problems) ?? []);
  return loaded(problems, () => joinVocabularies(parts));
};

/** The files of a pack's own schemes: for all its levels, or for one of them. */
export const OWN_SCHEMES: readonly { readonly name: string; readonly level?: Level }[] = [
  { name: 'scheme.yaml' },
  ...LEVELS.map(level => ({ name: `scheme-${level}.yaml`, level })),
];

const NOT_RULES = new Set([
  ...['pack.yaml', 'facts.yaml', 'clauses.yaml', 'cases.yaml'],
  ...OWN_SCHEMES.map(({ name }) => name),
]);

/** One pack from its folder. */
export const loadPack = async (folder: string, shown: string, base: Vocabulary): Promise<Loaded<Pack>> => {
  const { readPack } = await import('./pack.ts');
  const names = yamlFiles(folder).filter(name => !['clauses.yaml', 'cases.yaml'].includes(name));
  const files = gather(await Promise.all(names.map(name => parseFile(join(folder, name), join(shown, name)))));
  const find = (name: string): ParsedFile | undefined => files.values.find(file => file.name === name);
  const pack = find('pack.yaml');
  if (pack === undefined) {
    const missing = problem('file-missing', { file: join(shown, 'pack.yaml'), line: 1, column: 1 }, {});
    return loaded([...files.problems, missing], () => undefined as never);
  }
  if (files.problems.some(found => found.severity === 'error')) return loaded(files.problems, () => undefined as never);
  const facts = find('facts.yaml');
  const rules = files.values.filter(file => !NOT_RULES.has(file.name)).map(file => file.node);
  const digest = sha256(files.values.map(file => `${file.name} ${file.sha256}\n`).join(''));
  const read = readPack({ sha256: digest, pack: pack.node, ...(facts && { facts: facts.node }), rules }, base);
  const schemes = OWN_SCHEMES.flatMap(({ name, level }) => {
    const file = find(name);
    return file === undefined ? [] : [{ ...file, ...(level && { level }) }];
  });
  return read.ok && schemes.length > 0 ? withOwnSchemes(read.value, schemes) : read;
};

interface OwnScheme extends ParsedFile {
  readonly level?: Level;
}

/** A pack whose centres are scored by schemes of its own; a scoring table asks in the pack's words. */
const withOwnSchemes = async (pack: Pack, files: readonly OwnScheme[]): Promise<Loaded<Pack>> => {
  const { readScheme } = await import('./scheme.ts');
  const { rulesOutside, withWords } = await import('./table/words.ts');
  const problems: Problem[] = [];
  let found = pack;
  for (const { node, sha256: digest, level } of files) {
    const read = readScheme(node, digest, pack.vocabulary);
    problems.push(...(read.ok ? read.warnings : read.problems));
    if (!read.ok) continue;
    const { value: scheme } = read;
    problems.push(...(scheme.table === undefined ? [] : rulesOutside(scheme.table, pack)));
    const vocabulary = withWords(found.vocabulary, scheme);
    const own = level === undefined ? { scheme } : { levelSchemes: { ...found.levelSchemes, [level]: scheme } };
    found = { ...found, ...own, vocabulary };
  }
  return loaded(problems, () => found);
};

export const loadScheme = async (
  file: string,
  shown: string,
  vocabulary: () => Promise<Loaded<Vocabulary>>,
): Promise<Loaded<Scheme>> => {
  const { isTableScheme, readScheme } = await import('./scheme.ts');
  const parsed = await parseFile(file, shown);
  if (!parsed.ok) return parsed;
  const { node, sha256: digest } = parsed.value;
  if (!isTableScheme(node)) return readScheme(node, digest);
  const words = await vocabulary();
  return words.ok ? readScheme(node, digest, words.value) : words;
};

const unknownPack = (id: string, known: readonly string[]): Loaded<Pack> =>
  loaded(
    [
      problem(
        'unknown-pack',
        { file: '--pack', line: 1, column: 1 },
        { id, suggestions: orAll(suggest(id, known), known) },
      ),
    ],
    () => undefined as never,
  );

const unknownScheme = (name: string, known: readonly string[]): Loaded<Scheme> =>
  loaded(
    [
      problem(
        'unknown-name',
        { file: '--scheme', line: 1, column: 1 },
        { kind: 'scheme', name, suggestions: orAll(suggest(name, known), known) },
      ),
    ],
    () => undefined as never,
  );

const orAll = (suggestions: readonly string[], known: readonly string[]): readonly string[] =>
  suggestions.length > 0 ? suggestions : known;

const isFolder = (name: string): boolean => existsSync(join(name, 'pack.yaml'));

const isFile = (name: string): boolean => /\.ya?ml$/u.test(name);

/** The file of a scheme: named itself, or `scheme.yaml` in the folder of a pack, or one of the shipped. */
const schemePlace = (name: string, rules: string): { readonly path: string; readonly shown: string } | undefined => {
  if (isFile(name)) return { path: name, shown: name };
  const [own, packs] = [join(name, 'scheme.yaml'), join(rules, name, 'scheme.yaml')];
  if (existsSync(own)) return { path: own, shown: own };
  if (existsSync(packs)) return { path: packs, shown: join('rules', name, 'scheme.yaml') };
  const shipped = join(rules, 'schemes', `${name}.yaml`);
  return existsSync(shipped) ? { path: shipped, shown: join('rules', 'schemes', `${name}.yaml`) } : undefined;
};

const givenOr =
  (words: Vocabulary | undefined, common: () => Promise<Loaded<Vocabulary>>) => async (): Promise<Loaded<Vocabulary>> =>
    words === undefined ? common() : { ok: true, value: words, warnings: [] };

/** What is asked for a second time is not read again. */
const remember = <T>(make: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const made = new Map<string, Promise<T>>();
  return key => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
};

/** A library read from a folder of rules as it stands. */
export const folderLibrary = (rules: string): Library => {
  const vocabulary = remember(async () => {
    const read = await loadVocabulary(rules);
    return read.ok ? { ...read, value: indexVocabulary(read.value) } : read;
  });
  const folders = (): readonly string[] => subfolders(rules).filter(isFolder);
  const schemeIds = (): readonly string[] =>
    yamlFiles(join(rules, 'schemes')).map(name => name.replace(/\.ya?ml$/u, ''));
  const open = async (folder: string, shown: string): Promise<Loaded<Pack>> => {
    const base = await vocabulary('');
    return base.ok ? loadPack(folder, shown, base.value) : base;
  };
  const pack = remember(async (name: string) => {
    const shipped = folders().find(folder => basename(folder) === name);
    if (shipped !== undefined) return open(shipped, join('rules', name));
    return isFolder(name)
      ? open(name, name)
      : unknownPack(
          name,
          folders().map(folder => basename(folder)),
        );
  });
  return {
    vocabulary: () => vocabulary(''),
    summaries: async () =>
      gather(await Promise.all(folders().map(folder => pack(basename(folder))))).values.map(summaryOf),
    pack,
    scheme: async (name, words) => {
      const place = schemePlace(name, rules);
      if (place === undefined) return unknownScheme(name, schemeIds());
      return loadScheme(
        place.path,
        place.shown,
        givenOr(words, () => vocabulary('')),
      );
    },
    packIds: () => folders().map(folder => basename(folder)),
    schemeIds,
  };
};

/** What the build writes, so that nothing is parsed or validated at start. */
export interface PreparedIndex {
  readonly summaries: readonly PackSummary[];
  readonly schemes: Readonly<Record<string, Scheme>>;
}

/** `vocabulary` only where the pack has facts or terms of its own. */
export interface PreparedPack {
  readonly pack: Omit<Pack, 'vocabulary'>;
  readonly vocabulary?: VocabularyData;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** A library of packs that were read and checked when the tool was built. */
export const preparedLibrary = (folder: string): Library => {
  const index = readJson<PreparedIndex>(join(folder, 'index.json'));
  const vocabulary = remember(async () => indexVocabulary(readJson<VocabularyData>(join(folder, 'vocabulary.json'))));
  const known = index.summaries.map(summary => summary.id);
  return {
    vocabulary: async () => ({ ok: true, value: await vocabulary(''), warnings: [] }),
    summaries: async () => index.summaries,
    pack: remember(async (name: string): Promise<Loaded<Pack>> => {
      const common = await vocabulary('');
      if (!known.includes(name)) return isFolder(name) ? loadPack(name, name, common) : unknownPack(name, known);
      const prepared = readJson<PreparedPack>(join(folder, `${name}.json`));
      const own = prepared.vocabulary === undefined ? common : indexVocabulary(prepared.vocabulary);
      return { ok: true, value: { ...prepared.pack, vocabulary: own }, warnings: [] };
    }),
    scheme: async (name, words) => {
      const found = index.schemes[name];
      if (found !== undefined) return { ok: true, value: found, warnings: [] };
      const place = schemePlace(name, folder);
      if (place === undefined) return unknownScheme(name, Object.keys(index.schemes));
      const common = async () => ({ ok: true, value: await vocabulary(''), warnings: [] }) as const;
      return loadScheme(place.path, place.shown, givenOr(words, common));
    },
    packIds: () => known,
    schemeIds: () => Object.keys(index.schemes),
  };
};

const openShipped = (): Library => {
  const prepared = join(import.meta.dirname, 'rules');
  return existsSync(join(prepared, 'index.json'))
    ? preparedLibrary(prepared)
    : folderLibrary(join(import.meta.dirname, '..', '..', 'rules'));
};

let shipped: Library | undefined;

/** The shipped rules, opened once: prepared ones beside the built tool, else the folder in the project. */
export const shippedLibrary = (): Library => {
  shipped ??= openShipped();
  return shipped;
};
