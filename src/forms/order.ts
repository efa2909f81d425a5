import { both } from '../model/base/text.ts';
import type { Level } from '../model/profile/profile.ts';
import { factsOfRule, type Pack, rulesFor } from '../model/standard/pack.ts';
import type { FactDefinition, RecordsDefinition, Theme, Vocabulary } from '../model/standard/vocabulary.ts';

/** A pack and the kind of place that the form is for. */
export interface FormPack {
  readonly pack: Pack;
  readonly level: Level;
}

/** What the facts of a form stand under: their themes, or the parts of the documents that first ask for them. */
const FORM_ORDERS = ['theme', 'document'] as const;

export type FormOrder = (typeof FORM_ORDERS)[number];

/** What a centre is, which stands before all else. */
export const IDENTITY = ['name', 'county', 'township', 'village', 'level', 'declared_on'].map(name => `center.${name}`);

export const isRecords = (definition: FactDefinition): definition is RecordsDefinition => definition.type === 'records';

const themeOf = (vocabulary: Vocabulary, id: string): Theme | undefined => {
  const [prefix = id] = id.split('.');
  return vocabulary.themes.find(theme => theme.id === prefix || theme.facts?.includes(id));
};

/** Themes as the standards come to them, then the others. */
const themesInOrder = (vocabulary: Vocabulary, asked: readonly string[]): readonly Theme[] => {
  const met = asked.flatMap(id => themeOf(vocabulary, id) ?? []);
  return [...new Set([...met, ...vocabulary.themes])];
};

/** Where facts stand in a form. */
interface Places {
  readonly themes: readonly Theme[];
  readonly themeOf: (id: string) => Theme | undefined;
  /** Every fact in its order. */
  readonly ids: readonly string[];
}

/** Where each fact stands: under its theme, those that the standards come to first before the others. */
const byTheme = (vocabulary: Vocabulary, asked: readonly string[]): Places => ({
  themes: themesInOrder(vocabulary, asked),
  themeOf: id => themeOf(vocabulary, id),
  ids: vocabulary.facts.map(({ id }) => id),
});

/** Whether a fact says what a centre is, and is not looked at on the way. */
export const isIdentity = (id: string): boolean => IDENTITY.includes(id);

/** Where each fact stands: under the part of the document that asks for it first, what none asks for under its theme. */
const byDocument = (packs: readonly FormPack[], vocabulary: Vocabulary, asked: readonly string[]): Places => {
  const parts = packs.flatMap(({ pack }) =>
    pack.sections.map(({ id, clause, title }) => ({
      id: `${pack.id}/${id}`,
      label: both(`${clause} ${title.zh}`, `${clause} ${title.en}`),
      aliases: [],
    })),
  );
  const places = new Map<string, Theme>();
  for (const { pack, level } of packs)
    for (const { id: part } of pack.sections)
      for (const rule of rulesFor(pack, level).filter(({ section }) => section === part))
        for (const id of factsOfRule(rule).map(id => recordsOf(id, vocabulary))) {
          const theme = parts.find(one => one.id === `${pack.id}/${part}`);
          if (theme !== undefined && !places.has(id) && !isIdentity(id)) places.set(id, theme);
        }
  const rest = byTheme(vocabulary, asked);
  return {
    themes: [
      ...rest.themes.filter(({ id }) => id === 'center'),
      ...parts,
      ...rest.themes.filter(({ id }) => id !== 'center'),
    ],
    themeOf: id => places.get(id) ?? rest.themeOf(id),
    ids: [...places.keys(), ...rest.ids.filter(id => !places.has(id))],
  };
};

/** The list that a record's field belongs to; a fact of the centre itself. */
const recordsOf = (id: string, { facts }: Vocabulary): string =>
  facts.find(fact => isRecords(fact) && fact.fields.some(field => field.id === id))?.id ?? id;

export const placesFor = (
  order: FormOrder,
  packs: readonly FormPack[],
  vocabulary: Vocabulary,
  asked: readonly string[],
): Places => (order === 'theme' ? byTheme(vocabulary, asked) : byDocument(packs, vocabulary, asked));
