import * as z from 'zod';
import { canonical } from '../../../model/base/exact.ts';
import type { Problem } from '../../../model/base/problem.ts';
import { get, type SourceNode } from '../../../model/base/source.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { History, Year } from '../../../model/scoring/history.ts';
import { unknownNames } from '../../profile/names.ts';
import { bilingual } from '../../shape.ts';

const badRunning = z.strictObject({
  grades: z.array(z.string()).min(1),
  rounds: z.int().min(2),
  consequence: bilingual,
});

const together = z.enum(['sum', 'average']).exactOptional();

/** What any scheme may say of several rounds. */
export const roundsSchema = z.strictObject({ bad_running: badRunning.exactOptional(), together });

/** What a scorecard may say of them: losses of one row can be held against one another. */
export const historySchema = roundsSchema.extend({
  grades: z.array(z.unknown()).exactOptional(),
  vetoes: z.array(z.unknown()).exactOptional(),
  repeat: z
    .strictObject({ factor: z.number().gt(1).max(100), in: z.array(z.string()).min(1).exactOptional() })
    .exactOptional(),
});

export const toHistory = (
  { repeat, bad_running: bad, together: whole }: z.infer<typeof historySchema>,
  year?: Year,
): History => ({
  ...(repeat && {
    repeat: { factor: canonical(String(repeat.factor)), ...(repeat.in && { rows: repeat.in }) },
  }),
  ...(bad && isNonEmpty(bad.grades) && { badRunning: { ...bad, grades: bad.grades } }),
  ...(whole && { together: whole }),
  ...(year && { year }),
});

export const checkHistory = (
  root: SourceNode,
  { repeat, badRunning: bad }: History,
  known: { readonly grades: readonly string[]; readonly rows: readonly string[] },
): readonly Problem[] => {
  const at = get(root, 'history') ?? root;
  return [
    ...unknownNames('grade', bad?.grades ?? [], known.grades, at.location),
    ...unknownNames('item', repeat?.rows ?? [], known.rows, at.location),
  ];
};
