import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintScorecard } from '../../src/authoring/scorecard/lint.ts';
import { indexVocabulary } from '../../src/model/standard/vocabulary.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { joinVocabularies } from '../../src/read/pack/vocabulary.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { claimed } from '../support/arithmetic.ts';
import { succeed } from '../support/inline.ts';
import { range, resultOf, scorecardOf } from '../support/scorecard.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'fixtures', 'schemes');
const words = succeed(await shippedLibrary().vocabulary());

interface Filled {
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly entered?: Readonly<Record<string, number | null>>;
}

interface Case extends Filled {
  readonly title: string;
  readonly as_of?: string;
  readonly rows?: Readonly<Record<string, string | number | null>>;
  readonly total: string | number;
  readonly grade: string;
  readonly award?: string;
  readonly charges?: Readonly<Record<string, string | number>>;
}

interface Worked {
  readonly base: Filled & { readonly rows: Readonly<Record<string, string | number>> };
  readonly cases: readonly Case[];
}

const without = <T>(values: Readonly<Record<string, T | null>>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, T] => pair[1] !== null));

describe.each(readdirSync(FOLDER))('the worked table %s', name => {
  const text = readFileSync(join(FOLDER, name, 'table.yaml'), 'utf8');
  const { base, cases } = parse(readFileSync(join(FOLDER, name, 'cases.yaml'), 'utf8')) as Worked;
  const scorecard = scorecardOf(text, words);
  const vocabulary = indexVocabulary(joinVocabularies([words, scorecard.vocabulary]));

  it('has rows enough, and nothing that a reader would ask about', () => {
    const rows = new Set(
      scorecard.forms.flatMap(form => form.sections.flatMap(({ items }) => items.map(({ id }) => id))),
    );
    expect(rows.size).toBeGreaterThanOrEqual(25);
    const node = succeed(readYaml(`${name}.yaml`, text));
    expect(lintScorecard(node, words).map(problem => problemLine(problem, 'zh').replace(/^\S+ /u, ''))).toEqual([]);
  });

  it.each(cases.map(one => [one.title, one] as const))('%s', (_, one) => {
    const result = resultOf(scorecard, vocabulary, {
      profile: JSON.stringify(without({ ...base.facts, ...one.facts })),
      entries: without({ ...base.entered, ...one.entered }),
      ...(one.as_of !== undefined && { asOf: one.as_of }),
    });
    const stated = without<string | number>({ ...base.rows, ...one.rows });
    const found = Object.fromEntries(
      result.items.map(item => [item.item, item.low.excluded && item.high.excluded ? '不计入' : range(item)]),
    );
    const expected = Object.fromEntries(
      Object.entries(stated).map(([id, amount]) => [id, amount === '不计入' ? amount : claimed(amount)]),
    );
    expect(found).toEqual(expected);
    expect(range(result)).toBe(claimed(one.total));
    expect(result.grade.candidates.map(({ id }) => id).join(', ')).toBe(one.grade);
    if (one.award !== undefined) expect(result.award).toBe(one.award);
    for (const [who, amount] of Object.entries(one.charges ?? {})) {
      const own = result.charges.filter(({ subject }) => (typeof subject === 'object' ? subject?.zh : subject) === who);
      const total = (end: 0 | 1): string =>
        own.reduce((sum, charge) => sum.plus(charge.amount[end] ?? 0), new Big(0)).toFixed();
      expect(total(0) === total(1) ? total(0) : `${total(0)}..${total(1)}`).toBe(claimed(amount));
    }
  });
});

/** The ways of scoring that real tables use, by their number in the guide, and the words that say each. */
const WAYS: readonly (readonly [way: string, words: RegExp])[] = [
  ['1 each time, each thing', /each: \{ missing/u],
  ['2 per person, case, half day', /per: 0\.5 天/u],
  ['3 down to 0', /item_floor: 0/u],
  ['4 below 0', /\n\s+floor: none/u],
  ['5 a cap inside a row', /points: [\d.]+, cap: /u],
  ['6 all lost on one condition', /zero_if/u],
  ['7 any of these, once', /if_any/u],
  ['8 all or nothing', /if_all/u],
  ['9 rates in full steps', /per: 1%, steps: full/u],
  ['10 pro rata', /share_of/u],
  ['11 tiers', /tiers: /u],
  ['12 the best of', /best_of/u],
  ['13 options', /options:/u],
  ['14 discretion', /range: \[/u],
  ['15 by who found it', /points_by: found_by/u],
  ['16 escalation, further', /applies: further/u],
  ['16 escalation, all', /applies: all/u],
  ['17 lateness', /in: workdays/u],
  ['18 beyond a quota', /beyond: /u],
  ['19 one matter at its highest', /once_per/u],
  ['20 outside the total', /outside_total: yes/u],
  ['21 veto', /effect: zero/u],
  ['21 award barred', /effect: bar_award/u],
  ['21 grade capped', /grade_at_most/u],
  ['22 must-haves', /required_for/u],
  ['23 classes', /for: \[mountain\]/u],
  ['24 by comparison', /relative: /u],
  ['25 other forms', /form:/u],
  ['26 two subjects', /also: /u],
  ['27 bureaus', /by: 行政审批局/u],
  ['28 samples', /sample: /u],
  ['29 the same matter once', /counted_once/u],
];

describe('the worked tables together', () => {
  const all = readdirSync(FOLDER)
    .map(name => readFileSync(join(FOLDER, name, 'table.yaml'), 'utf8'))
    .join('\n');

  it.each(WAYS)('use %s', (_, said) => {
    expect(all).toMatch(said);
  });
});
