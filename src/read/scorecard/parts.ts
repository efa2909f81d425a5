import * as z from 'zod';
import { sumOfDecimals } from '../../model/base/exact.ts';
import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { get, itemsOf, type MapNode, nearest, type SourceNode } from '../../model/base/source.ts';
import { append, isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import { isRank } from '../../model/scoring/rank.ts';
import type {
  ClassScorecard,
  PlaceClass,
  ScorecardSection,
  VetoEffect,
  VetoOf,
} from '../../model/scoring/scorecard.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { namesakes } from '../namesakes.ts';
import { bilingual, readShape } from '../shape.ts';
import { aboutOf, type Defaults, defect, readCheck, type ScorecardReading } from './reading.ts';
import { readSections } from './section.ts';
import { readRank } from './standing/rank.ts';

const effect = z.union([
  z.enum(['zero', 'bar_award']),
  z.strictObject({ grade: z.string() }),
  z.strictObject({ grade_at_most: z.string() }),
]);

export const classesSchema = z
  .array(
    z.strictObject({
      id: z.string(),
      label: bilingual,
      if: z.unknown().exactOptional(),
      otherwise: z.literal(true).exactOptional(),
    }),
  )
  .default([]);

export const vetoesSchema = z
  .array(
    z.strictObject({
      id: z.string(),
      title: bilingual,
      clause: z.string().exactOptional(),
      if: z.unknown().exactOptional(),
      rank: z.unknown().exactOptional(),
      effect,
    }),
  )
  .default([]);

const refuseNamesakes = (
  { problems }: ScorecardReading,
  raw: readonly { readonly id: string }[],
  root: MapNode,
  key: string,
): void => {
  const placed = raw.map(({ id }, index) => ({ id, location: nearest(root, [key, index]).location }));
  append(problems, namesakes(placed));
};

const checkIn = (reading: ScorecardReading, node: SourceNode | undefined): Expression | undefined => {
  const stated = get(node, 'if');
  return stated && readCheck(reading, stated);
};

export const readClasses = (
  reading: ScorecardReading,
  raw: z.infer<typeof classesSchema>,
  root: MapNode,
): readonly PlaceClass[] => {
  const nodes = itemsOf(get(root, 'classes'));
  refuseNamesakes(reading, raw, root, 'classes');
  return raw.map(({ id, label, otherwise }, index) => {
    const node = nodes[index];
    const isLast = index === raw.length - 1;
    const condition = checkIn(reading, node);
    if (isLast !== (otherwise === true) || (isLast && raw[index]?.if !== undefined))
      defect(reading, node?.location ?? root.location, 'class-without-rest');
    return { id, label, ...(condition && { if: condition }) };
  });
};

/** The rows of each class of place, or of all where there are no classes. */
export const readForms = (
  reading: ScorecardReading,
  classes: readonly PlaceClass[],
  root: MapNode,
): NonEmpty<ClassScorecard<ScorecardSection>> | undefined => {
  const each: readonly (PlaceClass | undefined)[] = classes.length > 0 ? classes : [undefined];
  const forms = each.flatMap(own => {
    const defaults: Defaults = { ...reading.defaults, ...(own && { class: own.id }) };
    const sections = readSections({ ...reading, defaults }, get(root, 'sections'), root.location);
    return sections === undefined ? [] : [{ ...(own && { class: { id: own.id, label: own.label } }), sections }];
  });
  return forms.length === each.length && isNonEmpty(forms) ? forms : undefined;
};

/** A total that is not what its parts come to. */
export const totalDoubt = (
  total: Decimal,
  { sections, class: own }: ClassScorecard<ScorecardSection>,
  at: Location,
): readonly Problem[] => {
  const found = sumOfDecimals(sections.filter(({ outside }) => !outside).map(({ points }) => points));
  if (found === total) return [];
  const values = { total, sections: found, class: own === undefined ? '' : `（${own.label.zh}）` };
  return [problem('scorecard-doubt', at, { doubt: 'total-differs', values })];
};

export const readEffect = ({ problems }: ScorecardReading, node: SourceNode): VetoEffect | undefined => {
  const raw = readShape(effect, node, problems);
  return raw && toEffect(raw);
};

const toEffect = (raw: z.infer<typeof effect>): VetoEffect => {
  if (typeof raw === 'string') return { kind: raw };
  return 'grade' in raw ? { kind: 'grade', grade: raw.grade } : { kind: 'grade_at_most', grade: raw.grade_at_most };
};

export const readVetoes = (
  reading: ScorecardReading,
  raw: z.infer<typeof vetoesSchema>,
  root: MapNode,
): readonly VetoOf<Expression>[] => {
  const nodes = itemsOf(get(root, 'vetoes'));
  refuseNamesakes(reading, raw, root, 'vetoes');
  return raw.flatMap(({ id, title, clause, effect: stated }, index) => {
    const node = nodes[index];
    const ranked = get(node, 'rank');
    const check = ranked === undefined ? checkIn(reading, node) : readRank(reading, ranked);
    if (check === undefined && node !== undefined && ranked === undefined && raw[index]?.if === undefined)
      reading.problems.push(problem('shape', node.location, { path: 'if', wanted: 'required' }));
    if (ranked !== undefined && (raw[index]?.if !== undefined || stated === 'zero'))
      defect(reading, ranked.location, 'rank-alone');
    if (check === undefined) return [];
    const about = isRank(check) ? JSON.stringify(check) : aboutOf(check);
    return [{ id, title, ...(clause !== undefined && { clause }), if: check, about, effect: toEffect(stated) }];
  });
};
