import { groupBy } from '../../model/base/group.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { PartsAccount, PointsLine, PricedRecord, Work } from '../../model/scoring/points.ts';
import type { Band } from '../../model/scoring/scorecard.ts';
import { type EachKind, type OfKind, told } from '../reader.ts';
import { comparisonText } from './comparisons.ts';
import { askedText, type Counted, thingsText } from './counted.ts';

const NEGATIVE = /^-/u;

/** A signed amount as it stands in a ledger: −0.6, +2. */
export const signed = (amount: Decimal): string => (NEGATIVE.test(amount) ? minus(amount) : `+${amount}`);

/** An amount with the minus sign of print. */
export const minus = (amount: Decimal): string => amount.replace(NEGATIVE, '−');

const spaced = (unit: string): string => (unit === '' || unit === '%' ? unit : ` ${unit}`);

/** A figure as it stands before its unit: 200㎡, 200 m², 5%. */
export const withUnit = (figure: Decimal, unit: Bilingual | undefined): Bilingual =>
  both(`${figure}${unit?.zh ?? ''}`, `${figure}${spaced(unit?.en ?? '')}`);

const edge = (band: Band, unit: Bilingual | undefined): Bilingual => {
  const low = band.low && withUnit(band.low.at, unit);
  const high = band.high && withUnit(band.high.at, unit);
  if (low && high && band.low?.included && band.high?.included && low.zh === high.zh) return low;
  const zh = [
    ...(low ? [`${band.low?.included ? '不低于' : '超过'} ${low.zh}`] : []),
    ...(high ? [`${band.high?.included ? '不高于' : '不满'} ${high.zh}`] : []),
  ];
  const en = [
    ...(low ? [`${band.low?.included ? 'at least' : 'more than'} ${low.en}`] : []),
    ...(high ? [`${band.high?.included ? 'at most' : 'less than'} ${high.en}`] : []),
  ];
  return both(zh.join('、') || '其他', en.join(', ') || 'anything else');
};

/** The edges of a band in words: 不低于 90、不满 95. */
export const bandText = (band: Band, lang: Lang, unit?: Bilingual): string => edge(band, unit)[lang];

const UNCOUNTED = both('未知数目', 'an unknown number');

type EachWork = Extract<Work, { kind: 'each' }>;

const STEP_WORDS = {
  full: both('不足不计', 'full steps only'),
  started: both('不足按一档', 'a part counts as one'),
  pro_rata: both('按比例', 'pro rata'),
} as const;

const escalation = ({ then }: EachWork): Bilingual =>
  then.reduce(
    (text, { after, points, applies }) =>
      applies === 'all'
        ? both(
            `${text.zh}，超过 ${after} 次全部按每次 ${points} 分`,
            `${text.en}, beyond ${after} all at ${points} each`,
          )
        : both(
            `${text.zh}，第 ${after + 1} 次起每次 ${points} 分`,
            `${text.en}, ${points} each from number ${after + 1} on`,
          ),
    both('', ''),
  );

/** How many × how much. */
const eachText = (work: EachWork): Bilingual => {
  const count = work.figure === null ? UNCOUNTED : withUnit(work.figure, work.unit);
  const more = escalation(work);
  if (work.per === '1' && work.units === work.figure)
    return both(`${count.zh} × ${work.points} 分${more.zh}`, `${count.en} × ${work.points}${more.en}`);
  const per = withUnit(work.per, work.unit);
  const steps = STEP_WORDS[work.steps];
  return both(
    `${count.zh} ÷ 每 ${per.zh}（${steps.zh}）= ${work.units ?? UNCOUNTED.zh} × ${work.points} 分${more.zh}`,
    `${count.en} ÷ ${per.en} (${steps.en}) = ${work.units ?? UNCOUNTED.en} × ${work.points}${more.en}`,
  );
};

const recordText = ({ key, amount: paid, standing, times }: PricedRecord): Bilingual => {
  const amount = times === undefined ? paid : `${paid}（×${times}）`;
  if (standing === 'counted_elsewhere') return both(`${key} 已在别处计`, `${key} counted elsewhere`);
  return standing === 'may_count'
    ? both(`${key} ${amount}（或在别处计）`, `${key} ${amount} (or elsewhere)`)
    : both(`${key} ${amount}`, `${key} ${amount}`);
};

const plus = (parts: readonly Bilingual[]): Bilingual =>
  both(parts.map(({ zh }) => zh).join(' + '), parts.map(({ en }) => en).join(' + '));

/** Those that share a cap in brackets: (迟到 1 + 早退 1 + 迟到 1，最多 2). */
const groupText = (records: readonly PricedRecord[], cap: Decimal): Bilingual => {
  const sum = plus(records.map(recordText));
  return records.length === 1 && Number(records[0]?.amount) <= Number(cap)
    ? sum
    : both(`（${sum.zh}，最多 ${cap}）`, `(${sum.en}, at most ${cap})`);
};

