import * as z from 'zod';
import { OUTCOMES } from '../../finding/finding.ts';
import { OBLIGATIONS } from '../../standard/pack.ts';
import { bilingual, day, figure } from './base.ts';

export const settled = z.object({
  reading: z.string(),
  named: z.string().exactOptional().meta({ description: 'a figure that the text leaves to the county' }),
  by: z.string(),
  on: day,
});

export const otherwise = z.object({
  rule: z.string(),
  reading: z.string(),
  obligation: z.enum(OBLIGATIONS),
  outcome: z.enum(OUTCOMES),
  score: z.object({ low: figure, high: figure }).exactOptional(),
  says: bilingual.exactOptional(),
});
