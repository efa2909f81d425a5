import type * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import type { KeptResult } from '../../model/result/contract.ts';
import { wantedBy } from '../shape.ts';

/** The pack and the scheme that a result was made by, to the byte. */
export type Made = Pick<KeptResult, 'pack' | 'scheme'>;

/** The first thing that does not fit. */
export const shapeProblem = ({ issues: [issue] }: z.ZodError, at: Location): Problem =>
  problem('shape', at, { path: issue?.path.map(String).join('.') ?? '', wanted: issue ? wantedBy(issue) : 'mapping' });

export const parseJson = (text: string, at: Location): Loaded<unknown> => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown, warnings: [] };
  } catch (error) {
    return refused([problem('syntax', at, { detail: error instanceof Error ? error.message : String(error) })]);
  }
};
