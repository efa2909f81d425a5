import * as z from 'zod';
import { isDay } from '../../base/day.ts';
import type { WantedName } from '../../base/wanted.ts';

/** What a reader is told that a check of ours wants. */
export const wants = (wanted: WantedName) => ({ params: { wanted } });

const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** A decimal: a JSON number where one is exactly that, else a string. */
export const figure = z
  .union([z.number(), z.string().regex(DECIMAL, 'number')])
  .refine(given => DECIMAL.test(String(given)), wants('number'))
  .transform(String);

/** A decimal, or a fraction such as "200/3" where there is none; null where it is not settled. */
export const openFigure = z.union([figure, z.string().regex(/^-?\d+\/\d+$/u, 'number')]).nullable();

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, 'digest');

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'day')
  .refine(isDay, wants('day'));

export const bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'bilingual' });

/** At least one. */
export const several = <T extends z.ZodType>(item: T) => z.tuple([item], item);

const file = z.string().exactOptional();

export const place = z
  .union([
    z.object({ file, line: z.int().min(1), column: z.int().min(1) }),
    z.object({ file, sheet: z.string(), cell: z.string() }),
  ])
  .meta({ id: 'place', description: 'file: the profile’s own where it is absent' });

/** A place that names its file. */
export const placed = z.union([
  z.object({ file: z.string(), line: z.int().min(1), column: z.int().min(1) }),
  z.object({ file: z.string(), sheet: z.string(), cell: z.string() }),
]);

const unit = z.string().min(1);

/** Of what type a value is, the vocabulary says. */
export const value = z
  .union([
    z.boolean(),
    z.number(),
    z.string(),
    z.array(z.string()),
    z.object({ amount: figure, unit: unit.exactOptional() }),
    z.object({ sides: z.tuple([figure, figure]), unit }),
  ])
  .meta({
    id: 'value',
    description:
      'yes or no · a count or percentage · a date, a text, a term by its code · terms by their codes, records by their keys · a quantity · a size. What is no term of the list is "other:" and the text as written.',
  });

export const points = z
  .object({ low: figure, high: figure, max: figure })
  .meta({ id: 'points', description: 'low if all that is open goes against the centre, high if it goes well' });

export const document = z.object({
  title: z.string(),
  number: z.string().exactOptional(),
  issuer: bilingual,
  issued: z.string().exactOptional(),
});
