import { type Problem, problem } from '../../../model/base/problem.ts';
import { entriesOf, get, oneOrMore, type SourceNode, textOf } from '../../../model/base/source.ts';
import { append } from '../../../model/base/text.ts';
import { type FactDefinition, indexVocabulary, type Vocabulary } from '../../../model/standard/vocabulary.ts';
import { fold, namesOf, unknownName } from '../../profile/names.ts';
import { misshapen } from '../../shape.ts';
import { checkVocabulary } from '../check-vocabulary.ts';
import { joinVocabularies, readVocabularyFiles } from '../vocabulary.ts';
import { plainFiles, wordsInRules } from './plain-files.ts';

/** More names for facts that the tool comes with, by fact. */
const readAliases = (files: readonly SourceNode[], base: Vocabulary, problems: Problem[]): Map<string, string[]> => {
  const names = namesOf(base).facts();
  const aliases = new Map<string, string[]>();
  const given = files.flatMap(file => (file.kind === 'map' ? entriesOf(get(file, 'aliases')) : []));
  for (const { key, keyLocation, value } of given) {
    const id = base.fact.has(key) ? key : names.get(fold(key));
    if (id === undefined) {
      const known = [...base.fact.keys(), ...base.facts.map(({ label }) => label.zh)];
      problems.push(unknownName('fact', key, known, keyLocation));
      continue;
    }
    for (const item of oneOrMore(value)) {
      const [name, owner] = [textOf(item), names.get(fold(textOf(item)))];
      if (name === '') misshapen({ problems }, item, 'aliases', 'text');
      else if (owner !== undefined && owner !== id)
        problems.push(problem('ambiguous-name', item.location, { name: fold(name), owners: [owner, id] }));
      else aliases.set(id, [...(aliases.get(id) ?? []), name]);
    }
  }
  return aliases;
};

const withAliases = <F extends FactDefinition>(fact: F, more: ReadonlyMap<string, readonly string[]>): F => {
  const fields = fact.type === 'records' ? { fields: fact.fields.map(field => withAliases(field, more)) } : {};
  return { ...fact, ...fields, aliases: [...fact.aliases, ...(more.get(fact.id) ?? [])] };
};

const namesIn = (node: SourceNode): readonly string[] => {
  if (node.kind === 'scalar') return [fold(node.text)];
  if (node.kind === 'list') return node.items.flatMap(namesIn);
  return node.entries.flatMap(({ key, value }) => [fold(key), ...namesIn(value)]);
};

/**
 * The vocabulary with a pack's own facts, lists, terms and names, from its files of words and from its rules; `unread` are the names
 * that mistakes in them keep from being known.
 */
export const withOwnWords = (
  base: Vocabulary,
  files: readonly SourceNode[],
  rules: readonly SourceNode[],
  problems: Problem[],
): { readonly vocabulary: Vocabulary; readonly unread: ReadonlySet<string> } => {
  const all = [...files, ...rules.flatMap(wordsInRules)];
  if (all.length === 0) return { vocabulary: base, unread: new Set() };
  const found: Problem[] = [];
  const aliases = readAliases(files, base, found);
  const named =
    aliases.size === 0 ? base : indexVocabulary({ ...base, facts: base.facts.map(fact => withAliases(fact, aliases)) });
  const own = readVocabularyFiles(plainFiles(all, named, found), found);
  if (found.length === 0) append(found, checkVocabulary(own, named));
  append(problems, found);
  const unread = found.length === 0 ? [] : all.flatMap(namesIn);
  const vocabulary =
    own.length === 0 ? named : indexVocabulary(joinVocabularies([named, ...own.map(({ data }) => data)]));
  return { vocabulary, unread: new Set(unread) };
};

/** Without what is only said of a name because the file that tells of it has a mistake. */
export const withoutEchoes = (problems: readonly Problem[], unread: ReadonlySet<string>): readonly Problem[] =>
  unread.size === 0
    ? problems
    : problems.filter(
        found => found.code !== 'unknown-name' || !unread.has(fold(found.name.replace(/ \([a-z_]+\)$/u, ''))),
      );
