import type { Location } from '../../../model/base/location.ts';
import { type Problem, problem } from '../../../model/base/problem.ts';
import type { MapNode, SourceNode } from '../../../model/base/source.ts';
import { append } from '../../../model/base/text.ts';
import {
  AT_MOST,
  BUREAU_LINE,
  EFFECTS,
  GRADE_LINE,
  GRADED,
  HEAD_LINES,
  type HeadLine,
  REST_LINE,
  VETO_LINE,
} from '../../../model/scoring/card-sheet.ts';
import { inDigits } from '../../profile/numerals.ts';
import { defect } from '../defect.ts';
import type { HeldSheet } from './grid.ts';
import { idMaker } from './ids.ts';
import { list, map, merged, scalar, words } from './nodes.ts';
import type { SheetReading } from './reading.ts';

const RANK =
  /^(?:(?:总分|得分|考核)?(?:排名|名次|排位)(?:在|为|居|列|位于)?)?(前|后|末|末尾|倒数前?|最后)(?:(\d{1,4}|[一二两三四五六七八九十])(?:名|位|个)?|(\d{1,2}(?:\.\d{1,2})?%))(?:的|以内|之内)?$/u;

const PLACES_READ = '前3名、后3名、前20%、后10%';

/** Words that speak of a place, whether or not they can be read as one. */
const speaksOfPlace = (text: string): boolean => /排名|名次|排位|倒数/u.test(text);

/** `前20%`, `排名后三位`: a place by the whole score; undefined where a text names none. */
export const rankIn = (text: string, at: Location): SourceNode | undefined => {
  const [, end, place, share] = RANK.exec(text.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  if (end === undefined) return undefined;
  const number = place === undefined ? (share ?? '') : inDigits(place);
  return map(at, { [end === '前' ? 'first' : 'last']: words(number, at) });
};

/** A line of the head: its name, what it says, and what more. */
interface Line {
  readonly name: string;
  readonly text: string;
  readonly more: string;
  readonly at: Location;
  readonly moreAt: Location;
}

const linesIn = ({ rows, at }: HeldSheet): readonly Line[] =>
  rows.map(({ row, cells }) => {
    const cell = (column: number): string => cells.find(one => one.column === column)?.text.trim() ?? '';
    return { name: cell(1), text: cell(2), more: cell(3), at: at(row, 2), moreAt: at(row, 3) };
  });

const LISTS = new Set(['standard.counties', 'standard.levels']);
const TEXTS = new Set([
  'title',
  'id',
  'subject',
  'standard.issuer',
  'standard.number',
  'standard.in_force.from',
  'standard.in_force.until',
  'evidence_until',
]);

/** Words of a drop-down stand for those of the language; what is none of them is left as it is written. */
const saidBy = (reading: SheetReading, { key, choices, name }: HeadLine, { text, at }: Line): SourceNode => {
  const parts = LISTS.has(key)
    ? text.split(/[、,，\s]+/u).filter(part => part !== '')
    : [TEXTS.has(key) ? text : text.normalize('NFKC')];
  const said = parts.map(part => {
    const known = choices?.[part];
    const isFigure = /^-?\d/u.test(part);
    if (choices !== undefined && known === undefined && !isFigure)
      defect(reading, at, 'sheet-unreadable', { column: name, found: part, accepted: Object.keys(choices).join('、') });
    return TEXTS.has(key) || LISTS.has(key) ? words(known ?? part, at) : scalar(known ?? part, at);
  });
  return LISTS.has(key) ? list(said, at) : (said[0] ?? words('', at));
};

/** `a.b: value` as mappings in one another. */
const nested = (path: string, value: SourceNode): SourceNode =>
  path.split('.').reduceRight((inner, key) => map(inner.location, { [key]: inner }), value);

const plainScore = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/\s*分?(?:及?以上)?$/u, '');

/** `90，前20%`: a score, places, or both. */
const askedOf = ({ more, moreAt }: Line): Readonly<Record<string, SourceNode>> => {
  const parts = more.split(/[，,；;、]|并且|且/u).filter(part => part.trim() !== '');
  const ranks = parts.flatMap(part => rankIn(part, moreAt) ?? []);
  const scores = parts.filter(part => rankIn(part, moreAt) === undefined);
  const requires = ranks.map(rank => map(moreAt, { rank }));
  return {
    ...(scores.length > 0 && { at_least: scalar(plainScore(scores.join('，')), moreAt) }),
    ...(requires.length > 0 && { requires: list(requires, moreAt) }),
  };
};

/** The lines of a name that say something. */
const called = (wanted: string, lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ name, text }) => name === wanted && text !== '');

/** A list of what lines say, which stands where the first of them does. */
const listed = (lines: readonly Line[], nodeOf: (line: Line, index: number) => SourceNode): SourceNode | undefined => {
  const [first] = lines;
  return first && list(lines.map(nodeOf), first.at);
};

