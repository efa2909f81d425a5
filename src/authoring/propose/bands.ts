import { compareDecimals, decimalOf, exact, times } from '../../model/base/exact.ts';
import { unitNamed } from '../../model/base/unit.ts';
import { cellsOf, withUnit } from '../trace/cells.ts';
import { isRow } from '../trace/layout.ts';
import { type Sentence, solid } from '../trace/sentences.ts';
import { figuresIn, type TextFigure } from '../wording/figures.ts';

/** A row of figures by class: 一类 | 不少于300平方米. */
export interface BandRow {
  readonly sentence: Sentence;
  /** The class, the level or the people that it is of. */
  readonly label: string;
  readonly figure: TextFigure;
  /** What is measured, with the figure, in the words of the document. */
  readonly text: string;
}

/** Rows that give one figure each, by whom they are of. */
export interface BandTable {
  readonly by: 'class' | 'population' | 'level';
  readonly rows: readonly BandRow[];
  /** For bands by population, the number below which each row holds; none of the last. */
  readonly below: readonly (string | undefined)[];
  /** The row of its headings. */
  readonly head?: Sentence;
}

const PLACE = '(?:乡镇|镇|乡|街道|中心|大厅|站){0,2}';
const CLASS = `(?:第?[一二三四五甲乙丙丁ⅠⅡⅢA-D][类级档]|特?[大中小]型|中心镇|重点乡?镇|一般乡?镇|其[他它余])${PLACE}`;
const WHOLE_CLASS = new RegExp(`^${CLASS}$`, 'u');
const FIGURE = '\\d+(?:\\.\\d+)?万?(?:[-—~～至到]\\d+(?:\\.\\d+)?)?万?';
const PEOPLE = `(?:(?:常住|服务|户籍)?人口(?:在|为)?)?(?:不足|少于|超过|满)?${FIGURE}人?(?:\\(含\\))?(?:及?以[上下内])?(?:、?(?:至|到)?(?:不足|不满)?${FIGURE}人?(?:\\(不?含\\))?(?:以[下内])?)?`;
const LABEL = new RegExp(`^(${CLASS}|(?=[^,;:]*(?:万|人口))${PEOPLE}):?的?`, 'u');
const LEVELS = /便民服务|中心$|站$|点$|乡镇|街道|村|社区/u;
const KEY = /类别|类型|分类|等级|级别|档次|规模|人口|层级|类$/u;

/** A class without the kind of place: 一类 of 一类乡镇. */
export const bareClass = (label: string): string => {
  const bare = label.replace(new RegExp(`(?<=[类级档型])${PLACE}$`, 'u'), '');
  return bare === '' ? label : bare;
};

/** From and to how many people: 2万人以上5万人以下. */
const peopleOf = (label: string): readonly [from: string | undefined, to: string | undefined] | undefined => {
  const found = [
    ...solid(label).matchAll(/(不足|少于|不满|超过)?(\d+(?:\.\d+)?)(万?)人?(?:\(不?含\))?(及?以[上下内])?/gu),
  ];
  const tens = found.some(match => match[3] === '万');
  const ends = found.map(([, before = '', amount = '', , after = '']) => ({
    amount: decimalOf(times(exact(amount), exact(tens ? '10000' : '1'))),
    isTo: /不足|少于|不满/u.test(before) || /[下内]/u.test(after),
    isFrom: before === '超过' || after.includes('上'),
  }));
  const [first, second] = ends;
  if (first === undefined || ends.length > 2) return undefined;
  if (second !== undefined) return [first.amount, second.amount];
  return first.isTo ? [undefined, first.amount] : first.isFrom ? [first.amount, undefined] : undefined;
};

/** Rows in the order of their people, each beginning where the one before it ends. */
const byPeople = (rows: readonly BandRow[]): BandTable | undefined => {
  const ends = rows.flatMap(row => {
    const people = peopleOf(row.label);
    return people === undefined ? [] : [{ row, from: people[0], to: people[1] }];
  });
  const sorted = ends.toSorted((a, b) => compareDecimals(a.from ?? '0', b.from ?? '0'));
  const isWhole = sorted.every(
    ({ from, to }, at) => from === sorted[at - 1]?.to && (to === undefined) === (at === sorted.length - 1),
  );
  return isWhole && ends.length === rows.length
    ? { by: 'population', rows: sorted.map(({ row }) => row), below: sorted.map(({ to }) => to) }
    : undefined;
};

