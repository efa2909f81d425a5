import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import { cellName } from '../../sheets/address.ts';
import { openWorkbook, type Sheet } from '../../sheets/read/open.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import type { DocumentReader } from '../files/documents.ts';
import type { Dictionary } from '../profile/names.ts';
import type { MapNode, SourceNode } from '../source.ts';
import { readCenters } from './centers.ts';
import type { GridSheet, PassedOver } from './grid.ts';
import { headingsOf } from './headings.ts';

/** The centres of a file, one after another. `problems` is complete when the last has come. */
export interface CenterStream {
  readonly centers: AsyncIterable<MapNode>;
  readonly problems: readonly Problem[];
}

const toGrid = (file: string, { name, hidden, merges, rows, beside }: Sheet): GridSheet => ({
  name,
  hidden,
  merges,
  rows,
  beside,
  locate: (row, column) => ({ file, sheet: name, cell: cellName(row, column) }),
});

/** The sheets of a workbook as they stand. Throws a `Refusal` of one that cannot be read. */
export const gridsOf = (file: string, bytes: Uint8Array): readonly GridSheet[] =>
  openWorkbook(bytes).sheets.map(sheet => toGrid(file, sheet));

const refused = (file: string, error: unknown): Problem => {
  if (error instanceof Refusal)
    return problem('workbook-refused', { file, line: 1, column: 1 }, { reason: error.reason });
  throw error;
};

async function* guarded(file: string, centers: AsyncIterable<MapNode>, problems: Problem[]): AsyncGenerator<MapNode> {
  try {
    yield* centers;
  } catch (error) {
    problems.push(refused(file, error));
  }
}

/** Reads the centres of a workbook without holding them. */
export const streamWorkbook = (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
  passed: PassedOver[] = [],
): CenterStream => {
  const problems: Problem[] = [];
  async function* centers(): AsyncGenerator<MapNode> {
    const workbook = openWorkbook(bytes);
    const start = { file, line: 1, column: 1 };
    if (workbook.macros) problems.push(problem('workbook-extras', start, { extras: 'macros' }));
    if (workbook.externalLinks) problems.push(problem('workbook-extras', start, { extras: 'external-links' }));
    const sheets = workbook.sheets.map(sheet => toGrid(file, sheet));
    yield* readCenters({ dictionary, headings: headingsOf(dictionary), problems, passed }, sheets);
  }
  return { centers: guarded(file, centers(), problems), problems };
};

const MAX_CENTERS = 5_000;

/** All centres of a stream at once. */
export const collect = async (
  file: string,
  { centers, problems }: CenterStream,
): Promise<Loaded<readonly SourceNode[]>> => {
  const nodes: SourceNode[] = [];
  for await (const node of centers) {
    if (nodes.length >= MAX_CENTERS)
      return loaded([problem('workbook-refused', node.location, { reason: 'too-many-cells' })], () => []);
    nodes.push(node);
  }
  const nothing = nodes.length === 0 && !problems.some(found => found.severity === 'error');
  const start = { file, line: 1, column: 1 };
  return loaded(nothing ? [...problems, problem('nothing-declared', start, {})] : problems, () => nodes);
};

export const readXlsx: DocumentReader = (file, bytes, dictionary, passed) =>
  collect(file, streamWorkbook(file, bytes, dictionary, passed));
