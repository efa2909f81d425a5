import { folded } from '../base/fold.ts';
import type { Center } from './profile.ts';

/** What an identity is made of, in one spelling each; empty where nothing is said. */
export type IdentityParts = Readonly<Record<'county' | 'township' | 'level' | 'name', string>>;

/** What makes a centre one and the same, however it is written: county, township, level and name, else its file. */
export const identityOf = ({ center, path }: { readonly center: Center; readonly path: string }): string => {
  const { county = '', township = '', level = '', name } = center;
  return JSON.stringify([county, township, level, name ?? (township === '' ? path : '')].map(folded));
};

export const identityParts = (identity: string): IdentityParts => {
  const [county, township, level, name] = JSON.parse(identity) as [string, string, string, string];
  return { county, township, level, name };
};
