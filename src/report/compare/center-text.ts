import type { Lang } from '../../model/base/text.ts';
import type { CenterChange, CenterLine, Reconciliation, RowChange, RuleChange } from '../../model/result/compared.ts';
import {
  BAR_MARKS,
  BAR_NAMES,
  countsText,
  differenceText,
  footingText,
  gradeText,
  STANDING_NAMES,
  scorePlaces,
  scoreText,
  turnText,
} from '../../words/change/compared.ts';
import { OBLIGATION_NAMES } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { movedBy } from './order.ts';
import type { OverviewLine } from './overview.ts';

const arrow = (from: string, to: string): string => (from === to ? to : `${from} → ${to}`);

const scoreTurn = (change: CenterChange, lang: Lang): string => {
  const { from, to } = change.score;
  const text = (score: typeof from): string => scoreText(score, scorePlaces(change.score), lang);
  if (change.standing === 'new') return text(to);
  if (change.standing === 'gone') return text(from);
  const moved = movedBy(change);
  const difference =
    moved === undefined || moved.from === moved.to
      ? ''
      : pick({ lang }, `，相差 ${differenceText(moved)}`, `, ${differenceText(moved)}`);
  return arrow(text(from), text(to)) + difference;
};

const gradeTurn = ({ score: { from, to }, standing }: CenterChange, lang: Lang): string => {
  if (standing === 'new') return gradeText(to, lang);
  return standing === 'gone' ? gradeText(from, lang) : arrow(gradeText(from, lang), gradeText(to, lang));
};

/** `153 + 8 − 2 = 159（满分 265）`: to be added up again by hand. */
export const reconciliationText = (
  { points: { from, to }, gained, lost, rest }: Reconciliation,
  lang: Lang,
): string => {
  const steps = [
    from.low,
    ...(gained === '0' ? [] : [`+ ${gained}`]),
    ...(lost === '0' ? [] : [`− ${lost}`]),
    ...(rest === '0'
      ? []
      : [pick({ lang }, `${restText(rest)}（封顶、保底、折算）`, `${restText(rest)} (caps, floors, scaling)`)]),
    `= ${to.low}`,
  ].join(' ');
  const most = arrow(from.max, to.max);
  return pick({ lang }, `${steps}（满分 ${most}）`, `${steps} (of ${most})`);
};

const restText = (rest: string): string => (rest.startsWith('-') ? `− ${rest.slice(1)}` : `+ ${rest}`);

export const rowText = ({ id, title, points }: RowChange, lang: Lang): string =>
  `${title[lang]} (${id})  ${arrow(points.from?.low ?? '0', points.to?.low ?? '0')} ${differenceText({ ...(points.from && { from: points.from.low }), ...(points.to && { to: points.to.low }) })}`;

const LABELS = {
  score: { zh: '得分', en: 'Score' },
  grade: { zh: '等次', en: 'Grade' },
  points: { zh: '原始分', en: 'Points' },
  rows: { zh: '评分项', en: 'Rows' },
  basis: { zh: '依据', en: 'Footing' },
  rejected: { zh: '拒收', en: 'Rejected' },
  rules: { zh: '条目', en: 'Rules' },
} as const;

const NOTHING = { zh: '没有变化', en: 'nothing changed' } as const;

const groupCounts = (rules: readonly RuleChange[]): CenterLine['counts'] => {
  const count = (group: RuleChange['group']): number => rules.filter(rule => rule.group === group).length;
  return {
    worse: count('worse'),
    further: count('further'),
    better: count('better'),
    closer: count('closer'),
    shifted: count('shifted'),
    otherwise: count('otherwise'),
    appeared: count('appeared'),
    vanished: count('vanished'),
  };
};

