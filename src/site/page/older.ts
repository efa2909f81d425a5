/** What the code asks of lists and browsers of tablets that are some years old have not got. */
const give = (name: string, value: (this: unknown[], ...words: never[]) => unknown): void => {
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });
};

type Test = (item: unknown, at: number) => boolean;

give('at', function (at: number) {
  return this[at < 0 ? this.length + at : at];
});

give('findLastIndex', function (test: Test) {
  for (let at = this.length - 1; at >= 0; at--) if (test(this[at], at)) return at;
  return -1;
});

give('findLast', function (test: Test) {
  return this[this.findLastIndex(test)];
});

give('toSorted', function (compare: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare);
});

give('toReversed', function () {
  return [...this].reverse();
});

give('toSpliced', function (...words: [start: number, count: number, ...items: unknown[]]) {
  const copy = [...this];
  copy.splice(...words);
  return copy;
});

give('with', function (at: number, item: unknown) {
  return Object.assign([...this], { [at < 0 ? this.length + at : at]: item });
});
