import { shippedLibrary } from '../../read/pack/library.ts';
import { REPORTS } from '../../report/index.ts';
import { EACH_FORMATS } from '../batch/each.ts';
import type { Offered } from './tree.ts';

/** The shipped standards and scorecards, and the formats of reports. */
export const offeredWords = (): Offered => {
  const library = shippedLibrary();
  const [packs, schemes] = [library.packIds(), library.schemeIds()];
  return {
    options: { 'id|dir': packs, 'id|file': schemes, 'format[=file]': Object.keys(REPORTS), formats: EACH_FORMATS },
    arguments: { id: packs, ids: packs, a: packs, b: packs },
  };
};
