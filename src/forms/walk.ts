import type { Lang } from '../model/base/text.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition } from '../model/standard/vocabulary.ts';
import { wayOf } from '../words/forms.ts';
import { alongTheWalk } from '../words/site.ts';
import { fillingOf, recordsIn, stateText } from './fill.ts';
import type { Form, FormField } from './form.ts';
import { isIdentity } from './order.ts';

/** One thing to be looked at: a fact, or a field of a record that the profile declares. */
export interface WalkLine {
  readonly field: FormField;
  readonly label: string;
  /** Of a record: what it goes by, and which of its fields. */
  readonly record?: string;
  readonly part?: string;
  readonly way: string;
  readonly declared: string;
  readonly look: string;
}

const lineOf = (field: FormField, declared: string, lang: Lang): WalkLine => {
  const { definition } = field;
  return {
    field,
    label: definition.label[lang],
    way: wayOf(definition, lang),
    declared,
    look: definition.verify?.[lang] ?? '',
  };
};

/** A line for each field of each record that the profile declares; one for the list where it declares none. */
const linesOfList = (
  { field, fields }: Form['lists'][number],
  profile: Profile | undefined,
  { vocabulary }: Form,
  lang: Lang,
): readonly WalkLine[] => {
  const { id, verify } = field.definition;
  const items = recordsIn(profile, id) ?? [];
  if (items.length === 0) return [lineOf(field, stateText(profile?.facts.get(id)) ?? '', lang)];
  const asked: readonly FormField<FieldDefinition>[] = fields.filter(({ isKey }) => !isKey);
  return items.flatMap(({ key, facts }) =>
    asked.map(({ definition }) => ({
      ...lineOf(field, String(fillingOf(facts, definition, vocabulary) ?? ''), lang),
      record: key,
      part: definition.label[lang],
      way: wayOf(definition, lang),
      look: definition.verify?.[lang] ?? verify?.[lang] ?? '',
    })),
  );
};

/** Everything that the form asks beside what the centre is, in the order of a walk through it. */
export const walkOf = (form: Form, profile: Profile | undefined, lang: Lang) => {
  const single = [...form.sections, ...form.checklists]
    .flatMap(({ fields }) => fields)
    .filter(({ definition }) => !isIdentity(definition.id))
    .map(field => lineOf(field, String(fillingOf(profile?.facts, field.definition, form.vocabulary) ?? ''), lang));
  const lists = form.lists.flatMap(list => linesOfList(list, profile, form, lang));
  return alongTheWalk([...single, ...lists], ({ field }) => field.definition).map(({ place, things }) => ({
    place,
    lines: things,
  }));
};
