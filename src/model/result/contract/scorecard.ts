import * as z from 'zod';
import { EVIDENCE_STATES } from '../../scoring/measure.ts';
import { STEPS, TREATMENTS } from '../../scoring/scorecard.ts';
import { bilingual, figure, openFigure } from './base.ts';
import { gap } from './finding.ts';

const text = bilingual.exactOptional();

const count = z.int().min(0);
const between = z.tuple([count, count]);

const thing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('term'), list: z.string(), code: z.string() }),
  z.object({ kind: z.literal('record'), key: z.string() }),
  z.object({ kind: z.literal('check'), number: count }),
  z.object({ kind: z.literal('rule'), id: z.string() }),
]);

const bound = z.object({ kind: z.enum(['floor', 'cap']), at: figure }).exactOptional();

const edge = z.object({ at: figure, included: z.boolean() }).exactOptional();

const escalation = z.object({ after: z.number(), points: figure, applies: z.enum(['further', 'all']) });

const compared = z.object({ figure: openFigure, best: openFigure.exactOptional(), centres: between, places: between });

const pricedRecord = z.object({
  key: z.string(),
  amount: figure,
  standing: z.enum(['counts', 'may_count', 'counted_elsewhere']),
  times: figure.exactOptional(),
  group: z.string().nullable().exactOptional(),
});

const account = z
  .object({
    inTable: z.boolean(),
    start: figure,
    get lines() {
      return z.array(line);
    },
    sum: figure,
    bound,
    zeroed: z.boolean(),
    treated: z
      .object({
        state: z.enum(['undeclared', ...EVIDENCE_STATES]),
        treatment: z.enum(TREATMENTS),
        centres: between.exactOptional(),
      })
      .exactOptional(),
    points: figure,
  })
  .meta({ id: 'account', description: 'start, less what is taken, plus what is given, is sum; held, it is points' });

const sums = {
  inside: figure,
  max: figure,
  scaled: figure.exactOptional(),
  outside: figure,
  sum: figure,
};

const section = { id: z.string(), outside: z.boolean(), sum: figure, bound, points: figure, max: figure };

const form = z.object({
  ...sums,
  get sections() {
    return z.array(
      z.object({ ...section, rows: z.array(z.object({ id: z.string(), max: figure, account })), title: text }),
    );
  },
});

/** How an amount came about. */
const work = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['base', 'excused', 'not_asked', 'set_aside']) }),
  z.object({ kind: z.literal('relative'), compared: compared.exactOptional() }),
  z.object({ kind: z.literal('once'), happened: z.boolean() }),
  z.object({
    kind: z.literal('each'),
    figure: openFigure,
    units: openFigure,
    per: figure,
    steps: z.enum(STEPS),
    points: figure,
    beyond: z.array(escalation),
  }),
  z.object({ kind: z.literal('tiers'), figure: openFigure, band: z.object({ low: edge, high: edge, points: figure }) }),
  z.object({ kind: z.literal('options'), number: count.meta({ description: '0 where none holds' }) }),
  z.object({ kind: z.literal('share'), figure: openFigure, points: figure }),
  z.object({ kind: z.literal('entered'), figure: openFigure }),
  z.object({
    kind: z.literal('best_of'),
    chosen: count,
    get of() {
      return z.array(line);
    },
  }),
  z.object({
    kind: z.literal('group'),
    get of() {
      return z.array(line);
    },
  }),
  z.object({
    kind: z.literal('records'),
    records: z.array(pricedRecord),
    unread: z.boolean(),
    capEach: figure.exactOptional(),
  }),
  z.object({ kind: z.literal('form'), points: figure, total: figure, account: form }),
]);

const line = z
  .object({
    kind: z.enum(['deduct', 'award']),
    step: count,
    work,
    things: z.array(thing),
    unrounded: z.string().exactOptional(),
    raw: figure.nullable(),
    cap: figure.exactOptional(),
    amount: figure,
  })
  .meta({
    id: 'line',
    description: 'a step of its row: raw before the cap, amount after it; things are what it counted',
  });

const missing = z.array(gap).default([]);

const row = z
  .object({
    id: z.string(),
    section: z.string(),
    low: figure,
    high: figure,
    max: figure,
    mayLeave: z.boolean(),
    missing,
    waitsFor: z.enum(['peers', 'relative']).exactOptional(),
    average: z.enum(['possible', 'taken']).exactOptional(),
    outsideCalendar: z.array(z.string()),
    unmeasured: z.literal(true).exactOptional(),
    ledger: z.object({ low: account, high: account }),
    alone: z
      .object({ low: account, high: account, max: figure })
      .exactOptional()
      .meta({ description: 'the row by itself, whatever the class of place, where the sums take it otherwise' }),
    clause: z.array(z.string()).exactOptional(),
    title: text,
    bureau: z.string().exactOptional(),
    text: z
      .object({
        low: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
        high: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
      })
      .exactOptional(),
  })
  .meta({ id: 'row' });

const end = z
  .object({
    class: z.string().exactOptional(),
    sections: z.array(z.object({ ...section, rows: z.array(z.string()), title: text })),
    ...sums,
    bound,
    vetoed: z.string().exactOptional(),
    points: figure,
    text,
  })
  .meta({
    id: 'end',
    description: 'the rows of each section added up: its own scaled up to the total, outside on top',
  });

const truth = z.enum(['met', 'unmet', 'unknown']);

/** Where a centre stands by its score, of so many, where a place is asked. */
const placed = z.object({ places: between, centres: between }).exactOptional();

const gate = z.object({
  grade: z.string(),
  kind: z.enum(['required', 'check', 'items', 'section', 'item']),
  rows: z.array(z.string()).exactOptional(),
  section: z.string().exactOptional(),
  atLeast: figure.exactOptional(),
  truth,
  place: placed,
  missing,
  title: text,
});

const veto = z.object({
  id: z.string(),
  effect: z.enum(['zero', 'bar_award', 'grade', 'grade_at_most']),
  grade: z.string().exactOptional(),
  truth,
  place: placed,
  missing,
  clause: z.string().exactOptional(),
  title: text,
});

const charge = z.object({
  subject: z.union([bilingual, z.string()]).nullable(),
  row: z.string(),
  times: z.tuple([openFigure, openFigure]),
  points: figure,
  amount: z.tuple([figure, figure.nullable()]),
});

/** A scorecard (评分表) filled in for one centre, at the worst and at the best that is still possible. */
export const scorecard = z.object({
  total: figure,
  classes: z.array(z.string()),
  rows: z.array(row),
  low: end,
  high: end,
  gates: z.array(gate),
  vetoes: z.array(veto),
  award: z.enum(['open', 'barred', 'eligible']),
  charges: z.array(charge),
  bureaus: z.array(z.object({ bureau: z.string(), low: figure, high: figure, max: figure })),
});
