import type { Obligation } from '../../model/standard/pack.ts';

/** A word that tells how far what follows it binds. */
export interface Modal {
  readonly obligation: Obligation;
  readonly word: string;
  readonly from: number;
}

/** Each with what it must not be part of: 应 is no word of duty in 相应 and 应急. */
const MODALS: readonly (readonly [Obligation, RegExp])[] = [
  [
    'may',
    /有条件(?:的|且)?|鼓励|探索|提倡|支持|可以|(?<![许认不方无适即也])可(?![能靠信行供见持追操避控办视读移]|以)/gu,
  ],
  ['should', /原则上|一般(?!性|不)|(?<![事适便时不相制])宜(?![放居])|尽量|尽可能|力争|推动|逐步|积极|根据实际需要/gu],
  [
    'must',
    /应当?(?![急用届征付对聘答])(?<![相反供适对响回照一]应当?)|必须|(?<!无)须|(?<![需主重必首次只])要(?![求素件点闻义害员])|(?<![所无])需(?![求要])|一律|不得|严禁|禁止|杜绝|不准|方可/gu,
  ],
];

/** Words that only say how, once another has said how far it binds. */
const WEAK = new Set(['推动', '逐步', '积极']);
/** Words that take the edge off a duty in the same breath. */
const SOFT = new Set(['原则上', '一般', '尽量', '尽可能']);

const BRACKETED = /\([^()]*\)/gu;

/** A stretch of a sentence between two stops; what stands in brackets is a sentence by itself. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  /** Words that bear on it, in their order. */
  readonly modals: readonly Modal[];
}

/** The words of obligation in a text, in its order. */
export const modalsIn = (text: string): readonly Modal[] =>
  MODALS.flatMap(([obligation, pattern]) =>
    [...text.matchAll(pattern)].map(match => ({ obligation, word: match[0], from: match.index })),
  ).sort((a, b) => a.from - b.from);

const CLOCK = /(?<=\d):(?=\d\d)/gu;
const NEXT_CLOCK = /,(?=(?:上午|下午|中午|晚上)?\d{1,2}[·时点])/gu;

/** A text of the same length in which the times of one day stand in one stretch. */
const withTimes = (text: string): string => text.replaceAll(CLOCK, '·').replaceAll(NEXT_CLOCK, '、');

const cut = (text: string, offset: number): readonly Stretch[] => {
  const modals = modalsIn(text);
  return [...withTimes(text).matchAll(/[^,;:。!?]*[^,;:。!?\s][^,;:。!?]*/gu)].map(match => {
    const end = match.index + match[0].length;
    return {
      text: text.slice(match.index, end),
      from: offset + match.index,
      modals: modals.filter(({ from }) => from < end),
    };
  });
};

/** The stretches of a text in half-width. */
export const stretchesIn = (text: string): readonly Stretch[] => {
  const blanked = text.replaceAll(BRACKETED, inside => ' '.repeat(inside.length));
  const inside = [...text.matchAll(BRACKETED)].flatMap(match => cut(match[0].slice(1, -1), match.index + 1));
  return [...cut(blanked, 0), ...inside];
};

/** The word that governs a stretch: the last in it or before it, unless it only says how; 原则上 takes the edge off a 应. */
export const governing = ({ modals }: Stretch): Modal | undefined => {
  const strong = modals.filter(({ word }, at) => at === 0 || !WEAK.has(word));
  const [last, before] = [strong.at(-1), strong.at(-2)];
  const isSoftened = last?.obligation === 'must' && before !== undefined && SOFT.has(before.word);
  return isSoftened && last.from - before.from < NEAR ? before : last;
};

/** How far 原则上 reaches. */
const NEAR = 28;
