import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import { type Compared, type RuleTurn, STANDINGS } from '../../model/result/compared.ts';
import { countsText, differenceText, footingText, STANDING_NAMES } from '../../words/change/compared.ts';
import { called, pick } from '../../words/reader.ts';
import type { Field } from '../block.ts';
import { mostOften } from './order.ts';
import type { Comparison } from './subject.ts';

const standingsText = ({ standings, rejected }: Compared, lang: Lang): string => {
  const total = STANDINGS.reduce((sum, standing) => sum + standings[standing], 0);
  const counted = STANDINGS.filter(standing => standings[standing] > 0).map(standing => {
    const refused = standing === 'gone' && rejected > 0;
    const remark = refused ? both(`（${rejected} 个因拒收）`, ` (${rejected} rejected)`)[lang] : '';
    return `${STANDING_NAMES[standing][lang]} ${standings[standing]}${remark}`;
  });
  return both(`共 ${total} 个：${counted.join('，')}`, `${total}: ${counted.join(', ')}`)[lang];
};

const numbers = (from: number, to: number): string =>
  from === to ? `${to}` : `${from} → ${to} (${differenceText({ from: String(from), to: String(to) })})`;

/** How two batches differ as a whole: what was rejected, and who is still to hand in. */
const runText = ({ runs: { from, to } }: Compared, lang: Lang): string => {
  if (from === undefined || to === undefined) return '';
  const said = (zh: string, en: string, pair: readonly [number | undefined, number | undefined]): readonly string[] =>
    pair[0] === undefined || pair[1] === undefined ? [] : [`${both(zh, en)[lang]} ${numbers(pair[0], pair[1])}`];
  const counts = [
    said('拒收', 'rejected', [from.counts.rejected, to.counts.rejected]),
    said('应报', 'expected', [from.roster?.expected, to.roster?.expected]),
    said('未报送', 'not submitted', [from.roster?.absent, to.roster?.absent]),
    said('没有结果', 'without a result', [from.roster?.missing, to.roster?.missing]),
    said('不在名册上', 'not on the roster', [from.roster?.unlisted, to.roster?.unlisted]),
  ];
  return counts.flat().join(both('，', ', ')[lang]);
};

const centersText = (count: number, subject: Comparison): string =>
  pick(subject, `${count} 个中心`, `${count} ${count === 1 ? 'centre' : 'centres'}`);

const turnText = (turn: RuleTurn, group: 'better' | 'worse', subject: Comparison): string => {
  const { lang } = subject;
  return `${turn.clause.join(' / ')} ${turn.title[lang]}${both(`（${turn.rule}）`, ` (${turn.rule})`)[lang]}  ${centersText(turn.counts[group], subject)}`;
};

const NOTHING = both('没有变化', 'nothing changed');

/** So many rules are named that changed most often. */
const MOST = 5;

const field = ({ lang }: Comparison, name: Bilingual, ...texts: readonly string[]): readonly Field[] => {
  const said = texts.filter(text => text !== '');
  return said.length === 0 ? [] : [{ name: name[lang], texts: said }];
};

export const namesField = (subject: Comparison): readonly Field[] =>
  field(subject, both('比较', 'Compared'), `${subject.names.from} → ${subject.names.to}`);

/** What the comparison of many centres comes to. */
export const overviewFields = (compared: Compared, subject: Comparison): readonly Field[] => {
  const { lang } = subject;
  const turns = (group: 'better' | 'worse'): readonly string[] =>
    mostOften(compared.rules, group, MOST).map(turn => turnText(turn, group, subject));
  const footing = compared.footing.map(({ change, centers }) => {
    const [what, where] = [footingText(change, lang), centersText(centers, subject)];
    return both(`${what}（${where}）`, `${what} (${where})`)[lang];
  });
  return [
    ...namesField(subject),
    ...field(subject, called(subject.of, both('中心', 'Centres')), standingsText(compared, lang)),
    ...field(subject, both('条目', 'Rules'), countsText(compared.groups, lang) || NOTHING[lang]),
    ...field(subject, both('报送', 'Handed in'), runText(compared, lang)),
    ...field(subject, both('依据', 'Footing'), ...footing),
    ...field(subject, both('最常变差', 'Most often worse'), ...turns('worse')),
    ...field(subject, both('最常解决', 'Most often resolved'), ...turns('better')),
  ];
};
