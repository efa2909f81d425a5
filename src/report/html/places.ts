import { formatLocation, isCell, type Location, placeInFile } from '../../model/base/location.ts';
import { pick } from '../../words/reader.ts';
import type { Leaf } from './leaf.ts';
import { type Content, html, joined } from './markup.ts';

/** So many places are named, then how many there are. */
const MOST = 8;

const inFile = (location: Location, leaf: Leaf): string =>
  isCell(location)
    ? placeInFile(location)
    : pick(leaf, `第 ${location.line} 行第 ${location.column} 列`, `line ${location.line}, column ${location.column}`);

const placeOf = (location: Location, leaf: Leaf): string =>
  location.file === leaf.audit.profile.path
    ? inFile(location, leaf)
    : pick(leaf, `${location.file} ${inFile(location, leaf)}`, `${location.file}, ${inFile(location, leaf)}`);

/** Places, each once; the file is named only where it is not the profile. */
export const placesMarkup = (locations: readonly Location[], leaf: Leaf): Content => {
  const distinct = [...new Map(locations.map(location => [formatLocation(location), location])).values()];
  const shown = distinct.slice(0, MOST).map(location => html`<span class="spot">${placeOf(location, leaf)}</span>`);
  const all = distinct.length > MOST && pick(leaf, `……（共 ${distinct.length} 处）`, ` … (${distinct.length} in all)`);
  return distinct.length === 0 ? undefined : [joined(shown, pick(leaf, '；', '; ')), all];
};
