import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../src/evaluate/rule.ts';
import type { Pack, Rule } from '../../src/model/standard/pack.ts';
import { asDuty } from '../../src/model/standard/reading.ts';
import type { Term } from '../../src/model/standard/vocabulary.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readProfile } from '../../src/read/profile/profile.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { some } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';

const library = shippedLibrary();
const packs = await Promise.all(library.packIds().map(async id => succeed(await library.pack(id))));

/** A rule that asks for every term of a list, and those terms. */
interface Listed {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly fact: string;
  readonly terms: readonly Term[];
}

const listed: readonly Listed[] = packs.flatMap(pack =>
  pack.rules.flatMap(rule => {
    const { require, when } = rule;
    if (require.kind !== 'test' || require.fact.scope !== 'center' || when !== undefined) return [];
    if (require.test.op !== 'include_all' || !('terms' in require.test)) return [];
    const { list, codes } = require.test.terms;
    const terms = codes.flatMap(code => pack.vocabulary.term.get(list)?.get(code) ?? []);
    return [{ pack, rule, fact: require.fact.id, terms }];
  }),
);

const names = (terms: readonly Term[]): readonly string[] => terms.map(({ label }) => label.zh);

const last = (all: readonly string[], word: string): string =>
  [...(all.length > 1 ? [all.slice(0, -1).join('、')] : []), all.at(-1)].join(word);

const WAYS: Readonly<Record<string, (terms: readonly Term[]) => string | readonly string[]>> = {
  'with 等': terms => `${names(terms).join('、')}等`,
  'with 等 and what they are': terms => `${names(terms).join('、')}等内容`,
  'with 和': terms => last(names(terms), '和'),
  'with 以及': terms => last(names(terms), '以及'),
  'line by line': terms => names(terms).join('\n'),
  'parted by semicolons': terms => names(terms).join('；'),
  'parted by spaces': terms => names(terms).join(' '),
  'parted by slashes': terms => names(terms).join('/'),
  'as a list': names,
  'each as 其他': terms => names(terms).map(name => `其他：${name}`),
  'after 设有': terms => `设有${names(terms).join('、')}`,
  'before 都有': terms => `${names(terms).join('、')}都有`,
  'as a sentence': terms => `${names(terms).join('、')}。`,
  'in quotation marks': terms =>
    names(terms)
      .map(name => `“${name}”`)
      .join('、'),
  'twice over': terms => [...names(terms), ...names(terms)].join('、'),
  'by other words': terms => terms.map(({ label, aliases }) => aliases[0] ?? label.zh).join('、'),
  'by the last of the other words': terms => terms.map(({ label, aliases }) => aliases.at(-1) ?? label.zh).join('、'),
};

const outcomeOf = ({ pack, rule, fact }: Listed, written: string | readonly string[]): string => {
  const root = succeed(readYaml('profile.yaml', JSON.stringify({ [fact]: written })));
  const profile = readProfile({ path: 'profile.yaml', sha256: '0'.repeat(64) }, root, pack.vocabulary);
  return profile.ok
    ? evaluateRule({ ...asDuty(rule), period: {} }, { profile: profile.value, asOf: '2024-05-01' }).outcome
    : 'refused';
};

describe('what a rule lists', () => {
  it.each(Object.entries(WAYS))('is met %s', (way, written) => {
    expect(listed.length).toBeGreaterThan(60);
    // Each list is written in one way at least, and each way of some of them.
    const unmet = (way === 'as a list' ? listed : some(25, listed)).filter(
      one => outcomeOf(one, written(one.terms)) !== 'pass',
    );
    expect(unmet.map(({ pack, rule }) => `${pack.id}/${rule.id}`)).toEqual([]);
  });

  it('is not met without any one of it', () => {
    const met = some(40, listed).flatMap(one =>
      one.terms
        .filter(missing => outcomeOf(one, names(one.terms.filter(term => term !== missing))) !== 'fail')
        .map(({ label }) => `${one.pack.id}/${one.rule.id}: ${label.zh}`),
    );
    expect(met).toEqual([]);
  });

  it.each(['没有', '未设置', '无', '拟设置', '尚无'])(
    'is never taken as there where somebody writes %s before it',
    no => {
      const taken = some(25, listed).filter(
        one =>
          outcomeOf(
            one,
            names(one.terms).map(name => `${no}${name}`),
          ) === 'pass',
      );
      expect(taken.map(({ pack, rule }) => `${pack.id}/${rule.id}`)).toEqual([]);
    },
  );
});
