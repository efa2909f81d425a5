import { createHash } from 'node:crypto';
import type { Location } from '../../../model/base/location.ts';
import { problem } from '../../../model/base/problem.ts';
import type { SourceNode } from '../../../model/base/source.ts';
import { NONE_OF_THEM, SAID } from '../../../model/scoring/card-sheet.ts';
import type { FactDefinition, Vocabulary } from '../../../model/standard/vocabulary.ts';
import { fold, namesOf } from '../../profile/names.ts';
import { unitOf } from '../../profile/values.ts';
import { map, wordList, words } from './nodes.ts';
import type { FactBook, SheetReading, Wanted } from './reading.ts';

/** The same for the same words, whatever stands around them. */
const idOf = (text: string): string => `f${createHash('sha256').update(fold(text)).digest('hex').slice(0, 8)}`;

const typeOf = (name: string, wanted: Wanted, at: Location): Readonly<Record<string, SourceNode>> => {
  const said = (text: string): SourceNode => words(text, at);
  switch (wanted.type) {
    case 'figure':
      if (wanted.unit === '%') return { type: said('percent') };
      return unitOf(wanted.unit) === undefined
        ? { type: said('count'), counter: said(wanted.unit) }
        : { type: said('quantity'), unit: said(wanted.unit) };
    case 'term':
    case 'terms':
      return { type: said(wanted.type), list: said(`${idOf(name)}_terms`) };
    case 'records':
      return {
        type: said('records'),
        item: said(name.replace(/清单$/u, '')),
        key: said('name'),
        fields: map(at, { name: map(at, { label: said(`${name.replace(/清单$/u, '')}名称`), type: said('text') }) }),
      };
    case 'yes_no':
    case 'text':
      return { type: said(wanted.type) };
  }
};

/** `其余` is an answer too: none of those that have a price. */
const termOf = (term: string, at: Location): SourceNode =>
  term === SAID.rest
    ? map(at, {
        zh: words(term, at),
        en: words('none of them', at),
        aliases: wordList(NONE_OF_THEM, at),
      })
    : words(term, at);

const listOfTerms = (name: string, terms: readonly string[], at: Location): SourceNode =>
  map(at, {
    list: words(`${idOf(name)}_terms`, at),
    label: words(name, at),
    terms: map(at, Object.fromEntries(terms.map(term => [idOf(term), termOf(term, at)]))),
  });

const kindOf = (wanted: Wanted): string => (wanted.type === 'figure' ? wanted.unit : wanted.type);

/** Terms that several rows name of one fact are one list. */
const joined = (one: Wanted, other: Wanted): Wanted =>
  'terms' in one && 'terms' in other ? { ...one, terms: [...new Set([...one.terms, ...other.terms])] } : one;

/** The shipped fact that a name of none of the card's own stands for, where it is not what the fact is called. */
const takenFor = (name: string, vocabulary: Vocabulary, shipped: Vocabulary): FactDefinition | undefined => {
  const id = namesOf(vocabulary).facts().get(fold(name));
  const fact = id === undefined ? undefined : shipped.fact.get(id);
  const called = fact === undefined ? [] : [fact.id, fact.label.zh, fact.label.en];
  return fact === vocabulary.fact.get(id ?? '') && !called.some(one => fold(one) === fold(name)) ? fact : undefined;
};

/** `shipped`: what of the vocabulary is no card's own. */
export const factBook = (vocabulary: Vocabulary, shipped = vocabulary): FactBook => {
  const asked = new Map<string, { readonly wanted: Wanted; readonly location: Location }>();
  const taken = new Set<string>();
  const names = namesOf(vocabulary).facts();
  const tellTaken = (reading: SheetReading, found: string, location: Location): void => {
    const fact = taken.has(found) ? undefined : takenFor(found, vocabulary, shipped);
    taken.add(found);
    const values = { found, name: fact?.label.zh ?? '' };
    if (fact !== undefined)
      reading.problems.push(problem('scorecard-doubt', location, { doubt: 'fact-taken', values }));
  };
  const isKnown = (name: string): boolean => vocabulary.fact.has(name) || names.has(fold(name));
  return {
    ask: (reading, name, wanted, location) => {
      if (isKnown(name)) return tellTaken(reading, name, location);
      const earlier = asked.get(name);
      if (earlier !== undefined && kindOf(earlier.wanted) !== kindOf(wanted)) {
        const values = { name, one: kindOf(earlier.wanted), other: kindOf(wanted) };
        reading.problems.push(problem('bad-scorecard', location, { defect: 'sheet-fact-twice', values }));
      } else
        asked.set(
          name,
          earlier === undefined ? { wanted, location } : { ...earlier, wanted: joined(earlier.wanted, wanted) },
        );
    },
    vocabulary: () => {
      const [first] = asked.values();
      if (first === undefined) return [];
      const facts = [...asked].map(([name, { wanted, location }]) => {
        const label = words(name, location);
        const id = wanted.type === 'records' ? `sheet_${idOf(name)}` : `sheet.${idOf(name)}`;
        return [id, map(location, { label, ...typeOf(name, wanted, location) })] as const;
      });
      const lists = [...asked].flatMap(([name, { wanted, location }]) =>
        'terms' in wanted ? [listOfTerms(name, wanted.terms, location)] : [],
      );
      const at = first.location;
      const theme = {
        theme: words('sheet', at),
        label: words('评分表事项', at),
        facts: map(at, Object.fromEntries(facts)),
      };
      return [map(at, theme), ...lists];
    },
  };
};
