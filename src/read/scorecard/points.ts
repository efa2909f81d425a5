import * as z from 'zod';
import { canonical } from '../../model/base/exact.ts';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, type ProblemOf, problem } from '../../model/base/problem.ts';
import { nearest, type SourceNode } from '../../model/base/source.ts';
import { append, isNonEmpty } from '../../model/base/text.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { namesakes } from '../namesakes.ts';
import { bilingual, kebabId, readShape } from '../shape.ts';
import { checkHistory, roundsSchema, toHistory } from './standing/history.ts';

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
  history: roundsSchema.exactOptional(),
});

export const readPoints = (root: SourceNode, sha256: string): Loaded<Scheme> => {
  const problems: Problem[] = [];
  const raw = readShape(schemeSchema, root, problems);
  const grades =
    raw?.grades.map(({ id, label, at_least }) => ({ id, label, atLeast: canonical(String(at_least)) })) ?? [];
  const history = raw?.history && toHistory(raw.history);
  if (raw !== undefined) append(problems, checkScheme(root, raw));
  if (history !== undefined)
    append(problems, checkHistory(root, history, { grades: grades.map(({ id }) => id), rows: [] }));
  return loaded(problems, () => {
    if (raw === undefined || !isNonEmpty(grades)) throw new Error('a scheme without problems must exist');
    return { ...toScheme(raw, sha256), ...(history && { history }), grades };
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

const checkScheme = (root: SourceNode, raw: z.infer<typeof schemeSchema>): readonly Problem[] => {
  const limits = raw.grades.map(grade => grade.at_least);
  const falling = limits.every((limit, index) => index === 0 || limit < (limits[index - 1] ?? 0));
  const at = (...path: readonly PropertyKey[]): Location => nearest(root, path).location;
  const refuse = (detail: ProblemOf<'bad-scheme'>['detail'], location: Location) => [
    problem('bad-scheme', location, { detail }),
  ];
  const isWorthless = [...Object.values(raw.points), ...Object.values(raw.rules)].every(value => value === 0);
  return [
    ...namesakes(raw.grades.map(({ id }, index) => ({ id, location: at('grades', index) }))),
    ...(falling ? [] : refuse('grades-order', at('grades'))),
    ...(limits.at(-1) === 0 ? [] : refuse('grades-gap', at('grades', limits.length - 1))),
    ...(isWorthless ? refuse('no-points', at('points')) : []),
  ];
};