const recordsText = ({ records, unread, capEach }: Extract<Work, { kind: 'records' }>): Bilingual => {
  if (unread) return both('清单未申报', 'the list is not declared');
  if (records.length === 0) return both('没有', 'none');
  if (capEach === undefined) return plus(records.map(recordText));
  const groups = groupBy(records.entries(), ([index, { group }]) => group ?? `#${index}`);
  const texts = [...groups.values()].map(group => {
    const own = group.map(([, record]) => record);
    return groupText(own, capEach);
  });
  return plus(texts);
};

/** Whether it is so; by name, where the step that asks it has no title of its own. */
const onceText = (happened: boolean, kind: PointsLine['kind'], asked: Bilingual | undefined): Bilingual => {
  if (asked !== undefined) return happened ? asked : both(`不是“${asked.zh}”`, `not so: ${asked.en}`);
  if (kind === 'award') return happened ? both('做到了', 'done') : both('没有做到', 'not done');
  return happened ? both('有此情形', 'it is so') : both('无此情形', 'it is not so');
};

/** The rows of a form as a sum, where nothing else comes between them and its total: `20 + 30 + 45 = 95`. */
const formSum = ({ sections, scaled, sum }: PartsAccount): string => {
  const rows = sections.flatMap(({ items }) => items.filter(({ account }) => !account.excluded));
  const isPlain = scaled === undefined && sections.every(({ bound }) => bound === undefined) && rows.length > 1;
  return isPlain ? `(${rows.map(({ account }) => minus(account.points)).join(' + ')} = ${minus(sum)})` : minus(sum);
};

/** What one part of a group comes to, unless it has no end. */
const partText = ({ amount, work }: PointsLine): Bilingual =>
  work.kind === 'each' && work.figure === null ? UNCOUNTED : both(amount, amount);

type Of<K extends Work['kind']> = OfKind<Work, K>;

const inBand = ({ band: asked, figure: found, unit }: Of<'tiers'>): Bilingual => {
  const band = asked.title ?? edge(asked, unit);
  const figure = found === null ? both('', '') : withUnit(found, unit);
  return both(`${figure.zh}${figure.zh && '，'}“${band.zh}”一档`, `${figure.en}${figure.en && ', '}band "${band.en}"`);
};

const byOption = ({ title, number }: Of<'options'>): Bilingual =>
  title ?? (number === 0 ? both('其他情形', 'otherwise') : both(`第 ${number} 种情形`, `option ${number}`));

const byShare = ({ figure, points }: Of<'share'>): Bilingual => {
  const rate = figure === null ? both('未知比率', 'an unknown rate') : both(`${figure}%`, `${figure}%`);
  return both(`${points} 分 × ${rate.zh}`, `${points} × ${rate.en}`);
};

const byForm = ({ points, total, account }: Of<'form'>): Bilingual =>
  both(`分表得 ${formSum(account)} 分 ÷ ${total} × ${points} 分`, `form: ${formSum(account)} ÷ ${total} × ${points}`);

/** How an amount came about, by the kind of its work. */
const WORKS = {
  base: () => both('基础分', 'base'),
  relative: ({ compared }, _, { vocabulary }) => comparisonText(compared, vocabulary),
  once: ({ happened }, kind, counted) => onceText(happened, kind, askedText(counted)),
  each: eachText,
  tiers: inBand,
  options: byOption,
  share: byShare,
  entered: ({ figure }) => both(`检查人评 ${figure ?? '?'} 分`, `the inspector gives ${figure ?? '?'}`),
  best_of: ({ of }) => {
    const amounts = of.map(({ amount }) => amount);
    return both(`${amounts.join('、')} 中取最高`, `the best of ${amounts.join(', ')}`);
  },
  group: ({ of }) => {
    const sum = plus(of.map(partText));
    return both(`合计 ${sum.zh}`, `together ${sum.en}`);
  },
  records: recordsText,
  form: byForm,
  excused: () => both('已说明情况，不扣', 'explained, not counted'),
  not_asked: () => both('不涉及', 'does not arise'),
  set_aside: () => both('无从计算，不扣不加', 'nothing to count'),
} as const satisfies EachKind<Work, [kind: PointsLine['kind'], of: Counted], Bilingual>;

/** One line of the ledger: 每缺一项：2项 × 0.2 分（签字笔、老花镜）= −0.4，最多 1 分. */
export const lineText = (line: PointsLine, counted: Counted): string => {
  const { lang } = counted;
  const { kind, title, work, cap, amount, raw, unrounded } = line;
  const worked = told(WORKS, 'kind', work, kind, counted);
  const sign = kind === 'deduct' ? '−' : '+';
  const capped = cap === undefined ? '' : { zh: `（最多 ${cap} 分）`, en: ` (at most ${cap})` }[lang];
  const before = title === undefined ? '' : `${title[lang]}${lang === 'zh' ? '：' : ': '}`;
  const value = amount === '0' ? '0' : `${sign}${amount}`.replace('−-', '+').replace('+-', '−');
  const cut = unrounded === undefined ? '' : `${unrounded} ≈ ${cap === undefined ? '' : `${raw} → `}`;
  return `${before}${worked[lang]}${thingsText(line, counted)} = ${cut}${value}${capped}`;
};
