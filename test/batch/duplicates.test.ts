import { describe, expect, it } from 'vitest';
import type { DocumentRecord, Entry } from '../../src/batch/files/journal.ts';
import { type DuplicateRule, digest, identityOf, resolveDuplicates } from '../../src/batch/run/duplicates.ts';
import type { Center } from '../../src/model/profile/profile.ts';
import type { CenterRow } from '../../src/model/result/summary.ts';

interface Came {
  /** One of the files `a`, `b`, `c` …, whose bytes are told by another letter where two are the same. */
  readonly file: string;
  readonly bytes?: string;
  readonly on?: string;
  readonly frame?: string;
  readonly center?: Center;
}

const rowOf = ({ file, on, frame = 'p/township', center = { name: '柳镇便民服务中心' } }: Came): CenterRow => ({
  ...{ frame, center, outcomes: '', sections: [], missing: [], near: [], gate: 'passed' },
  location: { file, line: 1, column: 1 },
  ...(on !== undefined && { declaredOn: on }),
});

const audited = (came: Came): Entry => ({ kind: 'audited', bytes: 1, row: rowOf(came) });

const recordOf = (came: Came): DocumentRecord => ({
  file: came.file,
  sha256: came.bytes ?? came.file,
  entries: [audited(came)],
});

/** Of each that does not count, by its number, why: `b<a` is set aside for a, `b=a` is the same as a, `b?a,c` is one of several. */
const asideOf = (records: readonly DocumentRecord[], rule: DuplicateRule = 'latest'): readonly string[] =>
  [...resolveDuplicates(() => records, rule)]
    .toSorted(([a], [b]) => a - b)
    .map(([number, found]) => {
      const name = `${number}${found.location.file}`;
      if (found.code === 'superseded') return `${name}${found.same ? '=' : '<'}${found.by.file}`;
      if (found.code !== 'duplicate-center') throw new Error(found.code);
      return `${name}?${found.others.map(({ file }) => file).join(',')}`;
    });

const [EARLY, LATE, LAST] = ['2026-01-31', '2026-02-01', '2026-02-02'] as const;

const CASES: readonly (readonly [name: string, came: readonly Came[], latest: string, refuse: string])[] = [
  ['one', [{ file: 'a', on: EARLY }], '', ''],
  [
    'a later one',
    [
      { file: 'a', on: EARLY },
      { file: 'b', on: LATE },
    ],
    '0a<b',
    '0a?b 1b?a',
  ],
  [
    'an earlier one',
    [
      { file: 'a', on: LATE },
      { file: 'b', on: EARLY },
    ],
    '1b<a',
    '0a?b 1b?a',
  ],
  [
    'one of the same day',
    [
      { file: 'a', on: LATE },
      { file: 'b', on: LATE },
    ],
    '0a?b 1b?a',
    '0a?b 1b?a',
  ],
  ['one without a day', [{ file: 'a', on: LATE }, { file: 'b' }], '0a?b 1b?a', '0a?b 1b?a'],
  ['a day after one without', [{ file: 'a' }, { file: 'b', on: LATE }], '0a?b 1b?a', '0a?b 1b?a'],
  ['two without a day', [{ file: 'a' }, { file: 'b' }], '0a?b 1b?a', '0a?b 1b?a'],
  [
    'three days',
    [
      { file: 'a', on: LATE },
      { file: 'b', on: LAST },
      { file: 'c', on: EARLY },
    ],
    '0a<b 2c<b',
    '0a?b,c 1b?a,c 2c?a,b',
  ],
  [
    'the latest day twice',
    [
      { file: 'a', on: EARLY },
      { file: 'b', on: LAST },
      { file: 'c', on: LAST },
    ],
    '0a?b,c 1b?a,c 2c?a,b',
    '0a?b,c 1b?a,c 2c?a,b',
  ],
  [
    'an early day twice',
    [
      { file: 'a', on: EARLY },
      { file: 'b', on: EARLY },
      { file: 'c', on: LAST },
    ],
    '0a<c 1b<c',
    '0a?b,c 1b?a,c 2c?a,b',
  ],
  ['the same bytes', [{ file: 'a' }, { file: 'b', bytes: 'a' }], '1b=a', '1b=a'],
  [
    'the same bytes thrice',
    [{ file: 'a' }, { file: 'b', bytes: 'a' }, { file: 'c', bytes: 'a' }],
    '1b=a 2c=a',
    '1b=a 2c=a',
  ],
  [
    'the same bytes, and a later one',
    [
      { file: 'a', on: EARLY },
      { file: 'b', bytes: 'a', on: EARLY },
      { file: 'c', on: LATE },
    ],
    '0a<c 1b=a',
    '0a?b,c 1b?a,c 2c?a,b',
  ],
  [
    'the same bytes, and one of the same day',
    [
      { file: 'a', on: LATE },
      { file: 'b', bytes: 'a', on: LATE },
      { file: 'c', on: LATE },
    ],
    '0a?b,c 1b?a,c 2c?a,b',
    '0a?b,c 1b?a,c 2c?a,b',
  ],
  [
    'no name',
    [
      { file: 'a', center: {} },
      { file: 'b', center: {} },
    ],
    '',
    '',
  ],
  ['another standard', [{ file: 'a' }, { file: 'b', frame: 'q/township' }], '', ''],
];

