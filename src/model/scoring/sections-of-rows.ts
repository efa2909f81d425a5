import type { Bilingual } from '../base/text.ts';
import type { Audit } from '../finding/audit.ts';
import type { Points } from './score.ts';
import type { FoundItem } from './scorecard.ts';

export interface TitledSection extends Points {
  readonly id: string;
  readonly title: Bilingual;
}

type Filled = NonNullable<Audit['table']>;

export const sectionTitles = ({ found }: Filled): ReadonlyMap<string, Bilingual> =>
  new Map(found.forms.flatMap(({ sections }) => sections.map(({ id, title }) => [id, title] as const)));

type Bounds = Pick<FoundItem, 'floor' | 'cap'>;

/** Floor and cap of each row, by its id. */
export const rowBounds = ({ found }: Filled): ReadonlyMap<string, Bounds> =>
  new Map(
    found.forms
      .flatMap(({ sections }) => sections.flatMap(({ items }) => items))
      .map(({ id, floor, cap }) => [id, { floor, cap }] as const),
  );

/** The sections of a scoring table with what each comes to. */
export const tableSections = (table: Filled): readonly TitledSection[] => {
  const { low, high } = table.result;
  const titles = sectionTitles(table);
  return high.sections.map(({ section, points, max }) => ({
    id: section,
    title: titles.get(section) ?? { zh: section, en: section },
    low: low.sections.find(each => each.section === section)?.points ?? '0',
    high: points,
    max,
  }));
};
