import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintTable } from '../../src/authoring/scheme-lint.ts';
import { folderLibrary } from '../../src/load/library.ts';
import { joinVocabularies } from '../../src/load/vocabulary.ts';
import { readYaml } from '../../src/load/yaml.ts';
import { indexVocabulary } from '../../src/model/vocabulary.ts';
import { problemLine } from '../../src/report/words/problems.ts';
import { claimed } from '../support/arithmetic.ts';
import { succeed } from '../support/inline.ts';
import { range, resultOf, tableOf } from '../support/table.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'fixtures', 'schemes');
const words = succeed(await folderLibrary(join(ROOT, 'rules')).vocabulary());

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
  const table = tableOf(text, words);
  const vocabulary = indexVocabulary(joinVocabularies([words, table.vocabulary]));

  it('has rows enough, and nothing that a reader would ask about', () => {
    const rows = new Set(table.forms.flatMap(form => form.sections.flatMap(({ items }) => items.map(({ id }) => id))));
    expect(rows.size).toBeGreaterThanOrEqual(25);
    const node = succeed(readYaml(`${name}.yaml`, text));
    expect(lintTable(node, words).map(problem => problemLine(problem, 'zh').replace(/^\S+ /u, ''))).toEqual([]);
  });

  it.each(cases.map(one => [one.title, one] as const))('%s', (_, one) => {
    const result = resultOf(table, vocabulary, {
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
