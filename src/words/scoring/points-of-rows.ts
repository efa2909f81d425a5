import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { ItemResult, ScorecardAccount, Treated } from '../../model/scoring/points.ts';
import { rowWith } from '../../model/scoring/rows.ts';
import type { Scorecard, Treatment } from '../../model/scoring/scorecard.ts';
import type { Expression } from '../../model/standard/expression.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { type Called, called } from '../reader.ts';
import { averageText } from './comparisons.ts';
import { conditionName } from './counted.ts';
import { lineText, minus, signed } from './work.ts';

const TREATMENT: Readonly<Record<Treatment, Bilingual>> = {
  open: both('待定', 'open'),
  zero: both('计 0 分', 'scores 0'),
  full: both('计满分', 'full points'),
  no_effect: both('不扣不加', 'neither adds nor takes'),
  not_checked: both('不查，不计入', 'not checked, left out'),
  peers: both('按其他中心的平均分计', 'the average of the other centres'),
};

const STATE: Readonly<Record<Treated['state'], Bilingual>> = {
  undeclared: both('没有书面材料', 'no written material'),
  did_not_occur: both('未发生', 'did not occur'),
  not_applicable: both('不适用', 'not applicable'),
  nothing_to_measure: both('没有可计量的', 'nothing to measure'),
};

/** Why a row has no figure, and what that scores: 没有书面材料，计 0 分. */
export const treatedText = ({ state, treatment, centres }: Treated, of: Called, lang: Lang): string => {
  const scores = called(of, centres === undefined ? TREATMENT[treatment] : averageText(centres));
  return lang === 'zh' ? `${STATE[state].zh}，${scores.zh}` : `${STATE[state].en}: ${scores.en}`;
};

/** What holds a sum: 扣完为止, 最高…分. */
export const boundText = (bound: { readonly kind: 'floor' | 'cap'; readonly at: Decimal }, lang: Lang): string => {
  if (bound.kind === 'cap') return lang === 'zh' ? `最高 ${minus(bound.at)} 分` : `at most ${minus(bound.at)}`;
  if (bound.at === '0') return lang === 'zh' ? '扣完为止，不计负分' : 'down to 0, never below';
  return lang === 'zh' ? `最低 ${minus(bound.at)} 分` : `at least ${minus(bound.at)}`;
};

/** Days that the scorecard's calendar does not reach. */
const outsideText = (dates: readonly string[], lang: Lang): readonly string[] => {
  if (dates.length === 0) return [];
  const named = [...new Set(dates)].join(lang === 'zh' ? '、' : ', ');
  return [
    lang === 'zh'
      ? `评分表的日历没有写到 ${named}，天数无从计算`
      : `the scorecard's calendar does not reach ${named}: days not counted`,
  ];
};

/** Why a row is lost altogether. */
export const zeroedText = (asked: Expression | undefined, vocabulary: Vocabulary, lang: Lang): string => {
  if (asked === undefined) return both('有一票归零的情形，本项计 0 分', 'lost altogether')[lang];
  const why = conditionName(asked, vocabulary, lang);
  return both(`${why}：本项计 0 分`, `${why}: the row is lost altogether`)[lang];
};

const UNMEASURED = both(
  '分母是 0，没有可计算的；评分表没有写这时怎样算（nothing_to_measure），得分没有定',
  'nothing to measure (a rate of none), and the scorecard does not say what that scores (nothing_to_measure): not settled',
);

/** The account of a row at one end of its range, line by line, ending in what is left. */
export const accountText = (
  result: ItemResult,
  end: 'low' | 'high',
  lang: Lang,
  { vocabulary, asked }: { readonly vocabulary: Vocabulary; readonly asked: Scorecard },
): readonly string[] => {
  const account = result[end];
  const row = rowWith(result.item, asked);
  if (account.excluded) return [lang === 'zh' ? '不计入本表' : 'not in the scorecard'];
  const telling = account.lines.filter(({ amount, work }) => amount !== '0' || work.kind === 'excused');
  const isUnexplained = telling.length === 0 && account.points !== result.max;
  const treated = account.treated === undefined ? [] : [treatedText(account.treated, vocabulary, lang)];
  const zeroed = account.zeroed ? [zeroedText(row?.zeroIf, vocabulary, lang)] : [];
  const bound = account.bound === undefined ? [] : [boundText(account.bound, lang)];
  const sum = [account.start, ...telling.map(({ kind, amount }) => `${kind === 'deduct' ? '−' : '+'} ${amount}`)].join(
    ' ',
  );
  const total = account.treated === undefined && telling.length > 0 ? [`${sum} = ${minus(account.sum)}`] : [];
  const uncounted = [...outsideText(result.outsideCalendar, lang), ...(result.unmeasured ? [UNMEASURED[lang]] : [])];
  return [
    ...(isUnexplained ? account.lines : telling).map(line =>
      lineText(line, { vocabulary, lang, step: row?.steps[line.number - 1] }),
    ),
    ...uncounted,
    ...treated,
    ...total,
    ...bound,
    ...zeroed,
  ];
};

/** How the total comes about: 88 + 加分 3 = 91. */
export const totalText = (account: ScorecardAccount, lang: Lang): string => {
  const sections = account.sections.filter(({ outside }) => !outside).map(({ points }) => points);
  const inside = `${sections.map(minus).join(' + ') || '0'} = ${minus(account.inside)}`;
  const scaled =
    account.scaled === undefined
      ? ''
      : lang === 'zh'
        ? `；折算 ${account.inside} × 总分 ÷ ${account.max} = ${account.scaled}`
        : `; scaled, ${account.inside} × total ÷ ${account.max} = ${account.scaled}`;
  const outside =
    account.outside === '0'
      ? ''
      : `；${lang === 'zh' ? '总分外' : 'outside the total'} ${signed(account.outside)} = ${minus(account.sum)}`;
  const bound = account.bound === undefined ? '' : `；${boundText(account.bound, lang)}`;
  const vetoed = account.vetoed === undefined ? '' : lang === 'zh' ? '；一票否决，计 0 分' : '; vetoed, 0';
  const { zh, en } = account.class?.label ?? both('', '');
  const whose = zh === '' ? '' : lang === 'zh' ? `按“${zh}”：` : `as ${en}: `;
  const line = `${whose}${inside}${scaled}${outside}${bound}${vetoed}`;
  return lang === 'zh' ? line : line.replaceAll('；', '; ');
};
