import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  isError,
  type Loaded,
  loaded,
  type Problem,
  problem,
  reasonsOf,
  refused,
  toldOf,
  valuesOf,
} from '../../model/base/problem.ts';
import { get, type SourceNode } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import { LEVELS, type Level } from '../../model/profile/profile.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Pack } from '../../model/standard/pack.ts';
import type { Vocabulary, VocabularyData } from '../../model/standard/vocabulary.ts';
import { readBytes, sha256, yamlFiles } from '../files/files.ts';
import { decodeText, parseText } from '../files/text.ts';
import { isWorkbook, type PackFolder } from './find-rules.ts';
import type { PackSource, SchemeSource } from './pack.ts';
import { isWords } from './words/is-words.ts';

export interface ParsedFile {
  readonly name: string;
  readonly sha256: string;
  readonly node: SourceNode;
}

/** A YAML file of rules; `shown` is the name it goes by in messages. */
export const parseFile = async (path: string, shown: string): Promise<Loaded<ParsedFile>> => {
  const { duplicateKeys } = await import('../yaml/yaml.ts');
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const text = decodeText(shown, bytes.value);
  if (!text.ok) return text;
  const node = await parseText(shown, text.value);
  if (!node.ok) return node;
  return loaded(duplicateKeys(node.value), () => ({
    name: basename(path),
    sha256: sha256(bytes.value),
    node: node.value,
  }));
};

/** What could be read, and everything that was wrong. */
export const gather = <T>(results: readonly Loaded<T>[]): { values: readonly T[]; problems: Problem[] } => ({
  values: valuesOf(results),
  problems: results.flatMap(toldOf),
});

/** The dictionary under `rules/vocabulary/`. */
export const loadVocabulary = async (rules: string): Promise<Loaded<VocabularyData>> => {
  const { joinVocabularies, readVocabularyFiles } = await import('./vocabulary.ts');
  const { checkVocabulary } = await import('./check-vocabulary.ts');
  const folders = ['vocabulary', join('vocabulary', 'lists')];
  const paths = folders.flatMap(folder => yamlFiles(join(rules, folder)).map(name => join(folder, name)));
  const files = gather(await Promise.all(paths.map(path => parseFile(join(rules, path), join('rules', path)))));
  const problems = files.problems;
  const parts = readVocabularyFiles(
    files.values.map(({ node }) => node),
    problems,
  );
  append(problems, checkVocabulary(parts));
  return loaded(problems, () => joinVocabularies(parts.map(({ data }) => data)));
};

/** The files of a pack's own schemes: for all its levels, or for one of them. */
export const OWN_SCHEMES: readonly { readonly name: string; readonly level?: Level }[] = [
  { name: 'scheme.yaml' },
  ...LEVELS.map(level => ({ name: `scheme-${level}.yaml`, level })),
];

/** What is said of a pack and is no part of it. */
const BESIDE = ['clauses.yaml', 'cases.yaml', 'signatures.yaml'];

const NAMED = new Set(['pack.yaml', ...BESIDE, ...OWN_SCHEMES.map(({ name }) => name)]);

/** The files of a pack, and what it takes from the one that it extends. */
export const readSource = async (
  { path, shown }: PackFolder,
  within: readonly string[] = [],
): Promise<Loaded<PackSource>> => {
  const names = yamlFiles(path).filter(name => !BESIDE.includes(name));
  const files = gather(await Promise.all(names.map(name => parseFile(join(path, name), join(shown, name)))));
  const find = (name: string): ParsedFile | undefined => files.values.find(file => file.name === name);
  const pack = find('pack.yaml');
  if (pack === undefined) return refused([...files.problems, problem('file-missing', join(shown, 'pack.yaml'), {})]);
  if (files.problems.some(isError)) return refused(files.problems);
  const others = files.values.filter(file => !NAMED.has(file.name));
  const isOfWords = ({ name, node }: ParsedFile): boolean => name === 'facts.yaml' || isWords(node);
  const facts = others.filter(isOfWords).map(({ node }) => node);
  const schemes = OWN_SCHEMES.flatMap(({ name, level }) => {
    const file = find(name);
    return file === undefined ? [] : [{ ...file, ...(level && { level }) }];
  });
  const own: PackSource = {
    sha256: sha256(files.values.map(file => `${file.name} ${file.sha256}\n`).join('')),
    pack: pack.node,
    ...(facts.length > 0 && { facts }),
    rules: others.filter(file => !isOfWords(file)).map(({ node }) => node),
    schemes,
  };
  if (pack.node.kind !== 'map' || get(pack.node, 'extends') === undefined) return loaded(files.problems, () => own);
  const { withBase } = await import('./extends/resolve.ts');
  return withBase(own, { path, shown }, readSource, within);
};

