import * as z from 'zod';
import type { ProblemCode } from '../../base/problem-details.ts';
import { SEVERITIES } from '../../base/severity.ts';
import { bilingual, place } from './base.ts';

/** Something to be said of the profile although it could be read: its code, and the particulars that its sentence needs. */
export const problem = z.object({
  code: z.enum(Object.keys(SEVERITIES) as [ProblemCode, ...ProblemCode[]]),
  details: z.record(z.string(), z.unknown()),
  location: place,
  message: bilingual.exactOptional(),
});
