import type { Location } from '../../model/base/location.ts';
import type { ProblemOf } from '../../model/base/problem.ts';
import { type MapNode, nearest } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import type { Amount, GateOf, Item, Scorecard } from '../../model/scoring/scorecard.ts';
import { itemsIn, stepsIn } from '../../model/scoring/walk.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { unknownNames } from '../profile/names.ts';
import { defect, type ScorecardReading } from './reading.ts';

interface Stated {
  readonly capStated: boolean;
  readonly notCheckedStated: boolean;
}

export const referTo = (
  { problems }: Pick<ScorecardReading, 'problems'>,
  kind: ProblemOf<'unknown-name'>['kind'],
  name: string,
  known: readonly string[],
  location: Location,
): void => {
  append(problems, unknownNames(kind, [name], known, location));
};

/** Whether every name in the scorecard names something, and whether all is said that the scorecard needs said. */
export const checkScorecard = (
  reading: ScorecardReading,
  scorecard: Scorecard,
  root: MapNode,
  stated: Stated,
): void => {
  const sections = scorecard.forms.flatMap(form => form.sections);
  const grades = scorecard.grades.map(({ id }) => id);
  const items = itemsIn(sections);
  for (const item of items)
    for (const grade of item.requiredFor) referTo(reading, 'grade', grade, grades, item.location);
  const at = (...path: readonly PropertyKey[]): Location => nearest(root, path).location;
  for (const [index, { effect }] of scorecard.vetoes.entries())
    if ('grade' in effect) referTo(reading, 'grade', effect.grade, grades, at('vetoes', index, 'effect'));
  for (const [index, grade] of scorecard.grades.entries())
    for (const [kind, name] of grade.requires.flatMap(namesIn))
      referTo(reading, kind, name, kind === 'item' ? ids(items) : ids(sections), at('grades', index, 'requires'));
  for (const [index, once] of scorecard.countedOnce.entries()) {
    const place = at('counted_once', index);
    const concerned = items.filter(item => item.steps.some(({ amount }) => toldBy(amount, once.list).length > 0));
    for (const name of once.items) referTo(reading, 'item', name, ids(concerned), place);
    const own = concerned.filter(({ id }) => once.items.includes(id));
    const told = new Set(own.flatMap(({ steps }) => steps.flatMap(({ amount }) => toldBy(amount, once.list))));
    if (told.size > 1) defect(reading, place, 'once-per-differs', { rows: ids(own).join('、') });
  }
  if (!stated.capStated && sections.some(section => section.outside)) defect(reading, root.location, 'cap-unsaid');
  checkNotChecked(reading, scorecard, root, stated);
};

export const ids = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);

/** By what the matters of a list are told apart, of every amount that is over them. */
const toldBy = (amount: Amount, list: string): readonly string[] => {
  if (amount.kind === 'records') return amount.records.list === list ? [amount.records.oncePer ?? ''] : [];
  return stepsIn(amount).flatMap(step => toldBy(step.amount, list));
};

const namesIn = (gate: GateOf<Expression>): readonly (readonly ['item' | 'section', string])[] => {
  if (gate.kind === 'items') return gate.items.map(id => ['item', id] as const);
  return gate.kind === 'check' ? [] : [[gate.kind, gate.of] as const];
};

const mayLeave = (item: Item): boolean => Object.values(item.evidence.states).includes('not_checked');

const checkNotChecked = (
  reading: ScorecardReading,
  scorecard: Scorecard,
  root: MapNode,
  { notCheckedStated }: Stated,
): void => {
  const sections = scorecard.forms.flatMap(form => form.sections);
  if (!notCheckedStated && itemsIn(sections).some(mayLeave)) defect(reading, root.location, 'not-checked-unsaid');
  if (scorecard.notChecked !== 'scale') return;
  for (const section of sections)
    if (!section.outside && (section.floor !== null || section.cap !== null) && section.items.some(mayLeave))
      defect(reading, section.location, 'scale-with-bounds', { section: section.title.zh });
};
