import type { Location } from '../../model/base/location.ts';
import type { MapEntry, ScalarNode } from '../../model/base/source.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import { withBoxes } from '../profile/answers.ts';
import { plain } from '../profile/seen.ts';
import { withoutNumbering } from '../profile/term-list.ts';
import { isBare } from '../profile/values.ts';

const TICKED = '☑☒√✓✔■●▣◼⬛◉⦿';
const UNTICKED = '□☐○◯◻⬜×✗✘';
const SIGNS = `${TICKED}${UNTICKED}`;
const BOX = /[☑☒√✓✔■●▣◼⬛◉⦿□☐○◯◻⬜]/u;
const BEFORE = new RegExp(`([${SIGNS}])\\s*([^${SIGNS}]+)`, 'gu');
const AFTER = new RegExp(`([^${SIGNS}]+?)\\s*([${SIGNS}])`, 'gu');
const SIGN = new RegExp(`[${SIGNS}]`, 'u');
const BETWEEN = new RegExp(`(\\s*)[${SIGNS}](\\s*)`, 'gu');

const label = (text: string): string => text.replace(/^[\s、，,;；/／|.．]+|[\s、，,;；/／|:：]+$/gu, '');

const words = (name: string): readonly string[] => label(name).split(/(?<=\p{Script=Han})\s+|[/／|]+/u);

interface Option {
  readonly mark: string;
  readonly name: string;
}

/** Signs before their words: ☑是 □否. Undefined where a sign has several words behind it, of which one may be a remark, or none. */
const namedBehind = (text: string): readonly Option[] | undefined => {
  const options = [...text.matchAll(BEFORE)].map(([, mark = '', name = '']) => ({ mark, name: label(name) }));
  return SIGN.test(text.at(-1) ?? '') || options.some(({ name }) => words(name).length > 1) ? undefined : options;
};

/** Signs behind their words: 是√ 否. The last of several before a tick is the one that is ticked: 是 否√. */
const namedBefore = (text: string): readonly Option[] =>
  [...text.matchAll(AFTER)].map(([, name = '', mark = '']) => ({ mark, name: words(name).at(-1) ?? '' }));

/** Signs between words go with those that they touch: 是 √否. Undefined where they touch both, or neither, or a remark follows. */
const namedBetween = (text: string): readonly Option[] | undefined => {
  const around = [...text.matchAll(BETWEEN)];
  if (around.length === 1 && around.every(([, before, behind]) => before === '' && behind !== ''))
    return namedBefore(text);
  if (!around.every(([, before, behind]) => before !== '' && behind === '')) return undefined;
  return namedBehind(text.slice(text.search(SIGN)));
};

const optionsIn = (text: string): readonly Option[] | undefined => {
  if (SIGN.test(text[0] ?? '')) return namedBehind(text);
  return SIGN.test(text.at(-1) ?? '') ? namedBefore(text) : namedBetween(text);
};

/** A letter alone, as a font of signs shows a tick (R, P, þ): read in another font, nobody knows whether one was meant. */
const LETTER = /(?<!\p{Script=Latin})\p{Script=Latin}(?!\p{Script=Latin})|[¨§°]/u;

/** What follows 是 or 否 and is no part of it: ☑是 □否，计划明年启用. */
const REMARK = /[，。；,;：:（(]/u;

/** `☑是 □否` → `是`; `是（√） 否（ ）` → `是`; nothing ticked → ''. Undefined for a text without boxes and labels. */
const tickedLabels = (text: string, { type }: FactDefinition): string | undefined => {
  const boxed = withBoxes(text.trim()).replaceAll(/[\ufe0e\ufe0f]/gu, '');
  if (!BOX.test(boxed) || [...boxed].length < 2) return undefined;
  const named = (optionsIn(boxed) ?? []).filter(({ name }) => name !== '');
  const isTicked = named.some(({ mark }) => TICKED.includes(mark));
  if (type === 'yes_no' && named.some(({ name }) => REMARK.test(name))) return undefined;
  if (named.length === 0 || (!isTicked && LETTER.test(boxed))) return undefined;
  return named
    .filter(({ mark }) => TICKED.includes(mark))
    .map(({ name }) => name)
    .join('、');
};

/** Serial numbers of 1955 to 2064; no other bare number is taken for a date. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 60_000];

/** Facts that a box left empty says nothing of; in a number or a day a circle is a figure (二○二一年). */
const CHOICES: ReadonlySet<string> = new Set(['yes_no', 'term', 'terms', 'records']);

const isList = ({ type }: FactDefinition): boolean => type === 'terms' || type === 'records';

/** The day that a bare number stands for where a day is asked. */
const serialDate = ({ value, text, date1904 }: Cell): string | undefined =>
  typeof value === 'number' &&
  text === String(value) &&
  Number.isInteger(value) &&
  value >= FIRST_SERIAL &&
  value < LAST_SERIAL
    ? new Date(date1904 ? Date.UTC(1904, 0, 1 + value) : Date.UTC(1899, 11, 30 + value)).toISOString().slice(0, 10)
    : undefined;

/** What a cell says of a fact, where that is not just its text. */
const convert = ({ text }: Cell, definition: FactDefinition, unit: string | undefined): string => {
  const ticked = definition.type === 'text' ? undefined : tickedLabels(text, definition);
  const isSaid = ticked !== undefined && (ticked !== '' || CHOICES.has(definition.type));
  const said = isSaid ? ticked : isList(definition) ? withoutNumbering(text) : text;
  return unit !== undefined && isBare(said) ? said.trim().replace(/[。;；]$/u, '') + unit : said;
};

/** 0.985 under a heading that says % may be a share of one hundred, or of one. */
const isShare = (text: string): boolean => /^(?:0?\.\d+|1(?:\.0*)?)$/u.test(plain(text));

const accepts = (unit: string, { type }: FactDefinition, text: string): boolean =>
  unit === '%' ? type === 'percent' && !isShare(text) : type === 'quantity' || type === 'size';

/** Marks that any conversion would look for: boxes, numbered items. */
const MARKED = /[-☐-☒√✓✔✅❌❎■●▣◼⬛□○◯◻⬜①-⑳.．、)）\]】•◆▪]/u;

/** Most cells say what they mean. */
const isPlain = (cell: Cell, { type }: FactDefinition, unit: string | undefined): boolean =>
  unit === undefined && (typeof cell.value !== 'number' || type !== 'date') && !MARKED.test(cell.text);

/** A cell as the value of a fact. */
export const scalarOf = (
  cell: Cell | undefined,
  location: Location,
  definition: FactDefinition,
  unit?: string,
): ScalarNode => {
  if (cell === undefined) return { kind: 'scalar', text: '', value: null, location };
  if (cell.fault !== undefined)
    return { kind: 'scalar', text: cell.text, value: cell.value, location, fault: cell.fault };
  const day = definition.type === 'date' ? serialDate(cell) : undefined;
  if (day !== undefined) return { kind: 'scalar', text: day, value: cell.value, location, fromNumber: true };
  const own = unit !== undefined && accepts(unit, definition, cell.text) ? unit : undefined;
  const text = isPlain(cell, definition, own) ? cell.text : convert(cell, definition, own);
  return { kind: 'scalar', text, value: cell.value, location };
};

/** Whether a key is given without a value. */
export const isBlank = ({ value }: MapEntry): boolean =>
  value.kind === 'scalar' && value.text.trim() === '' && value.fault === undefined;
