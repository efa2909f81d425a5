import { type Bilingual, both, type Lang } from '../../../model/base/text.ts';
import type { PointsLine } from '../../../model/scoring/points.ts';
import type { Amount, Step } from '../../../model/scoring/scorecard.ts';
import { bandText, lineText } from '../../../words/scoring/work.ts';
import type { Ends, Ledger } from './cells.ts';

const KINDS: Readonly<Record<Step['kind'], Bilingual>> = {
  deduct: both('扣分', 'less'),
  award: both('得分', 'plus'),
};

/** What a step goes by: its own title, or whether it takes or gives. */
export const stepTitle = ({ title, kind }: Pick<Step, 'title' | 'kind'>, depth: number, lang: Lang): string =>
  `${'　'.repeat(depth)}${title?.[lang] ?? KINDS[kind][lang]}`;

const untitled = ({ title: _, ...line }: PointsLine): PointsLine => line;

/** What was found at the least, and where it is open, at the best. */
export const foundText = (lines: Ends<PointsLine | undefined>, step: Step, { audit, lang }: Ledger): string => {
  const say = (line: PointsLine | undefined): string =>
    line === undefined ? '' : lineText(untitled(line), { vocabulary: audit.pack.vocabulary, lang, step });
  const [low, high] = [say(lines.low), say(lines.high)];
  if (low === high || high === '') return low;
  if (low === '') return high;
  return both(`最差：${low}\n最好：${high}`, `at worst: ${low}\nat best: ${high}`)[lang];
};

const pointsText = (points: string, lang: Lang): string => both(`${points} 分`, points)[lang];

/** Something that a clerk may have found since has no line of its own. */
const MORE_RECORDS = both(
  '另有的，直接改“起分及增减”（扣分写负数）',
  'for more of them, overwrite the amount (less is negative)',
);

const NONE = both('', '');

const REMARKS: Readonly<Record<Exclude<Amount['kind'], 'tiers' | 'options'>, Bilingual>> = {
  ...{ base: NONE, each: NONE, group: NONE, form: NONE },
  share: both('“数量”是百分比', 'count is a percentage'),
  entered: both('“数量”是检查人评的分', 'count is what the inspector gives'),
  once: both('“数量”：1 是，0 否', 'count: 1 yes, 0 no'),
  records: MORE_RECORDS,
  best_of: both('下列各种算法取最高', 'the best of these'),
  relative: both('比较得出，本表不能重算', 'by comparison with others: not worked out here'),
};

/** What there is to choose from, or what is worked out elsewhere. */
export const remarkOf = (amount: Amount, lang: Lang): string => {
  if (amount.kind === 'tiers') {
    const { unit } = amount.measure.domain;
    return amount.bands.map(band => `${bandText(band, lang, unit)}: ${pointsText(band.points, lang)}`).join('\n');
  }
  if (amount.kind !== 'options') return REMARKS[amount.kind][lang];
  const named = amount.options.map(({ title, points }, index) => {
    const name = title?.[lang] ?? both(`第 ${index + 1} 种情形`, `option ${index + 1}`)[lang];
    return `${index + 1} ${name}: ${pointsText(points, lang)}`;
  });
  const rest = `0 ${both('其他', 'otherwise')[lang]}: ${pointsText(amount.otherwise, lang)}`;
  return [both('“数量”填第几种：', 'count is the number of:')[lang], ...named, rest].join('\n');
};

export const BY_HAND = both(
  '这个数由程序按规则算出，不随本表其他格变化，可直接改',
  'worked out by the rules of the scorecard, not from other cells; may be overwritten',
);
