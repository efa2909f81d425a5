import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { auditInputs } from '../../src/audit/inputs.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { published } from '../../src/model/result/contract.ts';
import { resultOf } from '../../src/model/result/write.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { succeed } from '../support/inline.ts';
import { reported } from '../support/reports.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

/** The schema as strict as can be: nothing that it does not describe. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  const isOpen = 'additionalProperties' in members;
  return 'properties' in members && !isOpen ? { ...members, additionalProperties: false } : members;
};

const ajv = new Ajv2020({ strict: true, strictTuples: false, allErrors: true });

const schema = z.toJSONSchema(published, { io: 'input', unrepresentable: 'any' });

const validate = ajv.compile(closed(schema) as object);

const problemsOf = (value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

interface Published {
  readonly rows: readonly {
    readonly id: string;
    readonly ledger: Readonly<
      Record<
        'low' | 'high',
        {
          readonly start: number;
          readonly lines: readonly { readonly kind: string; readonly amount: number }[];
          readonly zeroed: boolean;
          readonly treated?: object;
          readonly bound?: { readonly at: number };
          readonly points: number;
        }
      >
    >;
  }[];
  readonly low: PublishedSum;
  readonly high: PublishedSum;
}

interface PublishedSum {
  readonly sections: readonly { readonly rows: readonly string[]; readonly bound?: { at: number }; points: number }[];
  readonly points: number;
}

const near = (amount: number): number => Math.round(amount * 1e6) / 1e6;

/** Start, less what is taken, plus what is given, held; then the rows of each section added up. */
const reckoned = ({ rows, ...ends }: Published, end: 'low' | 'high'): readonly number[] => {
  const points = new Map(
    rows.map(({ id, ledger }) => {
      const { start, lines, bound, zeroed, treated, points: said } = ledger[end];
      const sum = lines.reduce((all, { kind, amount }) => all + (kind === 'award' ? amount : -amount), start);
      const held = bound?.at ?? near(sum);
      return [id, zeroed ? 0 : treated === undefined ? held : said] as const;
    }),
  );
  return ends[end].sections.map(
    ({ rows: own, bound }) => bound?.at ?? near(own.reduce((sum, id) => sum + (points.get(id) ?? NaN), 0)),
  );
};

const fixtures = async (): Promise<readonly Audit[]> => {
  const library = shippedLibrary();
  const vocabulary = succeed(await library.vocabulary());
  const scheme = succeed(await library.scheme('default'));
  const files = ['luoshan-qingshiao', 'taojiang-zhuxiping'].map(name => ({ file: `fixtures/centers/${name}.yaml` }));
  const audits: Audit[] = [];
  for await (const event of auditInputs(files, library, vocabulary, { packs: [], asOf: '2026-11-01', scheme }))
    if (event.kind === 'audit') audits.push(event.audit);
  return audits;
};

describe('the result under a scorecard', () => {
  it.each(WORKED)('%s fits its published schema, settled or open, in every worked case', name => {
    for (const [title, audit] of workedAudits(name))
      expect([title, ...problemsOf(JSON.parse(JSON.stringify(resultOf(audit, PLAIN.tool))))]).toEqual([title]);
  });

  it.each(WORKED)('%s has a ledger that re-adds to the score', name => {
    for (const [, audit] of workedAudits(name)) {
      const { scorecard, score } = resultOf(audit, PLAIN.tool) as unknown as {
        scorecard: Published;
        score: { low: number; high: number };
      };
      for (const end of ['low', 'high'] as const) {
        expect(reckoned(scorecard, end)).toEqual(scorecard[end].sections.map(({ points }) => points));
        expect(scorecard[end].points).toBe(score[end]);
      }
    }
  });
});

describe('the result', () => {
  it('fits its published schema', async () => {
    const audits = [...(await fixtures()), sampleAudit(), sampleAudit('hall.area: 200')];
    expect(audits).toHaveLength(4);
    for (const audit of audits) expect(problemsOf(JSON.parse(await reported('json', [audit])))).toEqual([]);
    expect(problemsOf(JSON.parse(await reported('json', audits)))).toEqual([]);
  });

  it('is an object for one centre, an array for several, a line each for JSON Lines', async () => {
    const audits = [sampleAudit(), sampleAudit('hall.area: 300'), sampleAudit('hall.area: 100')];
    const [one, several, lines] = await Promise.all([
      reported('json', audits.slice(0, 1)),
      reported('json', audits),
      reported('jsonl', audits),
    ]);
    const results = lines
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as unknown);
    expect(JSON.parse(several)).toEqual(results);
    expect(JSON.parse(one)).toEqual(results[0]);
    expect(results.map(result => typeof (result as { texts?: object }).texts)).toEqual([
      'object',
      'undefined',
      'undefined',
    ]);
  });

  it('is the same for every reader', async () => {
    const zh = await reported('json', [sampleAudit()]);
    expect(await reported('json', [sampleAudit()], { lang: 'en', columns: 40, color: true, all: true })).toBe(zh);
  });

  it('counts every rule once and gives points that add up', async () => {
    const result = JSON.parse(await reported('json', [sampleAudit()]));
    expect(result.counts).toEqual({ pass: 1, fail: 1, unknown: 3, notApplicable: 1, total: 6 });
    expect(result.score).toEqual({
      low: 28.5,
      high: 71.4,
      max: 100,
      points: { low: 2, high: 5, max: 7 },
      grade: { settled: false, candidates: ['B', 'C'] },
      decidedBy: ['counters.height', 'hall.notices'],
    });
    expect(result.findings[0]).toMatchObject({
      rule: 'hall-area',
      clause: ['第二条(一)'],
      expected: { zh: '办事大厅使用面积 ≥ 200 ㎡', en: 'Usable area of the hall: at least 200 m²' },
      actual: { zh: '184 ㎡', en: '184 m²' },
      shortfall: { zh: '还差 16 ㎡', en: '16 m² short' },
      grounds: [{ fact: 'hall.area', value: { amount: 184, unit: 'm²' } }],
      location: { file: 'profile.yaml', line: 2, column: 12 },
      points: { low: 0, high: 0, max: 2 },
    });
    expect(result.findings[1].missing).toMatchObject([
      { fact: 'counters[2].height', item: '2号台', reason: 'undeclared' },
    ]);
  });
});
