import type { SourceNode } from '../../../model/base/source.ts';
import type { CardCell } from './grid.ts';
import { list, map, scalar } from './nodes.ts';

/** One tier of a cell as it is written: `120以上6`, `80至119：4`, `不满40 0`, `其余0`. */
export interface Tier {
  readonly edges: Readonly<Partial<Record<'at_least' | 'more_than' | 'at_most' | 'less_than', string>>>;
  readonly between?: readonly [string, string];
  readonly rest: boolean;
  readonly points: string;
}

/** A figure with the words behind it: whether they fit is seen where the measure is known. */
const FIGURE = '(-?\\d+(?:\\.\\d+)?\\s*[^\\d\\s:：以至到～~—－-]{0,4}?)';
const POINTS = '[\\s:：=得扣为]*(\\d+(?:\\.\\d+)?|全部)\\s*分?$';

const FORMS: readonly (readonly [RegExp, (a: string, b: string) => Pick<Tier, 'edges' | 'between'>])[] = [
  [
    new RegExp(`^${FIGURE}\\s*(?:至|到|～|~|—|－|-)\\s*${FIGURE}${POINTS}`, 'u'),
    (a, b) => ({ edges: {}, between: [/\d$/u.test(a) ? `${a}${b.replace(/^-?[\d.]+/u, '')}` : a, b] }),
  ],
  [new RegExp(`^${FIGURE}\\s*(?:及以上|以上|及其以上)${POINTS}`, 'u'), a => ({ edges: { at_least: a } })],
  [new RegExp(`^(?:不低于|不少于|≥)\\s*${FIGURE}${POINTS}`, 'u'), a => ({ edges: { at_least: a } })],
  [new RegExp(`^${FIGURE}\\s*(?:及以下|以下|以内|及其以下)${POINTS}`, 'u'), a => ({ edges: { at_most: a } })],
  [new RegExp(`^(?:不超过|不高于|不多于|≤)\\s*${FIGURE}${POINTS}`, 'u'), a => ({ edges: { at_most: a } })],
  [new RegExp(`^(?:超过|多于|高于|大于|>)\\s*${FIGURE}${POINTS}`, 'u'), a => ({ edges: { more_than: a } })],
  [new RegExp(`^(?:不满|不足|少于|低于|小于|<)\\s*${FIGURE}${POINTS}`, 'u'), a => ({ edges: { less_than: a } })],
];

const REST = new RegExp(`^其余${POINTS}`, 'u');

const tierOf = (text: string): Tier | undefined => {
  const rest = REST.exec(text);
  if (rest !== null) return { edges: {}, rest: true, points: rest[1] ?? '' };
  for (const [form, read] of FORMS) {
    const found = form.exec(text);
    if (found === null) continue;
    const [, a = '', b = ''] = found.map(part => part.trim());
    return { ...read(a, b), rest: false, points: found.at(-1) ?? '' };
  }
  return undefined;
};

/** Tiers as a cell names them; undefined where it names none, null where one of them cannot be read. */
export const tiersIn = (text: string): readonly Tier[] | null | undefined => {
  const parts = text
    .normalize('NFKC')
    .split(/[;；\n]/u)
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length < 2 && !/以上|以下|以内|超过|不满|其余|至|～/u.test(text)) return undefined;
  const tiers = parts.map(tierOf);
  return tiers.every(tier => tier !== undefined) ? tiers : null;
};

const OPPOSITE = { at_least: 'less_than', more_than: 'at_most', at_most: 'more_than', less_than: 'at_least' } as const;

/** A tier ends where the one before it begins; what is left over is beyond all of them. */
export const bandsOf = (tiers: readonly Tier[], unit: string, { location }: CardCell): SourceNode => {
  const figure = (at: string): SourceNode => scalar(/\d$/u.test(at) ? `${at}${unit}` : at, location);
  const bands = tiers.map((tier, index) => {
    const above = tiers[index - 1];
    const [side, at] = (Object.entries(above?.edges ?? {})[0] ?? []) as [keyof typeof OPPOSITE | undefined, string];
    const isOpen = tier.between === undefined && (tier.rest || Object.keys(tier.edges).length === 1);
    const own = Object.entries(tier.edges) as readonly (readonly [keyof typeof OPPOSITE, string])[];
    const sameSide = own.every(([key]) => side !== undefined && isLow(key) === isLow(side));
    const implied = isOpen && side !== undefined && (tier.rest || sameSide) ? { [OPPOSITE[side]]: figure(at) } : {};
    const last = tier.rest && above?.between !== undefined ? { less_than: figure(above.between[0]) } : {};
    return map(location, {
      ...Object.fromEntries(own.map(([key, edge]) => [key, figure(edge)])),
      ...(tier.between && { between: list(tier.between.map(figure), location) }),
      ...implied,
      ...last,
      points: scalar(tier.points === '全部' ? 'all' : tier.points, location),
    });
  });
  return list(bands, location);
};

const isLow = (key: string): boolean => key === 'at_least' || key === 'more_than';
