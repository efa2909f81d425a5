import { type Random, randomFrom } from '../../bench/random.ts';
import { STEERING } from '../../support/steering.ts';

/** A whole number from 0 up to a limit, the same for the same seed. */
export type Draw = Random['below'];

export const drawFrom = (seed: number): Draw => randomFrom(seed).below;

export const one = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** What stands where something else was meant. */
export const ODD: readonly unknown[] = [
  ...[null, '', ' ', 0, -0, -1, 1e21, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER + 2, 0.1 + 0.2],
  ...['NaN', 'Infinity', '-Infinity', '1e400', '-1e-400', '0x1f', '0o17', '1_000', '1,2,3', '９９', '壹佰', '½', '-0'],
  ...['99999999999999999999999999999.999999999999', '1/0', '0/0 ㎡', '200 ㎡ ㎡', '-5 cm', '50 × × 70 cm', '1e9999 m'],
  ...['0000-00-00', '2024-02-30', '9999-12-31', '1900-02-29', '2024-13', '-000001-01-01', '24:61', '275760-09-14'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then', 'undefined', 'null', 'true', '~'],
  ...['<<', '*a', '&a', '!!js/function x', '%', '=1+1', '@', '$&', '$`', '\\', '\ud800', '\udc00x', STEERING],
  ...['../../x', '/etc/passwd', 'C:\\x', 'con', 'a'.repeat(70_000), '字'.repeat(20_000), '\u0301'.repeat(3_000)],
  ...['(a+)+$', '[', '(?<', '{{', '$', '%s%n', '#', '#'.repeat(50), '某县便民服务中心', '不适用', '不详', '未发生'],
  ...[true, false, [], {}, [[]], [{}], [null], { '': '' }, { a: { b: { c: [] } } }, deep(30), deep(400)],
  ...[[1, 'x', null, {}], Object.fromEntries([['__proto__', 1]]), Array.from({ length: 3_000 }, (_, index) => index)],
];

interface Spot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

const spotsIn = (value: unknown, spots: Spot[] = []): readonly Spot[] => {
  if (Array.isArray(value))
    for (const [key, member] of value.entries()) {
      spots.push({ holder: value, key });
      spotsIn(member, spots);
    }
  else if (value !== null && typeof value === 'object')
    for (const [key, member] of Object.entries(value)) {
      spots.push({ holder: value as Record<string, unknown>, key });
      spotsIn(member, spots);
    }
  return spots;
};

/** Puts something odd in the place of a member, an odd member beside it, or takes it away. */
const upset = ({ holder, key }: Spot, draw: Draw): void => {
  const odd = structuredClone(one(draw, ODD));
  if (Array.isArray(holder)) {
    if (draw(4) === 0) holder.splice(Number(key), 1);
    else if (draw(3) === 0) holder.push(holder[Number(key)]);
    else holder[Number(key)] = odd;
    return;
  }
  const way = draw(8);
  if (way === 0) delete holder[key];
  else if (way === 1) {
    Object.defineProperty(holder, String(one(draw, ODD)).slice(0, 600), { value: holder[key], enumerable: true });
    delete holder[key];
  } else holder[key] = odd;
};

/** A value with a few of its members upset. */
export const upsetIn = (value: unknown, draw: Draw): unknown => {
  const copy = structuredClone(value);
  const spots = spotsIn(copy);
  if (spots.length === 0) return one(draw, ODD);
  for (let times = 1 + draw(3); times > 0; times--) upset(one(draw, spots), draw);
  return copy;
};

const TOKENS = [
  '{',
  '}',
  '[',
  '['.repeat(12_000),
  '{a: '.repeat(6_000),
  '- '.repeat(8_000),
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '#',
]
  .concat([
    '\n',
    '\r',
    '\t',
    '\0',
    '\ufeff',
    '---\n',
    '...\n',
    '&a ',
    '*a',
    '!!set ',
    '? ',
    '|2\n',
    '>-\n',
    '%YAML 1.3\n',
  ])
  .concat([',', '""', '="', '<', '<!DOCTYPE a>', '&#0;', '\u2028', '\ud7ff', '1e999', '0x', '-.inf', '~', '<<: ']);

/** Bytes with a few of them changed, put in twice, taken away or broken into. */
export const damaged = (bytes: Uint8Array, draw: Draw): Uint8Array => {
  let copy = Buffer.from(bytes);
  for (let times = 1 + draw(4); times > 0; times--) {
    const at = draw(copy.length + 1);
    const span = 1 + draw(1 + draw(60));
    const cases = [
      () => Buffer.concat([copy.subarray(0, at), Buffer.from(one(draw, TOKENS)), copy.subarray(at)]),
      () => Buffer.concat([copy.subarray(0, at), copy.subarray(at + span)]),
      () => Buffer.concat([copy.subarray(0, at), copy.subarray(Math.max(0, at - span), at), copy.subarray(at)]),
      () => Buffer.concat([copy.subarray(0, at), Buffer.from([draw(256)]), copy.subarray(at + 1)]),
      () => copy.subarray(0, draw(20) === 0 ? at : copy.length),
    ];
    copy = Buffer.from(one(draw, cases)());
  }
  return copy;
};
