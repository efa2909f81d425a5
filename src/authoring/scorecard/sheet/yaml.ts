import { isList, isMap, type Plain } from './plain.ts';

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
