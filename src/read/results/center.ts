import { fold } from '../profile/names.ts';
import type { KeptEntry } from './file.ts';

/** Of centres that a name may mean: those it is the whole name of, else the one that it is a part of the name of. */
export type Picked =
  | { readonly kind: 'found'; readonly isMeant: (entry: KeptEntry) => boolean }
  | { readonly kind: 'several'; readonly names: readonly string[] };

const MOST_NAMES = 5;

export const pickCenter = (entries: readonly KeptEntry[], center: string): Picked => {
  const isWhole = ({ names = [] }: KeptEntry): boolean => names.some(name => fold(name) === fold(center));
  if (entries.some(isWhole)) return { kind: 'found', isMeant: isWhole };
  const names = new Map(entries.map(({ key, names: [name = ''] = [] }) => [key, name]));
  return names.size > 1
    ? { kind: 'several', names: [...names.values()].slice(0, MOST_NAMES) }
    : { kind: 'found', isMeant: () => true };
};
