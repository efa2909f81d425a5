import { isCell, type Location, placeInFile } from '../model/base/location.ts';
import { both, type Lang } from '../model/base/text.ts';

const inFile = (location: Location, lang: Lang): string =>
  isCell(location)
    ? placeInFile(location)
    : both(`第 ${location.line} 行第 ${location.column} 列`, `line ${location.line}, column ${location.column}`)[lang];

/** A place as people say it; the file is named only where it is not `file`. */
export const placeText = (location: Location, file: string | undefined, lang: Lang): string => {
  const place = inFile(location, lang);
  return location.file === file ? place : both(`${location.file} ${place}`, `${location.file}, ${place}`)[lang];
};
