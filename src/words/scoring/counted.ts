import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Thing } from '../../model/scoring/measure.ts';
import type { PointsLine } from '../../model/scoring/points.ts';
import type { Step } from '../../model/scoring/scorecard.ts';
import type { Expression } from '../../model/standard/expression.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { conditionFor } from '../checks/expressions.ts';
import { list, termLabel } from '../facts/values.ts';
import { pick } from '../reader.ts';

/** What a line is told with: the names of things, and the step that it is of. */
export interface Counted {
  readonly vocabulary: Vocabulary;
  readonly lang: Lang;
  readonly step: Step | undefined;
}

/** A condition as a name: 当环境整洁时 → 环境整洁. */
export const conditionName = (asked: Expression, vocabulary: Vocabulary, lang: Lang): string =>
  conditionFor(asked, { vocabulary, lang }).replace(/^当|时$|^when /gu, '');

const checkText = (
  { number, title }: Extract<Thing, { kind: 'check' }>,
  { step, vocabulary, lang }: Counted,
): string => {
  const measure = step?.amount.kind === 'each' ? step.amount.measure : undefined;
  const asked = measure?.kind === 'checks' ? measure.of[number - 1] : undefined;
  if (title !== undefined) return title[lang];
  return asked === undefined
    ? both(`第${number}条`, `number ${number}`)[lang]
    : conditionName(asked.check, vocabulary, lang);
};

const thingText = (thing: Thing, told: Counted): string => {
  switch (thing.kind) {
    case 'term':
      return termLabel(told.vocabulary, thing.list, thing.code, told.lang);
    case 'record':
      return thing.key;
    case 'check':
      return checkText(thing, told);
    case 'rule':
      return thing.id;
  }
};

/** What was counted, by name: （签字笔、老花镜）. */
export const thingsText = ({ work, things }: PointsLine, told: Counted): string => {
  if (work.kind !== 'each' || things.length === 0) return '';
  const names = list(things, told.lang, thing => thingText(thing, told));
  return pick(told, `（${names}）`, ` (${names})`);
};

/** What a step without a title asks, in words. */
export const askedText = ({ step, vocabulary }: Counted): Bilingual | undefined => {
  if (step?.amount.kind !== 'once' || step.title !== undefined) return undefined;
  const { if: check } = step.amount;
  return both(conditionName(check, vocabulary, 'zh'), conditionName(check, vocabulary, 'en'));
};
