import type { Lang } from '../model/base/text.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition, Place } from '../model/standard/vocabulary.ts';
import { wayOf } from '../words/forms.ts';
import { alongTheWalk } from '../words/site.ts';
import { fillingOf, recordsIn, stateText } from './fill.ts';
import type { Form, FormField } from './form.ts';

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

export interface WalkPart {
  readonly place: Place;
  readonly lines: readonly WalkLine[];
}

const isIdentity = ({ definition }: FormField): boolean =>
  /^center\.(?:name|county|township|village|level|declared_on)$/u.test(definition.id);

/** Everything that the form asks beside what the centre is, in the order of a walk through it. */
export const walkOf = (form: Form, profile: Profile | undefined, lang: Lang): readonly WalkPart[] => {
  const { vocabulary } = form;
  const lineOf = (field: FormField, declared: string): WalkLine => {
    const { definition } = field;
    return {
      field,
      label: definition.label[lang],
      way: wayOf(definition, lang),
      declared,
      look: definition.verify?.[lang] ?? '',
    };
  };
  const single = [...form.sections, ...form.checklists]
    .flatMap(({ fields }) => fields)
    .filter(field => !isIdentity(field))
    .map(field =>
      lineOf(field, String(fillingOf(profile?.facts.get(field.definition.id), field.definition, vocabulary) ?? '')),
    );
  const lists = form.lists.flatMap(({ field, fields }): readonly WalkLine[] => {
    const { id } = field.definition;
    const items = recordsIn(profile, id) ?? [];
    if (items.length === 0) return [lineOf(field, stateText(profile?.facts.get(id)) ?? '')];
    const asked = fields.filter(({ isKey }) => !isKey);
    return items.flatMap(({ key, facts }) =>
      asked.map(part => {
        const own: FormField<FieldDefinition> = part;
        const declared = String(fillingOf(facts.get(own.definition.id), own.definition, vocabulary) ?? '');
        const look = own.definition.verify?.[lang] ?? field.definition.verify?.[lang] ?? '';
        return {
          ...lineOf(field, declared),
          record: key,
          part: own.definition.label[lang],
          way: wayOf(own.definition, lang),
          look,
        };
      }),
    );
  });
  return alongTheWalk([...single, ...lists], ({ field }) => field.definition).map(({ place, things }) => ({
    place,
    lines: things,
  }));
};
