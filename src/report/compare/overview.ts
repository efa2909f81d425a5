import type { Bilingual, Lang } from '../../model/base/text.ts';
import { type Compared, type RuleTurn, STANDINGS } from '../../model/result/compared.ts';
import { countsText, differenceText, footingText, STANDING_NAMES } from '../../words/change/compared.ts';
import { pick } from '../../words/reader.ts';
import type { ComparisonOptions } from './index.ts';
import { mostOften } from './order.ts';

/** A line of the overview: what it is about, and what is said of it. */
export interface OverviewLine {
  readonly label: string;
  readonly texts: readonly string[];
}

const standingsText = ({ standings, rejected }: Compared, lang: Lang): string => {
  const total = STANDINGS.reduce((sum, standing) => sum + standings[standing], 0);
  const counted = STANDINGS.filter(standing => standings[standing] > 0).map(standing => {
    const refused = standing === 'gone' && rejected > 0;
    const remark = refused ? pick({ lang }, `（${rejected} 个因拒收）`, ` (${rejected} rejected)`) : '';
    return `${STANDING_NAMES[standing][lang]} ${standings[standing]}${remark}`;
  });
  return pick({ lang }, `共 ${total} 个：${counted.join('，')}`, `${total}: ${counted.join(', ')}`);
};

const numbers = (from: number, to: number): string =>
  from === to ? `${to}` : `${from} → ${to} (${differenceText({ from: String(from), to: String(to) })})`;

/** How two batches differ as a whole: what was rejected, and who is still to hand in. */
const runTexts = ({ runs: { from, to } }: Compared, lang: Lang): readonly string[] => {
  if (from === undefined || to === undefined) return [];
  const said = (zh: string, en: string, pair: readonly [number, number]): string =>
    `${pick({ lang }, zh, en)} ${numbers(...pair)}`;
  const counts = [
    said('拒收', 'rejected', [from.counts.rejected, to.counts.rejected]),
    ...(from.roster && to.roster
      ? [
          said('应报', 'expected', [from.roster.expected, to.roster.expected]),
          said('未报', 'missing', [from.roster.missing, to.roster.missing]),
          said('名册以外', 'not on the roster', [from.roster.unlisted, to.roster.unlisted]),
        ]
      : []),
  ];
  return [counts.join(pick({ lang }, '，', ', '))];
};

const MOST = 5;

const turnText = (turn: RuleTurn, group: 'better' | 'worse', lang: Lang): string => {
  const times = pick(
    { lang },
    `${turn.counts[group]} 个中心`,
    `${turn.counts[group]} ${turn.counts[group] === 1 ? 'centre' : 'centres'}`,
  );
  return `${turn.clause.join(' / ')} ${turn.title[lang]}${pick({ lang }, `（${turn.rule}）`, ` (${turn.rule})`)}  ${times}`;
};

const LABELS = {
  names: { zh: '比较', en: 'Compared' },
  centers: { zh: '中心', en: 'Centres' },
  rules: { zh: '条目', en: 'Rules' },
  runs: { zh: '报送', en: 'Handed in' },
  footing: { zh: '依据', en: 'Footing' },
  better: { zh: '最常解决', en: 'Most often resolved' },
  worse: { zh: '最常变差', en: 'Most often worse' },
} as const satisfies Record<string, Bilingual>;

const NOTHING = { zh: '没有变化', en: 'nothing changed' } as const;

/** What the comparison of many centres comes to. */
export const overviewOf = (
  compared: Compared,
  { lang, names }: Pick<ComparisonOptions, 'lang' | 'names'>,
): readonly OverviewLine[] => {
  const centers = (count: number): string =>
    pick({ lang }, `（${count} 个中心）`, ` (${count} ${count === 1 ? 'centre' : 'centres'})`);
  const texts: Readonly<Record<keyof typeof LABELS, readonly string[]>> = {
    names: [`${names.from} → ${names.to}`],
    centers: [standingsText(compared, lang)],
    rules: [countsText(compared.groups, lang) || NOTHING[lang]],
    runs: runTexts(compared, lang),
    footing: compared.footing.map(({ change, centers: count }) => footingText(change, lang) + centers(count)),
    worse: mostOften(compared.rules, 'worse', MOST).map(turn => turnText(turn, 'worse', lang)),
    better: mostOften(compared.rules, 'better', MOST).map(turn => turnText(turn, 'better', lang)),
  };
  const order = ['names', 'centers', 'rules', 'runs', 'footing', 'worse', 'better'] as const;
  return order.filter(key => texts[key].length > 0).map(key => ({ label: LABELS[key][lang], texts: texts[key] }));
};
