import { type Location, startOf } from '../../model/base/location.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import {
  type CenterChange,
  countGroups,
  GROUPS,
  type Group,
  type Reconciliation,
  type RowChange,
  type RuleChange,
  sidesOf,
} from '../../model/result/compared.ts';
import { causePlaces, causeText } from '../../words/change/causes.ts';
import {
  ABSENT_FROM,
  BAR_NAMES,
  countsText,
  differenceText,
  footingText,
  GROUP_NAMES,
  gradeText,
  matchedText,
  placedName,
  STANDING_NAMES,
  scorePlaces,
  scoreText,
  turnText,
} from '../../words/change/compared.ts';
import { LABELS, OBLIGATION_NAMES } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import type { Block, Detail, Field, FindingWords } from '../block.ts';
import { type Comparison, movedBy } from './subject.ts';

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
      : both(`，相差 ${differenceText(moved)}`, `, ${differenceText(moved)}`)[lang];
  return arrow(text(from), text(to)) + difference;
};

const gradeTurn = ({ score: { from, to }, standing }: CenterChange, lang: Lang): string => {
  if (standing === 'new') return gradeText(to, lang);
  return standing === 'gone' ? gradeText(from, lang) : arrow(gradeText(from, lang), gradeText(to, lang));
};

const restText = (rest: string): string => (rest.startsWith('-') ? `− ${rest.slice(1)}` : `+ ${rest}`);

/** `153 + 8 − 2 = 159（满分 265）`: to be added up again by hand. */
const reconciliationText = ({ points: { from, to }, gained, lost, rest }: Reconciliation, lang: Lang): string => {
  const steps = [
    from.low,
    ...(gained === '0' ? [] : [`+ ${gained}`]),
    ...(lost === '0' ? [] : [`− ${lost}`]),
    ...(rest === '0'
      ? []
      : [both(`${restText(rest)}（封顶、保底、折算）`, `${restText(rest)} (caps, floors, scaling)`)[lang]]),
    `= ${to.low}`,
  ].join(' ');
  const most = arrow(from.max, to.max);
  return both(`${steps}（满分 ${most}）`, `${steps} (of ${most})`)[lang];
};

const rowText = ({ id, title, points: { from, to } }: RowChange, lang: Lang): string => {
  const moved = sidesOf(from, to, ({ low }) => low);
  return `${title[lang]} (${id})  ${arrow(from?.low ?? '0', to?.low ?? '0')} ${differenceText(moved)}`;
};

export const NOTHING = both('没有变化', 'nothing changed');

/** What can be said of a centre as a whole: why it is not compared, or what became of its submission. */
export const remarksOf = (
  { standing, matched, bars, footing, rejection }: CenterChange,
  lang: Lang,
): readonly string[] => [
  ...[ABSENT_FROM[standing]].flatMap(absent => absent?.[lang] ?? []),
  ...(matched ? [matchedText(matched, lang)] : []),
  ...bars.map(bar => BAR_NAMES[bar][lang]),
  ...footing.map(part => footingText(part, lang)),
  ...(rejection ? [`${both('拒收', 'rejected')[lang]} ${rejection.file}: ${rejection.message[lang]}`] : []),
];

/** What has become of a centre, before its rules. */
export const centerFields = (change: CenterChange, lang: Lang): readonly Field[] => {
  const { bars, reconciliation, rows, rules, standing } = change;
  const compared = standing !== 'new' && standing !== 'gone';
  const said: readonly (readonly [Bilingual, readonly string[]])[] = [
    [LABELS.score, [scoreTurn(change, lang)]],
    [LABELS.grade, [gradeTurn(change, lang)]],
    [both('原始分', 'Points'), reconciliation && bars.length === 0 ? [reconciliationText(reconciliation, lang)] : []],
    [LABELS.row, rows.map(row => rowText(row, lang))],
    [both('依据', 'Footing'), remarksOf(change, lang)],
    [LABELS.rules, compared ? [countsText(countGroups(rules), lang) || NOTHING[lang]] : []],
  ];
  return said.flatMap(([name, texts]) => (texts.length === 0 ? [] : [{ name: name[lang], texts }]));
};

/** `青石坳镇便民服务中心（罗山县）：变好`. */
export const centerHeading = (
  { name, center, standing }: Pick<CenterChange, 'name' | 'center' | 'standing'>,
  lang: Lang,
): string => `${placedName(name, center, lang)}${both('：', ': ')[lang]}${STANDING_NAMES[standing][lang]}`;

/** `还差 16 ㎡ → 还差 10 ㎡`; nothing where the gap is as it was. */
const gapText = ({ shortfall: { from, to }, outcome }: RuleChange, lang: Lang): string => {
  if (outcome.from !== 'fail' || outcome.to !== 'fail') return to?.[lang] ?? '';
  return from === undefined || to === undefined ? '' : arrow(from[lang], to[lang]);
};

const weightOf = ({ points }: RuleChange, lang: Lang): string => {
  const [from, to] = [points.from?.low ?? '0', points.to?.low ?? '0'];
  return from === to ? '' : `${differenceText({ from, to })}${both(' 分', ' points')[lang]}`;
};

const detailsOf = (rule: RuleChange, { pack }: CenterChange, { lang, vocabulary }: Comparison): readonly Detail[] => {
  const gap = gapText(rule, lang);
  const reader = { vocabulary: vocabulary(pack), lang };
  return [
    ...(gap === '' ? [] : [{ kind: 'gap', name: LABELS.gap[lang], text: gap } as const]),
    ...rule.causes.map(
      (cause): Detail => ({
        kind: 'why',
        name: LABELS.why[lang],
        text: causeText(cause, reader),
        places: causePlaces(cause),
      }),
    ),
  ];
};

const placeOf = ({ place }: RuleChange, { profile }: CenterChange): Location =>
  place.to ?? place.from ?? startOf(profile.to ?? profile.from ?? '');

const findingOf = (rule: RuleChange, change: CenterChange, subject: Comparison): FindingWords => {
  const { lang } = subject;
  const details = detailsOf(rule, change, subject);
  const turn = turnText(rule.outcome, lang);
  return {
    rule: rule.rule,
    anchor: `rule-${rule.rule}`,
    section: { key: rule.group, title: GROUP_NAMES[rule.group][lang] },
    outcome: rule.outcome.to ?? rule.outcome.from ?? 'unknown',
    obligation: rule.obligation,
    binds: OBLIGATION_NAMES[rule.obligation][lang],
    clause: rule.clause.join(' / '),
    title: `${rule.title[lang]}  ${turn}`,
    weight: weightOf(rule, lang),
    waived: false,
    gist: details.length === 0 ? turn : details.map(({ text }) => text).join(both('；', '; ')[lang]),
    details,
    place: placeOf(rule, change),
  };
};

/** Rules that changed one way, under how many there are. */
export interface GroupBlocks {
  readonly group: Group;
  readonly title: string;
  readonly block: Block;
}

export const groupsOf = (change: CenterChange, subject: Comparison): readonly GroupBlocks[] =>
  GROUPS.flatMap(group => {
    const rules = change.rules.filter(rule => rule.group === group);
    const { length } = rules;
    if (length === 0) return [];
    return [
      {
        group,
        title: `${GROUP_NAMES[group][subject.lang]}${pick(subject, ` ${length} 条`, ` (${length})`)}`,
        block: { kind: 'findings', style: 'whole', items: rules.map(rule => findingOf(rule, change, subject)) },
      },
    ];
  });
