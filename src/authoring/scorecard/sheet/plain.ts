import { unitOf } from '../../../read/profile/values.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: Plain;
}

export const isMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);

export const textIn = (value: Plain | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

const isBilingual = (value: Plain): value is PlainMap =>
  isMap(value) && Object.keys(value).sort().join(' ') === 'en zh';

/** Every text that a card has in both languages, by the Chinese one; the first translation holds. */
export const translationsIn = (value: Plain, found = new Map<string, string>()): ReadonlyMap<string, string> => {
  if (isBilingual(value)) {
    const [zh, en] = [textIn(value.zh), textIn(value.en)];
    if (!found.has(zh)) found.set(zh, en);
  } else if (isList(value)) for (const item of value) translationsIn(item, found);
  else if (isMap(value)) for (const item of Object.values(value)) translationsIn(item, found);
  return found;
};

/** A list or a mapping with something else in the place of each of its members. */
export const eachIn = (value: Plain, turned: (member: Plain) => Plain): Plain => {
  if (isList(value)) return value.map(turned);
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, turned(item)])) : value;
};

/** The same with the Chinese text alone where its translation is known. */
export const inChinese = (value: Plain, known: ReadonlyMap<string, string>): Plain =>
  isBilingual(value) && known.get(textIn(value.zh)) === value.en
    ? textIn(value.zh)
    : eachIn(value, member => inChinese(member, known));

const FIGURE = /^(-?\d+(?:\.\d+)?)\s*(\S.*)$/u;

/** A value such that two that mean the same are the same: facts by their id, figures with the code of their unit. */
const canonical = (value: Plain, idOf: (name: string) => string | undefined): Plain => {
  if (isList(value)) return value.map(item => canonical(item, idOf));
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, item]) => [idOf(key) ?? key, canonical(item, idOf)] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  const text = textIn(value);
  const [, digits, suffix = ''] = FIGURE.exec(text) ?? [];
  const unit = digits === undefined ? undefined : unitOf(suffix);
  if (unit !== undefined) return `${digits} ${unit}`;
  if (text === 'true' || text === 'false') return text === 'true' ? 'yes' : 'no';
  return idOf(text) ?? text;
};

const isSame = (a: Plain, b: Plain, idOf: (name: string) => string | undefined): boolean =>
  JSON.stringify(canonical(a, idOf)) === JSON.stringify(canonical(b, idOf));

/** What of a mapping is not said by another: with it merged in, the other says the same. */
export const beyond = (whole: PlainMap, said: PlainMap, idOf: (name: string) => string | undefined): PlainMap => {
  const entries = Object.entries(whole).flatMap(([key, value]): readonly (readonly [string, Plain])[] => {
    const own = said[key];
    if (own !== undefined && isSame(own, value, idOf)) return [];
    return isMap(value) && isMap(own) && Object.keys(own).every(one => one in value)
      ? [[key, beyond(value, own, idOf)]]
      : [[key, value]];
  });
  return Object.fromEntries(entries);
};

const PLAIN = /^[\p{L}_“”（《][\p{L}\p{N}_.（）、，。；·“”《》=/%㎡²×～—-]*$/u;
const MEANS_ELSE = /^(?:true|false|null|yes|no|on|off|y|n|~)$/iu;

const scalar = (value: Plain): string => {
  if (typeof value !== 'string') return String(value);
  return (PLAIN.test(value) && !MEANS_ELSE.test(value)) || value === 'yes' || value === 'no'
    ? value
    : JSON.stringify(value);
};

/** Data as YAML on one line. */
export const flowOf = (value: Plain): string => {
  if (isList(value)) return `[${value.map(flowOf).join(', ')}]`;
  if (!isMap(value)) return scalar(value);
  const members = Object.entries(value).map(([key, item]) => `${scalar(key)}: ${flowOf(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};

const WIDTH = 110;

/** Below this key every member has lines of its own, however short it is. */
const OPEN = new Set(['sections', 'items', 'rows', 'english', 'facts', 'grades', 'vetoes']);

const lines = (value: Plain, indent: string, isOpen: boolean): readonly string[] => {
  const inner = `${indent}  `;
  const member = (head: string, item: Plain, key = ''): readonly string[] => {
    const text = flowOf(item);
    const isShort = text.length + indent.length + head.length <= WIDTH && !OPEN.has(key);
    if (isShort || typeof item !== 'object' || item === null) return [`${indent}${head} ${text}`];
    return [`${indent}${head}`, ...lines(item, inner, OPEN.has(key))];
  };
  if (isList(value))
    return value.flatMap(item => {
      const text = flowOf(item);
      if (!isMap(item) || (text.length + indent.length <= WIDTH && !isOpen)) return member('-', item);
      const [first = '', ...more] = lines(item, inner, false);
      return [`${indent}- ${first.trimStart()}`, ...more];
    });
  if (!isMap(value)) return [`${indent}${scalar(value)}`];
  return Object.entries(value).flatMap(([key, item]) => member(`${scalar(key)}:`, item, key));
};

/** Data as YAML that a person reads: short things on a line, long ones over several. */
export const yamlOf = (value: Plain): string => `${lines(value, '', true).join('\n')}\n`;
