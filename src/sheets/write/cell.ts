import { xmlText } from '../xml.ts';
import type { Look } from './look.ts';
import type { LookNumbers } from './styles.ts';

/** A live formula with what it gives. */
export interface Formula {
  readonly formula: string;
  readonly result: string | number;
}

/** A string is text whatever it begins with; only a `Formula` is one. */
export type CellValue = string | number | Formula | undefined;

export type Cell = readonly [value: CellValue, look: Look] | undefined;

const LIKE_FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** Whether editing the cell would make a formula of its text. */
const isLikeFormula = (text: string): boolean => LIKE_FORMULA.test(text);

const LONGEST = 32_000;

/** Text as far as a cell holds it. */
export const cellText = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export const cellXml = (place: string, value: CellValue, look: Look, styles: LookNumbers): string => {
  const open = `<c r="${place}" s="${styles.of(look)}"`;
  if (value === undefined || value === '') return `${open}/>`;
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
  if (typeof value === 'string') {
    const style = isLikeFormula(value) ? styles.textOf(look) : styles.of(look);
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(value))}</t></is></c>`;
  }
  const { formula, result } = value;
  const isText = typeof result === 'string';
  return `${open}${isText ? ' t="str"' : ''}><f>${xmlText(formula)}</f><v>${isText ? xmlText(result) : result}</v></c>`;
};