const sameMeasure = ([first, ...rest]: readonly BandRow[]): boolean =>
  rest.every(
    ({ figure: { kind, side, unit } }) =>
      kind === first?.figure.kind &&
      side === first.figure.side &&
      (unit === undefined
        ? first.figure.unit === undefined
        : first.figure.unit !== undefined && unitNamed(unit).dimension === unitNamed(first.figure.unit).dimension),
  );

/** Rows of one measure and of different places; undefined where they are no bands. */
const tableOf = (rows: readonly BandRow[]): BandTable | undefined => {
  const labels = rows.map(({ label }) => label);
  if (rows.length < 2 || new Set(labels).size < rows.length || !sameMeasure(rows) || rows[0]?.figure.side === 'range')
    return undefined;
  if (labels.every(label => /\d/u.test(label))) return byPeople(rows);
  const isClass = labels.every(label => WHOLE_CLASS.test(label));
  const by = isClass || !labels.every(label => LEVELS.test(label)) ? 'class' : 'level';
  return { by, rows, below: rows.map(() => undefined) };
};

const rowOf = (sentence: Sentence, label: string, text: string): BandRow | undefined => {
  const [figure, ...more] = figuresIn(text);
  return figure === undefined || more.length > 0 || label === '' ? undefined : { sentence, label, figure, text };
};

/** Bands of each column of a table whose head names a class, a level or people. */
const ofTable = ([head, ...rows]: readonly Sentence[]): readonly BandTable[] => {
  if (head === undefined) return [];
  const heads = cellsOf(head);
  const key = heads.findIndex(cell => KEY.test(cell));
  if (key < 0) return [];
  return heads.flatMap((name, column) => {
    if (column === key) return [];
    const measured = name.replace(/\([^()]*\)$/u, '');
    const read = rows.flatMap(row => {
      const cells = cellsOf(row);
      return rowOf(row, cells[key] ?? '', measured + withUnit(name, cells[column] ?? '')) ?? [];
    });
    const table = read.length < rows.length ? undefined : tableOf(read);
    return table === undefined ? [] : { ...table, head };
  });
};

interface Segment {
  readonly sentence: Sentence;
  readonly text: string;
}

const segmentsOf = (sentence: Sentence, bare: (text: string) => string): readonly Segment[] =>
  bare(solid(sentence.text))
    .split(/[,;。]/u)
    .filter(text => text !== '')
    .map(text => ({ sentence, text }));

/** A part of a sentence that begins with a class, itself or behind a colon. */
const labelled = ({ sentence, text }: Segment): BandRow | undefined => {
  for (const part of [
    text,
    text.slice(text.lastIndexOf(':', text.search(/\d|不/u)) + 1),
    text.slice(text.indexOf(':') + 1),
  ]) {
    const [all, label = ''] = LABEL.exec(part) ?? [];
    const row = all === undefined ? undefined : rowOf(sentence, label, part.slice(all.length));
    if (row !== undefined) return row;
  }
  return undefined;
};

/** Runs of neighbours that something is made of, as what is made of them. */
const runs = <T, M>(all: readonly T[], make: (item: T) => M | undefined): readonly (readonly M[])[] => {
  const found: M[][] = [[]];
  for (const made of all.map(make)) {
    if (made === undefined) found.push([]);
    else found.at(-1)?.push(made);
  }
  return found.filter(run => run.length > 0);
};

/** Every table and every series of a document that gives a figure by class, level or people; `bare` takes off a number. */
export const bandTables = (sentences: readonly Sentence[], bare: (text: string) => string): readonly BandTable[] => {
  const segments = sentences.filter(({ text }) => !isRow(text)).flatMap(sentence => segmentsOf(sentence, bare));
  return [
    ...runs(sentences, sentence => (isRow(sentence.text) ? sentence : undefined)).flatMap(ofTable),
    ...runs(segments, labelled).flatMap(run => tableOf(run) ?? []),
  ];
};
