import { formatLocation } from '../../model/base/location.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { CenterChange, RuleChange } from '../../model/result/compared.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { causesText } from '../../words/change/causes.ts';
import { BAR_NAMES, differenceOf, footingText, GROUP_NAMES, STANDING_NAMES } from '../../words/change/compared.ts';
import { levelName, OBLIGATION_NAMES, OUTCOME_NAMES } from '../../words/names.ts';

export type RowCell = string | number;

interface About {
  readonly change: CenterChange;
  /** Absent where the centre is new, gone or not comparable. */
  readonly rule?: RuleChange;
  readonly lang: Lang;
  readonly vocabulary: Vocabulary;
}

interface Column {
  readonly heading: Bilingual;
  readonly width: number;
  readonly cell: (about: About) => RowCell;
}

const column = (zh: string, en: string, width: number, cell: Column['cell']): Column => ({
  heading: { zh, en },
  width,
  cell,
});

const amount = (text: string | undefined): RowCell => (text === undefined ? '' : Number(text));

const textIn = (text: Bilingual | undefined, lang: Lang): string => text?.[lang] ?? '';

const outcomeIn = (rule: RuleChange | undefined, side: 'from' | 'to', lang: Lang): string => {
  const outcome = rule?.outcome[side];
  return outcome === undefined ? '' : OUTCOME_NAMES[outcome][lang];
};

const placeIn = ({ rule, change }: About, side: 'from' | 'to'): string => {
  const place = rule?.place[side];
  return place === undefined ? (change.profile[side] ?? '') : formatLocation(place);
};

const ABSENT: Readonly<Partial<Record<CenterChange['standing'], Bilingual>>> = {
  new: { zh: '旧结果里没有这个中心', en: 'not in the older result' },
  gone: { zh: '新结果里没有这个中心', en: 'not in the newer result' },
};

/** What can be said of a centre as a whole: why it is not compared, or what became of its submission. */
const remarksOf = ({ standing, bars, footing, rejection }: CenterChange, lang: Lang): string =>
  [
    ...[ABSENT[standing]].flatMap(absent => (absent === undefined ? [] : [absent[lang]])),
    ...bars.map(bar => BAR_NAMES[bar][lang]),
    ...footing.map(part => footingText(part, lang)),
    ...(rejection ? [`${{ zh: '拒收', en: 'rejected' }[lang]} ${rejection.file}: ${rejection.message[lang]}`] : []),
  ].join(lang === 'zh' ? '；' : '; ');

const reasonIn = ({ change, rule, lang, vocabulary }: About): string =>
  rule === undefined ? remarksOf(change, lang) : causesText(rule.causes, { vocabulary, lang });

const NAME = column('中心', 'Centre', 24, ({ change }) => change.name);

const STANDING = column('中心情况', 'Standing', 10, ({ change, lang }) => STANDING_NAMES[change.standing][lang]);

const PLACE: readonly Column[] = [
  column('县区', 'County', 10, ({ change }) => change.center.county ?? ''),
  column('乡镇', 'Township', 10, ({ change }) => change.center.township ?? ''),
];

const KIND: readonly Column[] = [
  column('级别', 'Level', 20, ({ change, lang }) => levelName(change.center.level, lang)),
  column('标准', 'Pack', 14, ({ change }) => change.pack),
];

/** So many columns of either are printed; the others are there to filter by. */
export const PRINTED = { rules: 12, centers: 17 } as const;