const gradesOf = (lines: readonly Line[]): SourceNode | undefined =>
  listed(called(GRADE_LINE, lines), line => {
    const name = words(line.text, line.at);
    return map(line.at, { id: name, label: name, ...askedOf(line) });
  });

const effectOf = (reading: SheetReading, { more, moreAt }: Line, grades: readonly Line[]): SourceNode => {
  const plain = (Object.keys(EFFECTS) as (keyof typeof EFFECTS)[]).find(key => EFFECTS[key] === more);
  if (plain !== undefined) return words(plain, moreAt);
  const key = more.startsWith(AT_MOST) ? 'grade_at_most' : more.startsWith(GRADED) ? 'grade' : undefined;
  const index = grades.findIndex(({ text }) => text === more.slice(AT_MOST.length).trim());
  if (key !== undefined && index >= 0) return map(moreAt, { [key]: words(grades[index]?.text ?? '', moreAt) });
  defect(reading, moreAt, 'sheet-unreadable', {
    column: VETO_LINE,
    found: more,
    accepted: [...Object.values(EFFECTS), `${AT_MOST}…`, `${GRADED}…`].join('、'),
  });
  return words('zero', moreAt);
};

/** A place, or a question that the centre answers. */
const vetoedBy = (reading: SheetReading, { text, at }: Line): Readonly<Record<string, SourceNode>> => {
  const rank = rankIn(text, at);
  if (rank !== undefined) return { rank };
  if (speaksOfPlace(text))
    defect(reading, at, 'sheet-unreadable', { column: VETO_LINE, found: text, accepted: PLACES_READ });
  reading.facts.ask(reading, text, { type: 'yes_no' }, at);
  return { if: map(at, { [text]: words('yes', at) }) };
};

const vetoesOf = (reading: SheetReading, lines: readonly Line[]): SourceNode | undefined => {
  const grades = called(GRADE_LINE, lines);
  const idOf = idMaker();
  return listed(called(VETO_LINE, lines), (line, index) => {
    const id = words(idOf(String(index + 1), 0, 'v'), line.at);
    const title = words(line.text, line.at);
    return map(line.at, { id, title, ...vetoedBy(reading, line), effect: effectOf(reading, line, grades) });
  });
};

/** `部门总分 | 民政局 | 30`. */
const bureausOf = (lines: readonly Line[]): SourceNode | undefined => {
  const own = called(BUREAU_LINE, lines);
  const [first] = own;
  const totals = own.map(({ text, more, moreAt }) => [text, scalar(plainScore(more), moreAt)] as const);
  return first && map(first.at, Object.fromEntries(totals));
};

/** The file beside the workbook that says what it cannot. */
export const restOf = (sheet: HeldSheet): { readonly name: string; readonly location: Location } | undefined => {
  const line = linesIn(sheet).find(({ name, text }) => name === REST_LINE && text !== '');
  return line && { name: line.text, location: line.at };
};

/** What may be said once and is said again. */
const linesTwice = (lines: readonly Line[]): readonly Problem[] => {
  const single = [...HEAD_LINES.map(({ name }) => name), BUREAU_LINE].flatMap(name => called(name, lines));
  const keyOf = ({ name, text }: Line): string => (name === BUREAU_LINE ? `${name} ${text}` : name);
  return single.flatMap((line, index) => {
    const first = single.slice(0, index).find(other => keyOf(other) === keyOf(line));
    return first === undefined ? [] : [problem('duplicate-key', line.at, { key: keyOf(line), first: first.at })];
  });
};

/** `rest` has grades and vetoes of its own in place of the lines. */
export const readHead = (reading: SheetReading, sheet: HeldSheet, rest: MapNode | undefined): MapNode => {
  const lines = linesIn(sheet);
  const start = sheet.at(1, 1);
  const known = [...HEAD_LINES.map(({ name }) => name), GRADE_LINE, VETO_LINE, BUREAU_LINE, REST_LINE, '项目', ''];
  for (const { name, text, at } of lines)
    if (text !== '' && !known.includes(name) && !/^[※注]/u.test(name))
      defect(reading, at, 'sheet-unreadable', {
        column: sheet.name,
        found: name,
        accepted: HEAD_LINES.map(line => line.name).join('、'),
      });
  append(reading.problems, linesTwice(lines));
  const said = HEAD_LINES.flatMap(head => {
    const [line] = called(head.name, lines);
    return line === undefined ? [] : [nested(head.key, saidBy(reading, head, line))];
  });
  const isSaid = (key: string): boolean => rest?.entries.some(entry => entry.key === key) ?? false;
  const grades = isSaid('grades') ? undefined : gradesOf(lines);
  const vetoes = isSaid('vetoes') ? undefined : vetoesOf(reading, lines);
  const kind = map(start, { kind: words('scorecard', start) });
  const whole = said.reduce<SourceNode>(merged, kind);
  return merged(whole, map(start, { grades, vetoes, bureaus: bureausOf(lines) })) as MapNode;
};
