import { formatLocation } from '../../model/base/location.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { CenterChange, RuleChange } from '../../model/result/compared.ts';
import { causesText } from '../../words/change/causes.ts';
import { differenceOf, GROUP_NAMES, STANDING_NAMES } from '../../words/change/compared.ts';
import { LABELS, levelName, OBLIGATION_NAMES, OUTCOME_NAMES } from '../../words/names.ts';
import { column, type ListColumn, type Value } from '../list.ts';
import { remarksOf } from './center.ts';
import { type Comparison, movedBy } from './subject.ts';

/** A change of a rule; without one, of a centre that is new, gone or not comparable as a whole. */
export interface Changed {
  readonly change: CenterChange;
  readonly rule?: RuleChange;
}

type Side = 'from' | 'to';

const remarksText = (change: CenterChange, lang: Lang): string => remarksOf(change, lang).join(both('；', '; ')[lang]);

const outcomeIn =
  (side: Side, lang: Lang) =>
  ({ rule }: Changed): Value => {
    const outcome = rule?.outcome[side];
    return outcome && OUTCOME_NAMES[outcome][lang];
  };

const placeIn =
  (side: Side) =>
  ({ rule, change }: Changed): Value => {
    const place = rule?.place[side];
    return place === undefined ? change.profile[side] : formatLocation(place);
  };

const name: ListColumn<Changed> = column.name('name', both('名称', 'Name'), 24, ({ change }) => change.name);

const standing = (lang: Lang): ListColumn<Changed> =>
  column.short('standing', both('总的情况', 'Standing'), 10, ({ change }) => STANDING_NAMES[change.standing][lang]);

const where: readonly ListColumn<Changed>[] = [
  column.short('county', both('县区', 'County'), 10, ({ change }) => change.center.county),
  column.text('township', both('乡镇', 'Township'), 10, ({ change }) => change.center.township),
];

const kind = (lang: Lang): readonly ListColumn<Changed>[] => [
  column.text('level', both('级别', 'Level'), 20, ({ change }) => levelName(change.center.level, lang)),
  column.text('pack', LABELS.pack, 14, ({ change }) => change.pack),
];

export const changeColumns = ({ lang, vocabulary }: Comparison): readonly ListColumn<Changed>[] => [
  name,
  column.short('change', both('变化', 'Change'), 12, ({ change, rule }) =>
    rule === undefined ? STANDING_NAMES[change.standing][lang] : GROUP_NAMES[rule.group][lang],
  ),
  column.clause('clause', LABELS.clause, 12, ({ rule }) => rule?.clause.join(' / ')),
  column.text('title', LABELS.title, 22, ({ rule }) => rule?.title[lang]),
  column.short('binds', LABELS.binds, 8, ({ rule }) => rule && OBLIGATION_NAMES[rule.obligation][lang]),
  column.short('was', both('原结果', 'Was'), 9, outcomeIn('from', lang)),
  column.short('is', both('现结果', 'Is'), 9, outcomeIn('to', lang)),
  column.text('gap-before', both('原差距', 'Gap before'), 18, ({ rule }) => rule?.shortfall.from?.[lang]),
  column.text('gap-now', both('现差距', 'Gap now'), 18, ({ rule }) => rule?.shortfall.to?.[lang]),
  column.text('why', LABELS.why, 46, ({ change, rule }) =>
    rule === undefined
      ? remarksText(change, lang)
      : causesText(rule.causes, { vocabulary: vocabulary(change.pack), lang }),
  ),
  column.figure('points-before', both('原得分', 'Points before'), 8, ({ rule }) => rule?.points.from?.low),
  column.figure('points-now', both('现得分', 'Points now'), 8, ({ rule }) => rule?.points.to?.low),
  standing(lang),
  ...where,
  ...kind(lang),
  column.place('place-before', both('原位置', 'Place before'), 36, placeIn('from')),
  column.place('place-now', both('现位置', 'Place now'), 36, placeIn('to')),
  column.text('rule', both('规则', 'Rule'), 24, ({ rule }) => rule?.rule),
];

const count =
  (...groups: readonly RuleChange['group'][]) =>
  ({ change }: Changed): Value =>
    change.rules.filter(({ group }) => groups.includes(group)).length;

const grades = ({ change: { score } }: Changed, side: Side): Value => score[side]?.grades.map(({ id }) => id).join('/');

/** A centre a row. */
export const centerColumns = ({ lang }: Comparison): readonly ListColumn<Changed>[] => [
  name,
  ...where,
  standing(lang),
  column.figure('score-before', both('原得分', 'Score before'), 9, ({ change }) => change.score.from?.low),
  column.figure('score-now', both('现得分', 'Score now'), 9, ({ change }) => change.score.to?.low),
  column.figure('difference', both('分差', 'Difference'), 9, ({ change }) => {
    const moved = movedBy(change);
    return moved && differenceOf(moved);
  }),
  column.figure('high-before', both('原可达', 'Up to, before'), 9, ({ change }) => change.score.from?.high),
  column.figure('high-now', both('现可达', 'Up to, now'), 9, ({ change }) => change.score.to?.high),
  column.short('grade-before', both('原等次', 'Grade before'), 9, changed => grades(changed, 'from')),
  column.short('grade-now', both('现等次', 'Grade now'), 9, changed => grades(changed, 'to')),
  column.figure('worse', GROUP_NAMES.worse, 7, count('worse')),
  column.figure('better', GROUP_NAMES.better, 8, count('better')),
  column.figure('further', GROUP_NAMES.further, 9, count('further')),
  column.figure('closer', GROUP_NAMES.closer, 9, count('closer')),
  column.figure('other', both('其他', 'Other'), 7, count('shifted', 'otherwise', 'appeared', 'vanished')),
  column.text('remarks', LABELS.note, 40, ({ change }) => remarksText(change, lang)),
  ...kind(lang),
  column.text('file-before', both('原文件', 'File before'), 32, ({ change }) => change.profile.from),
  column.text('file-now', both('现文件', 'File now'), 32, ({ change }) => change.profile.to),
];

/** The rows of a centre among the changes. */
export const changedIn = (change: CenterChange): readonly Changed[] => {
  const rules = change.rules.map(rule => ({ change, rule }));
  const whole =
    ['new', 'gone', 'incomparable'].includes(change.standing) || (change.rejection ?? change.matched) !== undefined;
  return whole ? [{ change }, ...rules] : rules;
};