/** A line for each change of a rule. */
export const RULE_COLUMNS: readonly Column[] = [
  NAME,
  column('变化', 'Change', 12, ({ change, rule, lang }) =>
    rule === undefined ? STANDING_NAMES[change.standing][lang] : GROUP_NAMES[rule.group][lang],
  ),
  column('条款', 'Clause', 12, ({ rule }) => rule?.clause.join(' / ') ?? ''),
  column('事项', 'Title', 22, ({ rule, lang }) => textIn(rule?.title, lang)),
  column('约束', 'Obligation', 8, ({ rule, lang }) =>
    rule === undefined ? '' : OBLIGATION_NAMES[rule.obligation][lang],
  ),
  column('原结果', 'Was', 9, ({ rule, lang }) => outcomeIn(rule, 'from', lang)),
  column('现结果', 'Is', 9, ({ rule, lang }) => outcomeIn(rule, 'to', lang)),
  column('原差距', 'Gap before', 18, ({ rule, lang }) => textIn(rule?.shortfall.from, lang)),
  column('现差距', 'Gap now', 18, ({ rule, lang }) => textIn(rule?.shortfall.to, lang)),
  column('原因', 'Why', 46, reasonIn),
  column('原得分', 'Points before', 8, ({ rule }) => amount(rule?.points.from?.low)),
  column('现得分', 'Points now', 8, ({ rule }) => amount(rule?.points.to?.low)),
  STANDING,
  ...PLACE,
  ...KIND,
  column('原位置', 'Place before', 36, about => placeIn(about, 'from')),
  column('现位置', 'Place now', 36, about => placeIn(about, 'to')),
  column('规则', 'Rule', 24, ({ rule }) => rule?.rule ?? ''),
];

const count = (change: CenterChange, ...groups: readonly RuleChange['group'][]): number =>
  change.rules.filter(({ group }) => groups.includes(group)).length;

/** A line for each centre. */
export const CENTER_COLUMNS: readonly Column[] = [
  NAME,
  ...PLACE,
  STANDING,
  column('原得分', 'Score before', 9, ({ change }) => amount(change.score.from?.low)),
  column('现得分', 'Score now', 9, ({ change }) => amount(change.score.to?.low)),
  column('分差', 'Difference', 9, ({ change: { score, bars } }) =>
    bars.length > 0 || score.from === undefined || score.to === undefined
      ? ''
      : amount(differenceOf({ from: score.from.low, to: score.to.low })),
  ),
  column('原可达', 'Up to, before', 9, ({ change }) => amount(change.score.from?.high)),
  column('现可达', 'Up to, now', 9, ({ change }) => amount(change.score.to?.high)),
  column('原等次', 'Grade before', 9, ({ change }) => change.score.from?.grades.map(({ id }) => id).join('/') ?? ''),
  column('现等次', 'Grade now', 9, ({ change }) => change.score.to?.grades.map(({ id }) => id).join('/') ?? ''),
  column('变差', 'Worse', 7, ({ change }) => count(change, 'worse')),
  column('已解决', 'Resolved', 8, ({ change }) => count(change, 'better')),
  column('差距扩大', 'Further off', 9, ({ change }) => count(change, 'further')),
  column('差距缩小', 'Closer', 9, ({ change }) => count(change, 'closer')),
  column('其他', 'Other', 7, ({ change }) => count(change, 'shifted', 'otherwise', 'appeared', 'vanished')),
  column('说明', 'Remarks', 40, ({ change, lang }) => remarksOf(change, lang)),
  ...KIND,
  column('原文件', 'File before', 32, ({ change }) => change.profile.from ?? ''),
  column('现文件', 'File now', 32, ({ change }) => change.profile.to ?? ''),
];

export const headOf = (columns: readonly Column[], lang: Lang): readonly string[] =>
  columns.map(({ heading }) => heading[lang]);

export const rowOf = (columns: readonly Column[], about: About): readonly RowCell[] =>
  columns.map(({ cell }) => cell(about));

/** A line for each change of a rule; one for a centre that is new, gone or not comparable as a whole. */
export const rulesOf = (
  change: CenterChange,
): readonly { readonly change: CenterChange; readonly rule?: RuleChange }[] => {
  const rules = change.rules.map(rule => ({ change, rule }));
  const whole = ['new', 'gone', 'incomparable'].includes(change.standing) || change.rejection !== undefined;
  return whole ? [{ change }, ...rules] : rules;
};
