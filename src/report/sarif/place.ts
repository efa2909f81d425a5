import type * as sarif from 'sarif';
import { isCell, type Location, placeInFile } from '../../model/base/location.ts';

const DRIVE = /^[A-Za-z]:\//u;

/** A path as a URI: relative ones stay relative, so that a viewer finds them in its copy of the repository. */
export const uriOf = (file: string): string => {
  const path = file.replaceAll('\\', '/');
  const uri = encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F');
  if (path.startsWith('/')) return `file://${uri}`;
  return DRIVE.test(path) ? `file:///${uri}` : uri;
};

/** A text has lines; a cell is a logical place, for a workbook has none. `fact` is what stands, or should stand, there. */
export const locationOf = (location: Location, fact?: string): sarif.Location => {
  const cell = isCell(location)
    ? [{ name: location.cell, fullyQualifiedName: placeInFile(location), kind: 'cell' }]
    : [];
  const logical = [...cell, ...(fact === undefined ? [] : [{ fullyQualifiedName: fact, kind: 'property' }])];
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(location.file) },
      ...(!isCell(location) && { region: { startLine: location.line, startColumn: location.column } }),
    },
    ...(logical.length > 0 && { logicalLocations: logical }),
  };
};
