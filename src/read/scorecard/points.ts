import * as z from 'zod';
import { canonical } from '../../model/base/exact.ts';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import type { Grade, Scheme } from '../../model/scoring/score.ts';
import { bilingual, kebabId, readShape } from '../shape.ts';
import type { SourceNode } from '../source.ts';
import { checkHistory, roundsSchema, toHistory } from './history.ts';

const points = z.number().min(0).max(1_000_000);

/** A score scheme: points by obligation, single rules' own points, and grades from the highest down to 0. */
export const schemeSchema = z.strictObject({
  id: kebabId,
  title: bilingual,
  total: z.number().positive(),
  places: z.int().min(0).max(4).default(1),
  points: z.strictObject({ must: points, should: points, may: points }),
  rules: z.record(z.string(), points).default({}),
  grades: z.array(z.strictObject({ id: z.string(), label: bilingual, at_least: points })).min(1),
  history: roundsSchema.optional(),
});

/** Reads a scheme of points by obligation. */
export const readPoints = (root: SourceNode, sha256: string): Loaded<Scheme> => {
  const problems: Problem[] = [];
  const raw = readShape(schemeSchema, root, problems);
  const grades =
    raw?.grades.map(({ id, label, at_least }) => ({ id, label, atLeast: canonical(String(at_least)) })) ?? [];
  const history = raw?.history && toHistory(raw.history);
  if (raw !== undefined) problems.push(...checkGrades(root, raw));
  if (history !== undefined)
    problems.push(...checkHistory(root, history, { grades: grades.map(({ id }) => id), rows: [] }));
  const [highest, ...lower] = grades;
  return loaded(problems, () => {
    if (raw === undefined || highest === undefined) throw new Error('a scheme without problems must exist');
    const scheme = { ...toScheme(raw, sha256), ...(history && { history }) };
    return { ...scheme, grades: [highest, ...lower] satisfies readonly [Grade, ...Grade[]] };
  });
};

const toScheme = (raw: z.infer<typeof schemeSchema>, sha256: string): Omit<Scheme, 'grades'> => {
  const decimal = (value: number): string => canonical(String(value));
  const { must, should, may } = raw.points;
  return {
    id: raw.id,
    sha256,
    title: raw.title,
    total: decimal(raw.total),
    places: raw.places,
    points: { must: decimal(must), should: decimal(should), may: decimal(may) },
    rules: Object.fromEntries(Object.entries(raw.rules).map(([rule, value]) => [rule, decimal(value)])),
  };
};

const checkGrades = (root: SourceNode, raw: z.infer<typeof schemeSchema>): readonly Problem[] => {
  const limits = raw.grades.map(grade => grade.at_least);
  const falling = limits.every((limit, index) => index === 0 || limit < (limits[index - 1] ?? 0));
  const problems = falling ? [] : [problem('bad-scheme', root.location, { detail: 'grades-order' })];
  return limits.at(-1) === 0 ? problems : [...problems, problem('bad-scheme', root.location, { detail: 'grades-gap' })];
};
