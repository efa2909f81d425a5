import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tryRule } from '../../src/authoring/facts.ts';
import { type GeneratedCase, generateCases } from '../../src/authoring/prove/generate.ts';
import { demandedOutcome } from '../../src/authoring/prove/oracle.ts';
import { silenceOf } from '../../src/evaluate/silence.ts';
import type { Facts } from '../../src/language/second/world.ts';
import { centerFactsOf } from '../../src/language/walk.ts';
import type { Fact, Value } from '../../src/model/base/value.ts';
import type { Outcome } from '../../src/model/finding/finding.ts';
import type { Pack, Rule } from '../../src/model/standard/pack.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { countsText, silenceText } from '../../src/words/checks/meaning.ts';
import { OUTCOME_NAMES } from '../../src/words/names.ts';
import { runs, some } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';

const library = shippedLibrary();

const packs = await Promise.all(library.packIds().map(async id => succeed(await library.pack(id))));

const NOWHERE = { file: '', line: 1, column: 1 };

const made = new WeakMap<Rule, readonly GeneratedCase[]>();

const casesOf = (pack: Pack, rule: Rule): readonly GeneratedCase[] => {
  const cases = made.get(rule) ?? generateCases(pack, rule);
  made.set(rule, cases);
  return cases;
};

const askedBy = ({ when, require }: Rule): readonly string[] => centerFactsOf(...(when ? [when] : []), require);

const undated = ({ due: _, ...rule }: Rule): Rule => ({ ...rule, period: {} });

/** What a rule's meaning demands; where it lays no duty on anybody, what the evaluator says. */
const outcomeOf = (rule: Rule, facts: Facts): Outcome =>
  rule.noDuty ? tryRule(rule, facts, '2025-01-01').outcome : demandedOutcome(rule, facts, '2025-01-01');

/** What other rules ask and this one does not: in a usual run the others are a spread of them, as cases take their time to make. */
const besides = (pack: Pack, rule: Rule): fc.Arbitrary<Facts> => {
  const asked = new Set(askedBy(rule));
  return fc
    .constantFrom(...some(8, pack.rules))
    .chain(other => fc.constantFrom(...casesOf(pack, other)))
    .map(({ facts }) => new Map([...facts].filter(([id]) => !asked.has(id))));
};

const emptied = (pack: Pack, id: string): Fact => {
  const fact = pack.vocabulary.fact.get(id);
  const value: Value =
    fact?.type === 'terms' ? { type: 'terms', list: fact.list, terms: [] } : { type: 'records', items: [] };
  return { state: 'declared', value, location: NOWHERE };
};

describe.each(packs)('what is told of the rules of $id', pack => {
  const reader = { vocabulary: pack.vocabulary, lang: 'zh' } as const;

  it('where nothing is stated, or that there is nothing, is what comes out, whatever else is stated', () => {
    for (const rule of pack.rules) {
      const said = silenceText(silenceOf(rule, pack.vocabulary), reader);
      const asked = askedBy(rule);
      const all = (state: 'not-applicable' | 'did-not-occur'): Facts =>
        new Map(asked.map(id => [id, { state, location: NOWHERE } as const]));
      const lists = asked.filter(id => ['terms', 'records'].includes(pack.vocabulary.fact.get(id)?.type ?? ''));
      const stated: readonly (readonly [start: string, facts: Facts, silent?: Outcome])[] = [
        ['没有申报', new Map()],
        ['填“不适用”', all('not-applicable')],
        ['填“未发生”', all('did-not-occur'), 'unknown'],
        ...lists.map(
          id => [`${pack.vocabulary.fact.get(id)?.label.zh}填“无”`, new Map([[id, emptied(pack, id)]])] as const,
        ),
      ];
      fc.assert(
        fc.property(fc.constantFrom(...stated), besides(pack, rule), ([start, facts, silent], more) => {
          const outcome = outcomeOf(undated(rule), new Map([...more, ...facts]));
          const sentence = said.find(text => text.startsWith(start));
          expect(sentence ?? OUTCOME_NAMES[silent ?? 'pass'].zh, `${rule.id} ${start}`).toContain(
            OUTCOME_NAMES[outcome].zh,
          );
        }),
        { numRuns: runs(6) },
      );
    }
  });

  it('what is enough and what is too much is what comes out', () => {
    for (const rule of pack.rules) {
      const said = countsText(rule, reader);
      const { require } = rule;
      if (require.kind !== 'test' || !('terms' in require.test)) continue;
      const { codes, also = {} } = require.test.terms;
      const known = new Set([...codes, ...codes.flatMap(code => also[code] ?? [])]);
      for (const { facts, expected } of casesOf(pack, rule)) {
        const fact = facts.get(require.fact.id);
        const isOutside = expected === 'not-applicable' || (expected === 'unknown' && rule.when !== undefined);
        if (isOutside || fact?.state !== 'declared' || fact.value.type !== 'terms') continue;
        const holds = fact.value.terms.some(({ code }) => known.has(code));
        if (said.includes('有其中一项就算符合')) expect(expected === 'pass', rule.id).toBe(holds);
        if (said.includes('出现其中任何一项就不符合') && holds) expect(expected, rule.id).toBe('fail');
        if (said.includes('所列的是至少要有的，可以更多') && expected === 'pass') {
          const { list, terms } = fact.value;
          const more = [...(pack.vocabulary.term.get(list)?.keys() ?? [])].map(code => ({ code, location: NOWHERE }));
          const value: Value = { type: 'terms', list, terms: [...terms, ...more] };
          const fuller = new Map([...facts, [require.fact.id, { ...fact, value }] as const]);
          expect(demandedOutcome(undated(rule), fuller, '2025-01-01'), rule.id).toBe('pass');
        }
      }
    }
  });

  it('speaks of one that is enough only where nothing else is asked', () => {
    for (const rule of pack.rules)
      if (rule.require.kind !== 'test')
        expect(countsText(rule, reader).join(), rule.id).not.toMatch(/就算符合|就不符合/u);
  });
});

describe('what an operator says of itself', () => {
  const REMARK = '所列的是至少要有的，可以更多';
  const readerOf = ({ vocabulary }: Pack) => ({ vocabulary, lang: 'zh' }) as const;
  const only = packs.flatMap(pack =>
    pack.rules.filter(rule => countsText(rule, readerOf(pack)).includes(REMARK)).map(rule => ({ pack, rule })),
  );

  it('is told of a rule that asks for it, and not of one that asks for the opposite', () => {
    expect(only.length).toBeGreaterThan(0);
    for (const { pack, rule } of only) {
      const reader = readerOf(pack);
      const not = (of: Rule['require']): Rule['require'] => ({ kind: 'not', of });
      expect(countsText({ ...rule, require: not(rule.require) }, reader)).not.toContain(REMARK);
      expect(countsText({ ...rule, require: not(not(rule.require)) }, reader)).toContain(REMARK);
    }
  });
});
