import { folded } from '../base/fold.ts';
import type { Center } from './profile.ts';

/** What makes a centre one and the same, however it is written: county, township, level and name, else its file. */
export const identityOf = ({ center, path }: { readonly center: Center; readonly path: string }): string => {
  const { county = '', township = '', level = '', name } = center;
  return JSON.stringify([county, township, level, name ?? (township === '' ? path : '')].map(folded));
};