describe('of several submissions of one centre', () => {
  it.each(CASES)('%s', (_, came, latest, refuse) => {
    const records = came.map(recordOf);
    expect(asideOf(records).join(' ')).toBe(latest);
    expect(asideOf(records, 'refuse').join(' ')).toBe(refuse);
  });

  it('those in one document, or in a part of one, are no copies of one another', () => {
    const [a, b] = [audited({ file: 'a' }), audited({ file: 'b' })];
    const parts = [
      [{ file: 't', sha256: 't', entries: [a, b] }],
      [
        { file: 't', sha256: 't', more: true, entries: [a] },
        { file: 't', sha256: 't', from: 1, entries: [b] },
      ],
    ] as const;
    for (const records of parts) expect(asideOf(records)).toEqual(['0a?b', '1b?a']);
  });

  it('what was rejected is counted and decides nothing', () => {
    const rejected: Entry = { kind: 'rejected', bytes: 0, problems: [], center: { name: '柳镇便民服务中心' } };
    const bad: DocumentRecord = { file: 'x', sha256: 'x', entries: [rejected] };
    expect(asideOf([bad, recordOf({ file: 'a', on: EARLY }), bad, recordOf({ file: 'b', on: LATE })])).toEqual([
      '1a<b',
    ]);
    expect(asideOf([bad, recordOf({ file: 'a' })])).toEqual([]);
  });
});

describe('one centre', () => {
  const identity = (center: Center, frame = 'p'): string | undefined => identityOf({ frame, center });
  const own = { name: '柳镇便民服务中心', county: '青县', township: '柳镇' };

  it.each<[other: Center, same: boolean]>([
    [{ ...own }, true],
    [{ ...own, name: ' 柳镇便民服务中心 ' }, true],
    [{ ...own, level: 'village' }, true],
    [{ ...own, county: '白县' }, false],
    [{ ...own, township: '杨镇' }, false],
    [{ ...own, name: '柳镇党群服务站' }, false],
    [{ name: own.name, township: '柳镇' }, false],
  ])('is %o: %s', (other, same) => {
    expect(identity(other) === identity(own)).toBe(same);
  });

  it('goes by its township where it has no name, and is nobody without either', () => {
    expect(identity({ township: '柳镇' })).toBe(identity({ name: '柳镇', township: '柳镇' }));
    expect(identity({ county: '青县' })).toBeUndefined();
    expect(identity(own, 'q')).not.toBe(identity(own, 'p'));
  });

  it('has a number that no other has', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => digest(`p\n青县\n柳镇\n${index}`));
    expect(new Set(numbers).size).toBe(20_000);
    expect(numbers.filter(number => !Number.isSafeInteger(number) || number < 0)).toEqual([]);
    expect(Math.max(...numbers)).toBeGreaterThan(2 ** 50);
  });
});
