const CHOICE = /\(([^()]*)\)/gu;

/** A pattern as offices write one: `桃江县××乡（镇）便民服务中心`. */
export const patternText = (pattern: string): string =>
  pattern
    .replaceAll(CHOICE, (_, choices: string) => {
      const [first = '', ...others] = choices.split('|');
      return others.length === 0 ? first : `${first}（${others.join('、')}）`;
    })
    .replaceAll('*', '××');
