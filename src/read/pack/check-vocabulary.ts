import type { Location } from '../../model/base/location.ts';
import { keptFor } from '../../model/base/memo.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { get, nearest, type SourceNode } from '../../model/base/source.ts';
import type { FactDefinition, TermList, VocabularyData } from '../../model/standard/vocabulary.ts';
import { factNames, fold, listNames, type Named, unknownNames } from '../profile/names.ts';

export interface VocabularyFile {
  readonly root: SourceNode;
  readonly data: VocabularyData;
}

/** Something that goes by names, with its entry in a file; without one it comes with the tool. */
interface Placed extends Named {
  readonly node?: SourceNode;
  readonly key?: Location;
}

const entryAt = (root: SourceNode, path: readonly string[], id: string): Pick<Placed, 'node' | 'key'> => {
  const parent = nearest(root, path);
  const entry = parent.kind === 'map' ? parent.entries.find(({ key }) => key === id) : undefined;
  return entry === undefined ? {} : { node: entry.value, key: entry.keyLocation };
};

/** Where a name is written: among the labels and aliases of its thing, else where that begins. */
const placeOf = ({ node, key }: Placed, name: string): Location | undefined => {
  const written = (part: SourceNode | undefined): Location | undefined => {
    if (part?.kind === 'scalar') return fold(part.text) === name ? part.location : undefined;
    const parts = part?.kind === 'list' ? part.items : (part?.entries.map(({ value }) => value) ?? []);
    return parts.map(written).find(place => place !== undefined);
  };
  const labels = node?.kind === 'map' ? ['label', 'zh', 'en', 'aliases'].map(at => get(node, at)) : [node];
  return labels.map(written).find(place => place !== undefined) ?? key;
};

/** Whose the names of facts are that come with the tool: the first of a name has it. */
const takenBy = keptFor((facts: readonly FactDefinition[]) => {
  const named = facts.flatMap(fact => factNames(fact).names.map(name => [fold(name), fact.id] as const));
  return { ids: new Set(facts.map(({ id }) => id)), owners: new Map(named.toReversed()) };
});

/** Ids and names that several of the things have, or one of them and a fact before them, each at the later one. */
const clashes = (things: readonly Placed[], before: readonly FactDefinition[] = NONE): readonly Problem[] => {
  const taken = takenBy(before);
  const ids = new Map<string, Placed>();
  const owners = new Map<string, string>();
  return things.flatMap(thing => {
    const { id, names, key } = thing;
    const earlier = ids.get(id);
    ids.set(id, thing);
    if ((earlier !== undefined || taken.ids.has(id)) && key !== undefined)
      return [problem('duplicate-id', key, { id, ...(earlier?.key && { first: earlier.key }) })];
    return [...new Set(names.map(fold))].flatMap(name => {
      const owner = owners.get(name) ?? taken.owners.get(name);
      if (owner === undefined) owners.set(name, id);
      const place = owner === undefined || owner === id ? undefined : placeOf(thing, name);
      return owner && place ? [problem('ambiguous-name', place, { name, owners: [owner, id] })] : [];
    });
  });
};

const NONE: readonly FactDefinition[] = [];

const factsIn = ({ root, data }: VocabularyFile): readonly Placed[] =>
  data.facts.map(fact => ({ ...factNames(fact), ...entryAt(root, ['facts'], fact.id) }));

const fieldsIn = ({ root, data }: VocabularyFile): readonly Problem[] =>
  data.facts.flatMap(fact => {
    if (fact.type !== 'records') return [];
    const short = (id: string): string => id.slice(fact.id.length + 1);
    const fields = fact.fields.map(field => ({
      ...factNames(field, `${fact.id}.`),
      ...entryAt(root, ['facts', fact.id, 'fields'], short(field.id)),
    }));
    const names = fact.fields.map(({ id }) => short(id));
    const at = nearest(root, ['facts', fact.id, 'key']).location;
    return [...clashes(fields), ...unknownNames('fact', [fact.key], names, at)];
  });

/** Terms of a list, those that it had before first; a term may be named again for more aliases. */
const termsIn = (list: TermList, { root }: VocabularyFile, base: TermList | undefined): readonly Problem[] => {
  const had = base?.terms ?? [];
  const isAgain = (code: string, zh: string): boolean => had.some(term => term.code === code && term.label.zh === zh);
  const own = listNames(list).map(term => ({ ...term, ...entryAt(root, ['terms'], term.id) }));
  const added = own.filter((_, index) => {
    const term = list.terms[index];
    return term === undefined || !isAgain(term.code, term.label.zh);
  });
  return clashes([...listNames(base), ...added]);
};

const listsAsked = ({ root, data }: VocabularyFile, lists: readonly TermList[]): readonly Problem[] => {
  const known = lists.map(({ id }) => id);
  const check = (fact: FactDefinition, path: readonly string[]): readonly Problem[] =>
    'list' in fact ? unknownNames('list', [fact.list], known, nearest(root, [...path, 'list']).location) : [];
  return data.facts.flatMap(fact => [
    ...check(fact, ['facts', fact.id]),
    ...(fact.type === 'records' ? fact.fields : []).flatMap(field =>
      check(field, ['facts', fact.id, 'fields', field.id.slice(fact.id.length + 1)]),
    ),
  ]);
};

/** What is wrong between files of a vocabulary, and between them and the one they add to. */
export const checkVocabulary = (files: readonly VocabularyFile[], base?: VocabularyData): readonly Problem[] => {
  const common = base ?? { themes: [], facts: [], lists: [] };
  const own = new Set(files.flatMap(({ data }) => data.facts.map(fact => JSON.stringify(fact))));
  const ids = new Set(files.flatMap(({ data }) => data.facts.map(({ id }) => id)));
  const isAgain = (fact: FactDefinition): boolean => ids.has(fact.id) && own.has(JSON.stringify(fact));
  const before = common.facts.some(isAgain) ? common.facts.filter(fact => !isAgain(fact)) : common.facts;
  const lists = [...common.lists, ...files.flatMap(({ data }) => data.lists)];
  return [
    ...clashes(files.flatMap(factsIn), before),
    ...files.flatMap(fieldsIn),
    ...files.flatMap(file =>
      file.data.lists.flatMap(list =>
        termsIn(
          list,
          file,
          common.lists.find(({ id }) => id === list.id),
        ),
      ),
    ),
    ...files.flatMap(file => listsAsked(file, lists)),
  ];
};
