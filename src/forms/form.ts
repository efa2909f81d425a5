import { append } from '../model/base/text.ts';
import type { Level, Profile } from '../model/profile/profile.ts';
import { factsOfScorecard } from '../model/scoring/scorecard-facts.ts';
import { factsOfRule, type Obligation, ownScheme, rulesFor } from '../model/standard/pack.ts';
import {
  type FactDefinition,
  type FieldDefinition,
  type RecordsDefinition,
  type Theme,
  unitedVocabulary,
  type Vocabulary,
} from '../model/standard/vocabulary.ts';
import { type FormOrder, type FormPack, IDENTITY, isRecords, placesFor } from './order.ts';

export type { FormPack } from './order.ts';

/** Where a standard asks for something, and how firmly. */
export interface Source {
  readonly pack: string;
  readonly clause: string;
  readonly obligation: Obligation;
}

export interface FormField<D extends FactDefinition = FactDefinition> {
  readonly definition: D;
  readonly sources: readonly Source[];
  readonly acceptsNotApplicable: boolean;
  /** The field that a record goes by. */
  readonly isKey: boolean;
}

/** Facts of one theme that have one value each. */
export interface FormSection {
  readonly theme: Theme;
  readonly fields: readonly FormField<FieldDefinition>[];
}

/** Records of one kind: a sheet with a line for each. */
export interface FormList {
  readonly field: FormField<RecordsDefinition>;
  readonly fields: readonly FormField<FieldDefinition>[];
}

/** Just the facts that the chosen packs ask of a kind of place. */
export interface Form {
  readonly packs: readonly FormPack[];
  readonly level: Level;
  readonly vocabulary: Vocabulary;
  /** What its facts stand under, in its order. */
  readonly themes: readonly Theme[];
  readonly sections: readonly FormSection[];
  readonly checklists: readonly FormSection[];
  readonly lists: readonly FormList[];
}

/** One dictionary for several packs. */
export const joinedVocabulary = (packs: readonly FormPack[]): Vocabulary =>
  unitedVocabulary(packs.map(({ pack }) => pack.vocabulary));

interface Asked {
  readonly sources: Source[];
  acceptsNotApplicable: boolean;
}

const scoredBy = ({ pack, level }: FormPack): readonly string[] => {
  const scorecard = ownScheme(pack, level)?.scorecard;
  return scorecard === undefined ? [] : factsOfScorecard(scorecard, pack.vocabulary);
};

/** Every fact and field that the rules look at, with the clauses behind it, and those that only points depend on. */
const askedBy = (packs: readonly FormPack[]): ReadonlyMap<string, Asked> => {
  const asked = new Map<string, Asked>();
  for (const { pack, level } of packs)
    for (const rule of rulesFor(pack, level).filter(({ noDuty }) => !noDuty))
      for (const id of factsOfRule(rule)) {
        const found = asked.get(id) ?? { sources: [], acceptsNotApplicable: false };
        found.acceptsNotApplicable ||= rule.acceptsNotApplicable;
        append(
          found.sources,
          rule.clause.map(clause => ({ pack: pack.id, clause, obligation: rule.obligation })),
        );
        asked.set(id, found);
      }
  for (const id of packs.flatMap(scoredBy))
    if (!asked.has(id)) asked.set(id, { sources: [], acceptsNotApplicable: false });
  return asked;
};

/** Facts that a profile declares, and fields of its records, so that a pre-filled form loses none. */
const declaredIn = (profile: Profile | undefined): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const [id, fact] of profile?.facts ?? []) {
    if (fact.state === 'undeclared') continue;
    ids.add(id);
    if (fact.state !== 'declared' || fact.value.type !== 'records') continue;
    for (const item of fact.value.items) for (const field of item.facts.keys()) ids.add(field);
  }
  return ids;
};

/** The form for some packs; `profiles` add what earlier profiles declare besides. */
export const buildForm = (
  packs: readonly FormPack[],
  level: Level,
  profiles: readonly Profile[] = [],
  order: FormOrder = 'theme',
): Form => {
  const vocabulary = joinedVocabulary(packs);
  const asked = askedBy(packs);
  const declared = new Set(profiles.flatMap(profile => [...declaredIn(profile)]));
  const identity = new Set(IDENTITY.filter(id => level === 'village' || id !== 'center.village'));
  const keys = new Set(vocabulary.facts.flatMap(fact => (isRecords(fact) ? [`${fact.id}.${fact.key}`] : [])));
  const wanted = (id: string): boolean => asked.has(id) || declared.has(id) || identity.has(id);
  const fieldOf = <D extends FactDefinition>(definition: D): FormField<D> => ({
    definition,
    sources: asked.get(definition.id)?.sources ?? [],
    acceptsNotApplicable: asked.get(definition.id)?.acceptsNotApplicable ?? false,
    isKey: keys.has(definition.id),
  });
  const places = placesFor(order, packs, vocabulary, [...asked.keys()]);
  const facts = places.ids.flatMap(id => vocabulary.facts.find(fact => fact.id === id) ?? []);
  const single = facts.filter((fact): fact is FieldDefinition => !isRecords(fact) && wanted(fact.id));
  const sectionsOf = (own: readonly FieldDefinition[]): readonly FormSection[] =>
    places.themes.flatMap(theme => {
      const fields = own.filter(fact => places.themeOf(fact.id) === theme).map(fieldOf);
      return fields.length === 0 ? [] : [{ theme, fields }];
    });
  const lists = facts.filter(isRecords).flatMap((records): readonly FormList[] => {
    const fields = records.fields.filter(field => wanted(field.id) || keys.has(field.id));
    return wanted(records.id) || records.fields.some(field => wanted(field.id))
      ? [{ field: fieldOf(records), fields: fields.map(fieldOf) }]
      : [];
  });
  const sections = identityFirst(sectionsOf(single.filter(({ type }) => type !== 'terms')));
  const checklists = sectionsOf(single.filter(({ type }) => type === 'terms'));
  const used = new Set([...sections, ...checklists].map(({ theme }) => theme));
  const themes = order === 'theme' ? [...used] : places.themes.filter(theme => used.has(theme));
  return { packs, level, vocabulary, themes, sections, checklists, lists };
};

const identityFirst = (sections: readonly FormSection[]): readonly FormSection[] =>
  [...sections]
    .sort((a, b) => Number(b.theme.id === 'center') - Number(a.theme.id === 'center'))
    .map(section => ({ ...section, fields: [...section.fields].sort((a, b) => rankOf(a) - rankOf(b)) }));

const rankOf = ({ definition }: FormField): number => {
  const at = IDENTITY.indexOf(definition.id);
  return at < 0 ? IDENTITY.length : at;
};

/** Whether the form marks the field as one that must be filled in. */
export const isRequired = ({ sources, definition }: FormField): boolean =>
  sources.some(({ obligation }) => obligation === 'must') ||
  ['center.name', 'center.county', 'center.level'].includes(definition.id);

/** The clauses behind a field: `三(一)2、三(一)4`; of several packs, each with its pack. */
export const clausesOf = ({ sources }: FormField, packs: readonly FormPack[]): string => {
  const clauses = sources.map(({ pack, clause }) => (packs.length > 1 ? `${nameOf(packs, pack)} ${clause}` : clause));
  return [...new Set(clauses)].join('、');
};

const nameOf = (packs: readonly FormPack[], id: string): string =>
  packs.find(({ pack }) => pack.id === id)?.pack.document.issuer.zh ?? id;
