/** Things that a text names one after another. */
export interface TextList {
  readonly items: readonly string[];
  /** Whether it ends with 等 or the like, which leaves room for more. */
  readonly open: boolean;
  readonly from: number;
  readonly to: number;
}

const RUN = /[^,;:。!?、]+(?:、[^,;:。!?、]+)+/gu;

/** Words that lead to a list and name nothing of it: 按功能、… */
const LEADING = /^(?:按照?|根据|依照|由|对|为|将|在)/u;

/** Enumerations in a text: runs of things with 、 between them. */
export const listsIn = (text: string): readonly TextList[] =>
  [...text.matchAll(RUN)].map(match => {
    const [first = '', ...more] = match[0].split('、');
    const items = LEADING.test(first) ? more : [first, ...more];
    const last = items.at(-1) ?? '';
    return { items, open: /等|其他|之类/u.test(last), from: match.index, to: match.index + match[0].length };
  });
