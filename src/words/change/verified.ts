import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import { type Difference, isSame, type Unchecked, type Verification } from '../../model/result/compared.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { clauseText } from '../names.ts';
import { footingText } from './compared.ts';

const UNCHECKED: Readonly<Record<Unchecked, Bilingual>> = {
  earlier: both(
    '与上次结果的比较没有核对：用 --only-new 给出上次的结果',
    'the comparison with an earlier result was not checked: give it with --only-new',
  ),
  peers: both(
    '与其他中心比较得出的计分不能单独重算，没有核对',
    'points that come of a comparison with other centres were not checked: one centre alone does not tell them',
  ),
};

const SHORT = 12;
const LONGEST = 80;

const valueText = (value: unknown, lang: Lang): string => {
  if (value === undefined) return both('没有', 'nothing')[lang];
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** `三(一)2 办事大厅使用面积（hall-area）的 outcome`. */
const placeText = (path: readonly string[], { rules }: Pack, lang: Lang): string => {
  const [list, id, ...rest] = path;
  const rule = list === 'findings' ? rules.find(known => known.id === id) : undefined;
  if (rule === undefined) return path.join('.');
  const [name, field] = [`${clauseText(rule)} ${rule.title[lang]}`, rest.join('.')];
  if (field === '') return both(`${name}（${rule.id}）`, `${name} (${rule.id})`)[lang];
  return both(`${name}（${rule.id}）的 ${field}`, `${name} (${rule.id}), ${field}`)[lang];
};

const differenceText = ({ path, kept, anew }: Difference, pack: Pack, lang: Lang): string =>
  `${placeText(path, pack, lang)}${
    both(
      `：结果里是 ${valueText(kept, lang)}，重算是 ${valueText(anew, lang)}`,
      `: ${valueText(kept, lang)} in the result, ${valueText(anew, lang)} computed anew`,
    )[lang]
  }`;

/** What a result was verified by, and the pack by whose names it speaks. */
export interface Verified {
  readonly name: string;
  readonly place: string;
  readonly pack: Pack;
  readonly profile: string;
  readonly verification: Verification;
}

/** A line that says whether it is the same, and below it what is not; what could not be checked is said in any case. */
export const verifiedText = ({ name, place, pack, profile, verification }: Verified, lang: Lang): readonly string[] => {
  const { profile: changed, footing, difference, unchecked } = verification;
  const said = isSame(verification) ? both('相同', 'the same')[lang] : both('不同', 'different')[lang];
  const { kept, anew } = changed ?? { kept: '', anew: '' };
  const profileText = both(
    `申报表 ${profile} 不是当时的文件：sha256 结果里是 ${kept.slice(0, SHORT)}，现在是 ${anew.slice(0, SHORT)}`,
    `the profile ${profile} is not the file it was: sha256 ${kept.slice(0, SHORT)} in the result, ${anew.slice(0, SHORT)} now`,
  )[lang];
  return [
    `${isSame(verification) ? '√' : '×'} ${name}${both(`（${place}）：`, ` (${place}): `)[lang]}${said}`,
    ...[
      ...(changed ? [profileText] : []),
      ...footing.map(change => footingText(change, lang)),
      ...(difference ? [differenceText(difference, pack, lang)] : []),
      ...unchecked.map(what => UNCHECKED[what][lang]),
    ].map(line => `    ${line}`),
  ];
};

export const verifiedCounts = (
  counts: Readonly<Record<'same' | 'different' | 'unread', number>>,
  lang: Lang,
): string => {
  const { same, different, unread } = counts;
  return both(
    `共核对 ${same + different + unread} 份：相同 ${same}，不同 ${different}，不能核对 ${unread}`,
    `${same + different + unread} verified: ${same} the same, ${different} different, ${unread} that could not be`,
  )[lang];
};
