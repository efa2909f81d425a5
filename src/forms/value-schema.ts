import type { FieldDefinition, TermList } from '../model/standard/vocabulary.ts';

export type JsonSchema = { readonly [key: string]: unknown };

export const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

export const listKey = (list: string): string => `list.${list}`;

export const UNSTATED = 'unstated';

const text = (pattern: string): JsonSchema => ({ type: 'string', pattern: `^\\s*${pattern}\\s*$` });

/** A letter in either case, for patterns that have no flags. */
const anyCase = (word: string): string =>
  word.replaceAll(/[a-z]/gu, letter => `[${letter}${letter.toUpperCase()}]`).replaceAll(' ', '\\s*');

const oneOf = (words: readonly string[]): string => `(?:${words.map(anyCase).join('|')})`;

const UNKNOWN = ['不详', '未知', '不清楚', '待核实', '待查', '未填', 'unknown', '[?？]+'];
const NOT_OCCURRED = ['未发生', '没有发生', 'did not occur'];
const NOT_APPLICABLE = ['不适用', '不涉及', 'n/a', 'not applicable'];

/** What may stand in place of a value: nothing at all, not known, did not occur, does not apply. */
export const unstatedSchema: JsonSchema = {
  anyOf: [
    { type: 'null' },
    text(`(?:${oneOf([...UNKNOWN, ...NOT_OCCURRED])}|${oneOf(NOT_APPLICABLE)}(?:[（(:：,，].*)?)?`),
  ],
};

const DIGIT = '[0-9０-９]';

const NUMBER = `[+＋]?${DIGIT}(?:[,，]?${DIGIT})*(?:[.．]${DIGIT}+)?`;

/** A number and what is written behind it, which has no further figure but the 2 of m2. */
const MEASURE = `${NUMBER}\\s*(?:[^0-9０-９]*[2２]?)?`;

const YES = ['有', '对', '已', '[√✓✔☑■]', 'yes', 'y', 'true', '符合', '达到', '具备'];
const NO = ['无', '没有', '未', '[×✗✘☐□]', 'no', 'n', 'x', 'false', '不符合', '未达到', '不具备'];

const wordsFor = (fact: FieldDefinition): readonly JsonSchema[] => {
  switch (fact.type) {
    case 'yes_no':
      return [{ enum: ['是', '否'] }, { type: 'boolean' }, text(oneOf([...YES, ...NO]))];
    case 'count':
      return [{ type: 'integer', minimum: 0 }, text(`${NUMBER}\\s*[^0-9０-９]*`)];
    case 'quantity':
      return [{ type: 'number', minimum: 0 }, text(MEASURE)];
    case 'percent':
      return [text(`${NUMBER}\\s*[%％]`)];
    case 'size':
      return [text(`${MEASURE}\\s*[×✕xXｘ*＊]\\s*${MEASURE}`)];
    case 'date':
      return [text(`${DIGIT}{4}\\s*[-－/／.．年]\\s*${DIGIT}{1,2}\\s*[-－/／.．月]\\s*${DIGIT}{1,2}\\s*日?`)];
    case 'time':
    case 'hours':
      return [{ type: 'string', pattern: '[0-9０-９]|休|closed' }];
    case 'text':
      return [{ type: ['string', 'number', 'boolean'] }];
    case 'term':
      return [ref(listKey(fact.list))];
    case 'terms':
      return [{ type: 'array', items: ref(listKey(fact.list)) }, { type: 'string' }];
  }
};

/** What the value of a fact may be written as; a reader may still refuse what stands there. */
export const valueSchema = (fact: FieldDefinition): JsonSchema => ({ anyOf: [...wordsFor(fact), ref(UNSTATED)] });

export const listSchema = (list: TermList): JsonSchema => {
  const known = { enum: list.terms.flatMap(term => [term.label.zh, term.code, term.label.en, ...term.aliases]) };
  return list.open ? { anyOf: [known, { type: 'string' }] } : known;
};
