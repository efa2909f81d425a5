import { groupBy } from '../base/group.ts';
import { finder, keptFor } from '../base/memo.ts';
import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { Audit } from '../finding/audit.ts';
import type { Entry } from './measure.ts';
import type { ItemResult, ScorecardAccount } from './points.ts';
import type { Points } from './score.ts';
import type { ClassScorecard, Item, ScorecardSection } from './scorecard.ts';

export interface TitledSection extends Points {
  readonly id: string;
  readonly title: Bilingual;
}

type Filled = NonNullable<Audit['scorecard']>;

const ENTRY = 'entry:';

/** What an inspector fills in, as it stands among facts. */
export const entryFact = (id: string): string => ENTRY + id;

/** Which entry stands among facts under this name; undefined where it is a fact of the centre. */
export const entryIn = (fact: string): string | undefined =>
  fact.startsWith(ENTRY) ? fact.slice(ENTRY.length) : undefined;

export const entryWith = finder(({ id }: Entry) => id);

const byLabel = keptFor((all: readonly Entry[]) => groupBy(all, ({ label }) => label?.zh));

/** By its label where no other entry has the same. */
export const entryName = ({ id, label }: Entry, all: readonly Entry[]): string => {
  const alike = byLabel(all).get(label?.zh) ?? [];
  return label === undefined || alike.some(other => other.id !== id) ? id : label.zh;
};

type Forms = readonly ClassScorecard<ScorecardSection>[];

const itemsOf = keptFor((forms: Forms): readonly Item[] =>
  forms.flatMap(({ sections }) => sections.flatMap(({ items }) => items)),
);

/** Every row, for whatever class of place. */
export const rowsOf = ({ forms }: { readonly forms: Forms }): readonly Item[] => itemsOf(forms);

const itemWith = finder(({ id }: Item) => id);

/** The row of that id; where classes of place have it each in its way, the first. */
export const rowWith = (id: string, scorecard: { readonly forms: Forms }): Item | undefined =>
  itemWith(rowsOf(scorecard), id);

/** What came of the row of that id. */
export const resultWith = finder(({ item }: ItemResult) => item);

/** The scorecard as it stands for the class of place that an account is of. */
export const formOf = <S>(
  { forms }: { readonly forms: NonEmpty<ClassScorecard<S>> },
  account: Pick<ScorecardAccount, 'class'>,
): ClassScorecard<S> => forms.find(form => form.class?.id === account.class?.id) ?? forms[0];

/** The sections for every class of place that the centre may be of. */
const sectionsIn = ({ asked, result: { classes } }: Filled): readonly ScorecardSection[] =>
  asked.forms
    .filter(form => form.class === undefined || classes.some(({ id }) => id === form.class?.id))
    .flatMap(({ sections }) => sections);

export const sectionTitles = (filled: Filled): ReadonlyMap<string, Bilingual> =>
  new Map(sectionsIn(filled).map(({ id, title }) => [id, title] as const));

export const scorecardSections = (scorecard: Filled): readonly TitledSection[] => {
  const { low, high } = scorecard.result;
  const titles = sectionTitles(scorecard);
  return high.sections.map(({ section, points, max }) => ({
    id: section,
    title: titles.get(section) ?? { zh: section, en: section },
    low: low.sections.find(each => each.section === section)?.points ?? '0',
    high: points,
    max,
  }));
};