export const loadPack = async (path: string, shown: string, base: Vocabulary): Promise<Loaded<Pack>> => {
  const { readPack } = await import('./pack.ts');
  const source = await readSource({ path, shown });
  if (!source.ok) return source;
  const read = readPack(source.value, base);
  const { schemes = [] } = source.value;
  const scored = read.ok && schemes.length > 0 ? await withOwnSchemes(read.value, schemes) : read;
  return scored.ok && scored.value.unsigned ? withSignatures(scored.value, { path, shown }) : scored;
};

/** A pack whose reports say what of it nobody signed. */
const withSignatures = async (pack: Pack, { path, shown }: PackFolder): Promise<Loaded<Pack>> => {
  const { withUnsigned } = await import('./beside/signatures.ts');
  const names = ['clauses.yaml', 'signatures.yaml'];
  const files = await Promise.all(
    names.map(name => (existsSync(join(path, name)) ? parseFile(join(path, name), join(shown, name)) : undefined)),
  );
  const problems = reasonsOf(files);
  const nodes = files.map(file => (file?.ok ? file.value.node : undefined));
  return problems.length > 0 ? refused(problems) : withUnsigned(pack, nodes);
};

/** A pack whose centres are scored by schemes of its own; a scorecard asks in the pack's words. */
const withOwnSchemes = async (pack: Pack, files: readonly SchemeSource[]): Promise<Loaded<Pack>> => {
  const { readScheme } = await import('../scorecard/scheme.ts');
  const { rulesOutside, withWords } = await import('../scorecard/words.ts');
  const problems: Problem[] = [];
  let found = pack;
  for (const { node, sha256: digest, level } of files) {
    const read = readScheme(node, digest, pack.vocabulary);
    append(problems, toldOf(read));
    if (!read.ok) continue;
    const { value: scheme } = read;
    append(problems, scheme.scorecard === undefined ? [] : rulesOutside(scheme.scorecard, pack));
    const vocabulary = withWords(found.vocabulary, scheme);
    const own = level === undefined ? { scheme } : { levelSchemes: { ...found.levelSchemes, [level]: scheme } };
    found = { ...found, ...own, vocabulary };
  }
  return loaded(problems, () => found);
};

const loadCardSheet = async (
  file: string,
  shown: string,
  vocabulary: () => Promise<Loaded<Vocabulary>>,
): Promise<Loaded<Scheme>> => {
  const [bytes, common] = [readBytes(file), await vocabulary()];
  if (!bytes.ok || !common.ok) return bytes.ok ? (common as Loaded<never>) : bytes;
  const { readCardSheet } = await import('../scorecard/sheet/sheet.ts');
  const sheet = await readCardSheet(shown, bytes.value, common.value);
  if (!sheet.ok) return sheet;
  const { readScheme } = await import('../scorecard/scheme.ts');
  return readScheme(sheet.value.root, sheet.value.sha256, common.value);
};

export const loadScheme = async (
  file: string,
  shown: string,
  vocabulary: () => Promise<Loaded<Vocabulary>>,
): Promise<Loaded<Scheme>> => {
  if (isWorkbook(file)) return loadCardSheet(file, shown, vocabulary);
  const parsed = await parseFile(file, shown);
  if (!parsed.ok) return parsed;
  const { node, sha256: digest } = parsed.value;
  const { isScorecard } = await import('../scorecard/kind.ts');
  if (!isScorecard(node)) return (await import('../scorecard/points.ts')).readPoints(node, digest);
  const [words, { readScheme }] = [await vocabulary(), await import('../scorecard/scheme.ts')];
  return words.ok ? readScheme(node, digest, words.value) : words;
};
