import { formatLocation, type Location, placeInFile } from '../../model/base/location.ts';
import { pick } from '../../words/reader.ts';
import type { Page } from './page.ts';

/** So many places are named, then how many there are. */
const PLACES = 6;

/** Places, each once; the file is named where it changes. */
export const placesOf = (locations: readonly Location[], page: Page): readonly string[] => {
  const distinct = [...new Map(locations.map(location => [formatLocation(location), location])).values()];
  const shown = distinct.slice(0, PLACES).map((location, index) => {
    const before = distinct[index - 1];
    return before?.file === location.file ? placeInFile(location) : formatLocation(location);
  });
  return distinct.length === shown.length
    ? shown
    : [...shown, pick(page, `……（共 ${distinct.length} 处）`, `… (${distinct.length} in all)`)];
};
