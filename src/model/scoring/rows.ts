import type { Bilingual } from '../base/text.ts';
import type { Audit } from '../finding/audit.ts';
import type { Entry } from './measure.ts';
import type { ScorecardAccount } from './points.ts';
import type { Points } from './score.ts';
import type { ClassScorecard, Item, Scorecard, ScorecardSection } from './scorecard.ts';

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

/** By its label where no other entry has the same. */
export const entryName = ({ id, label }: Entry, all: readonly Entry[]): string =>
  label === undefined || all.some(other => other.id !== id && other.label?.zh === label.zh) ? id : label.zh;

/** Every row, for whatever class of place. */
export const rowsOf = ({ forms }: { readonly forms: readonly ClassScorecard<ScorecardSection>[] }): readonly Item[] =>
  forms.flatMap(({ sections }) => sections.flatMap(({ items }) => items));

/** The row that an inspector fills in. */
export const rowOf = ({ item }: Pick<Entry, 'item'>, scorecard: Pick<Scorecard, 'forms'>): Item | undefined =>
  rowsOf(scorecard).find(({ id }) => id === item);

/** The scorecard as it stands for the class of place that an account is of. */
export const formOf = (
  { forms }: Scorecard,
  account: Pick<ScorecardAccount, 'class'>,
): ClassScorecard<ScorecardSection> => forms.find(form => form.class?.id === account.class?.id) ?? forms[0];

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
