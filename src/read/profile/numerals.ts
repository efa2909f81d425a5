const FIGURES: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九零_两'].map((sign, at) => [sign, at % 10]),
);
const PLACES: ReadonlyMap<string, number> = new Map([...'十百千'].map((sign, at) => [sign, 10 ** (at + 1)]));

const NUMERAL = /^([〇零一二两三四五六七八九十百千]{1,9})(?=\s*(?:$|[^〇零一二两三四五六七八九十百千万亿几多余来分]))/u;

/** A number in Chinese numerals below ten thousand; undefined where they do not make one. */
export const numberOf = (numerals: string): number | undefined => {
  let [sum, figure, place] = [0, undefined as number | undefined, 10_000];
  for (const sign of numerals) {
    const next = PLACES.get(sign);
    if (next === undefined) {
      if (figure !== undefined && figure !== 0) return undefined;
      figure = FIGURES.get(sign);
    } else {
      if (next >= place) return undefined;
      sum += (figure ?? (next === 10 ? 1 : Number.NaN)) * next;
      [figure, place] = [undefined, next];
    }
  }
  // 一百五 is a hundred and fifty to those who say it.
  const isBare = figure === undefined || place === 10 || place === 10_000 || /[〇零].$/u.test(numerals);
  const total = isBare ? sum + (figure ?? 0) : Number.NaN;
  return Number.isNaN(total) ? undefined : total;
};

/** 点五 behind a number is .5. */
const withPoint = (rest: string): string =>
  rest.replace(
    /^点([〇零一二三四五六七八九]{1,9})/u,
    (_, figures: string) => `.${[...figures].map(sign => FIGURES.get(sign) ?? 0).join('')}`,
  );

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const ORDINARY = '一二三四五六七八九十百千';
const FORMALLY = new RegExp(`^[${FORMAL}〇零]+`, 'u');

/** A text that begins with Chinese numerals, with figures in their place: 十二名, 拾贰名 → 12名. Others are unchanged. */
export const inDigits = (written: string): string => {
  // 一式两联 is two.
  const text = written
    .replace(/^(?:上下)?一式(?=[二两三四五])/u, '')
    .replace(FORMALLY, signs => signs.replaceAll(/[^〇零]/gu, sign => ORDINARY[FORMAL.indexOf(sign)] ?? sign));
  const [, numerals] = NUMERAL.exec(text) ?? [];
  const number = numerals === undefined ? undefined : numberOf(numerals);
  return numerals === undefined || number === undefined ? text : `${number}${withPoint(text.slice(numerals.length))}`;
};

const BEFORE = /^(\p{Script=Han}{1,10}?)\s*(?=[\d一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾])/u;
const THERE_ARE = /[总合]计|总?共计?|[现实]?[有测]|达到?|设置?|为/gu;
const NUMBER_OF = /[总个人次类种]?数量?$/u;

/** What stands around a number where the label says it already: 每年4次 and 4次/年 of a year's, 第5个工作日 of a day; or of how many parts it is. */
const AROUND: readonly (readonly [label: RegExp, around: RegExp])[] = [
  [/年/u, /^每年|(?:\/|每)年$/gu],
  [/面积$/u, /^(?:上下)?[2-9二两三四五六七八九]层\s*,?\s*(?=[总合]?共)/gu],
  [/工作日$/u, /^(?:每个?月)?第(?=.+工作日)|(?<=工作日)前$/gu],
];

/** How many of a part there are, behind the whole: 8人，其中党员3人, 8(其中党员3人); a part that is not there is none of 8. */
const OF_WHICH =
  /(?:[,;]\s*其中|\((?=[^()]*\)$)\s*其中)[\s:]*(?!已?[停撤]|[空缺拟待未]|在建|[计规]划|退休|[调离])(\p{Script=Han}+).*$/su;

/** A text without what stands around its number and says no more than the label: 共8个, 使用面积184㎡. */
export const figureIn = (text: string, label: string): string =>
  AROUND.reduce((said, [asked, around]) => (asked.test(label) ? said.replace(around, '') : said), text)
    .replace(OF_WHICH, (said, part: string) => (/数量?$/u.test(label) && !label.includes(part) ? '' : said))
    .replace(BEFORE, (said, words: string) =>
      label.replace(NUMBER_OF, '').endsWith(words.replaceAll(THERE_ARE, '')) ? '' : said,
    );
