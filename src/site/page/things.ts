import { clausesOf, type FormField } from '../../forms/form.ts';
import { isIdentity } from '../../forms/order.ts';
import { groupBy } from '../../model/base/group.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import { bureausIn } from '../../model/scoring/bureaus.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import { entryFact, rowsOf, rowWith } from '../../model/scoring/rows.ts';
import type { Item } from '../../model/scoring/scorecard.ts';
import { factsOfPart } from '../../model/scoring/scorecard-facts.ts';
import { factsOfRule, rulesFor } from '../../model/standard/pack.ts';
import { type FactDefinition, type FieldDefinition, rootOf } from '../../model/standard/vocabulary.ts';
import { alongTheWalk, placeName } from '../../words/site.ts';
import type { Site } from '../weigh.ts';
import { named, SITE_WORDS } from './words.ts';

/** Something to be looked at: a fact of the centre, or what a scorecard leaves to inspectors. */
export type Thing = { readonly id: string; readonly clauses: string } & (
  | { readonly kind: 'fact'; readonly definition: FactDefinition; readonly fields: readonly FieldDefinition[] }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly row: Item }
);

/** A part of the walk. */
export interface Stop {
  readonly id: string;
  readonly title: Bilingual;
  readonly things: readonly Thing[];
}

const factsAsked = ({ form }: Site): readonly Extract<Thing, { kind: 'fact' }>[] => {
  const thing = (field: FormField, fields: readonly FormField<FieldDefinition>[] = []) => ({
    kind: 'fact' as const,
    id: field.definition.id,
    clauses: clausesOf(field, form.packs),
    definition: field.definition,
    fields: fields.map(({ definition }) => definition),
  });
  return [
    ...[...form.sections, ...form.checklists].flatMap(({ fields }) => fields.map(field => thing(field))),
    ...form.lists.map(({ field, fields }) => thing(field, fields)),
  ];
};

/** What inspectors enter, by the bureau that does; all bureaus unless one is named. */
const judgedBy = (name: string): Bilingual => {
  const { judged } = SITE_WORDS;
  return name === '' ? judged : both(named(judged.zh, name, 'zh'), named(judged.en, name, 'en'));
};

const entriesAsked = ({ data: { scheme } }: Site, bureau = ''): readonly Stop[] => {
  const { scorecard } = scheme;
  if (scorecard === undefined) return [];
  const things = scorecard.entries.flatMap((entry): readonly Extract<Thing, { kind: 'entry' }>[] => {
    const row = rowWith(entry.item, scorecard);
    return row === undefined
      ? []
      : [{ kind: 'entry', id: entryFact(entry.id), clauses: row.clause.join('、'), entry, row }];
  });
  const whose = ({ entry }: (typeof things)[number]): string => entry.bureau ?? '';
  const wanted = things.filter(
    thing => bureau === '' || whose(thing) === '' || bureausIn(whose(thing)).includes(bureau),
  );
  return [...groupBy(wanted, whose)].map(([name, things], at) => ({
    id: `entries-${at}`,
    title: judgedBy(name),
    things,
  }));
};

/** Everything in the order of the walk, then what a scorecard leaves to inspectors. */
export const stopsOf = (site: Site, bureau?: string): readonly Stop[] => {
  const facts = factsAsked(site);
  const others = facts.filter(({ id }) => !isIdentity(id));
  const walk = alongTheWalk(others, ({ definition }) => definition);
  return [
    { id: 'identity', title: SITE_WORDS.identity, things: facts.filter(({ id }) => isIdentity(id)) },
    ...walk.map(({ place, things }) => ({
      id: place,
      title: both(placeName(place, 'zh'), placeName(place, 'en')),
      things,
    })),
    ...entriesAsked(site, bureau),
  ];
};

/** Who reads a fact: rules, and rows of a scorecard, by its id. */
export interface Readers {
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The other way round: by fact; what reads a record's field reads its list. */
const byFact = (
  read: readonly (readonly [reader: string, facts: readonly string[]])[],
  { vocabulary }: Site,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const readers = new Map<string, Set<string>>();
  for (const [reader, facts] of read)
    for (const id of facts) {
      const root = rootOf(id, vocabulary);
      for (const at of new Set([id, root])) readers.set(at, new Set([...(readers.get(at) ?? []), reader]));
    }
  return readers;
};

export const readersOf = (site: Site): Readers => {
  const { pack, data, vocabulary } = site;
  const { scorecard } = data.scheme;
  const rules = rulesFor(pack, data.level).map(rule => [rule.id, factsOfRule(rule).map(factIdOf)] as const);
  const rows = scorecard === undefined ? [] : rowsOf(scorecard);
  const entered = (scorecard?.entries ?? []).map(({ id, item }) => [item, [entryFact(id)]] as const);
  return {
    rules: byFact(rules, site),
    rows: byFact([...rows.map(row => [row.id, factsOfPart(row, vocabulary)] as const), ...entered], site),
  };
};
