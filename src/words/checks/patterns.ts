const TOKEN = /\\(.)|\(((?:[^()\\]|\\.)*)\)|([*#])/gu;

const BLANKS: Readonly<Record<string, string>> = { '*': '××', '#': '№' };

const unescaped = (text: string): string => text.replaceAll(/\\(.)/gu, '$1');

const choiceText = (choices: string): string => {
  const [first = '', ...others] = choices.split('|').map(unescaped);
  return others.length === 0 ? first : `${first}（${others.join('、')}）`;
};

/** A pattern as offices write one: `桃江县××乡（镇）便民服务中心`. */
export const patternText = (pattern: string): string =>
  pattern.replaceAll(
    TOKEN,
    (_, escaped: string | undefined, choices: string | undefined, blank: string) =>
      escaped ?? (choices === undefined ? (BLANKS[blank] ?? '') : choiceText(choices)),
  );