/** What has become of a centre, before its rules. */
export const centerFields = (change: CenterChange, lang: Lang): readonly OverviewLine[] => {
  const { bars, footing, rejection, reconciliation, rows, rules } = change;
  const both = change.standing !== 'new' && change.standing !== 'gone';
  const texts: Readonly<Record<keyof typeof LABELS, readonly string[]>> = {
    score: [scoreTurn(change, lang)],
    grade: [gradeTurn(change, lang)],
    points: reconciliation && bars.length === 0 ? [reconciliationText(reconciliation, lang)] : [],
    rows: rows.map(row => rowText(row, lang)),
    basis: [...bars.map(bar => BAR_NAMES[bar][lang]), ...footing.map(part => footingText(part, lang))],
    rejected: rejection ? [`${rejection.file}: ${rejection.message[lang]}`] : [],
    rules: both ? [countsText(groupCounts(rules), lang) || NOTHING[lang]] : [],
  };
  const order = ['score', 'grade', 'points', 'rows', 'basis', 'rejected', 'rules'] as const;
  return order.filter(key => texts[key].length > 0).map(key => ({ label: LABELS[key][lang], texts: texts[key] }));
};

/** `青石坳镇便民服务中心（罗山县）  变好`. */
export const centerHeading = (
  { name, center, standing }: Pick<CenterChange, 'name' | 'center' | 'standing'>,
  lang: Lang,
): string => {
  const place = [center.county, center.township].filter(part => part !== undefined && part !== name).join(' ');
  const whole = place === '' ? name : pick({ lang }, `${name}（${place}）`, `${name} (${place})`);
  return `${whole}${pick({ lang }, '：', ': ')}${STANDING_NAMES[standing][lang]}`;
};

/** `三(一)2  办事大厅使用面积  不符合 → 符合`. */
export const ruleHeading = ({ clause, title, outcome }: RuleChange, lang: Lang): string =>
  `${clause.join(' / ')}  ${title[lang]}  ${turnText(outcome, lang)}`;

/** `[应当，+2 分，hall-usable-area]`. */
export const ruleRemark = ({ obligation, points, rule }: RuleChange, lang: Lang): string => {
  const [from, to] = [points.from?.low ?? '0', points.to?.low ?? '0'];
  const amount = from === to ? [] : [`${differenceText({ from, to })}${pick({ lang }, ' 分', ' points')}`];
  return `[${[OBLIGATION_NAMES[obligation][lang], ...amount, rule].join(pick({ lang }, '，', ', '))}]`;
};

/** `还差 16 ㎡ → 还差 10 ㎡`; nothing where the gap is as it was. */
export const gapText = ({ shortfall: { from, to }, outcome }: RuleChange, lang: Lang): string => {
  if (outcome.from !== 'fail' || outcome.to !== 'fail') return to?.[lang] ?? '';
  return from === undefined || to === undefined ? '' : arrow(from[lang], to[lang]);
};

const NOT_HANDED_IN = { zh: '新结果里没有', en: 'not in the newer result' } as const;

const SHORT = 40;

const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}……` : text);

/** A centre in one line: standing, score, name, what changed. */
export const lineParts = (
  line: CenterLine,
  lang: Lang,
): { readonly standing: string; readonly score: string; readonly what: string } => {
  const moved = movedBy(line);
  const score =
    moved === undefined
      ? [line.score.from?.low, line.score.to?.low].map(low => low ?? '—').join(' → ')
      : `${moved.from} → ${moved.to} (${differenceText(moved)})`;
  const why = [
    ...(line.standing === 'gone' && line.rejection === undefined ? [NOT_HANDED_IN[lang]] : []),
    ...(line.rejection ? [`${pick({ lang }, '拒收：', 'rejected: ')}${shortened(line.rejection.message[lang])}`] : []),
    ...line.bars.map(bar => BAR_MARKS[bar][lang]),
  ];
  return {
    standing: STANDING_NAMES[line.standing][lang],
    score,
    what: [countsText(line.counts, lang), ...why].filter(text => text !== '').join(pick({ lang }, '；', '; ')),
  };
};
