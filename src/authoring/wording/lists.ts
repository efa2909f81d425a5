const RUN = /[^,;:。!?、]+(?:、[^,;:。!?、]+)+/gu;

/** Words that lead to a list and name nothing of it: 按功能、… */
const LEADING = /^(?:按照?|根据|依照|由|对|为|将|在)/u;

/** Enumerations in a text: runs of things with 、 between them. */
export const listsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(RUN)].map(([run]) => {
    const [first = '', ...more] = run.split('、');
    return LEADING.test(first) ? more : [first, ...more];
  });
