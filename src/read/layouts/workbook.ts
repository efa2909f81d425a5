import { markedBook, type OwnBook } from '../../model/base/own-book.ts';
import { type Loaded, loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import type { MapEntry, MapNode, SourceNode } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import { cellName } from '../../sheets/address.ts';
import { openWorkbook, type Workbook } from '../../sheets/read/open.ts';
import type { DocumentReader } from '../files/open.ts';
import type { Dictionary } from '../profile/names.ts';
import { guarded } from '../refused-file.ts';
import { readCenters } from './centers.ts';
import type { CenterStream, GridReading, GridSheet, PassedOver } from './grid.ts';
import { headingsOf } from './headings.ts';
import { isBlank } from './value.ts';

const toGrids = (file: string, { sheets }: Workbook): readonly GridSheet[] =>
  sheets.map(sheet => ({
    ...sheet,
    locate: (row, column) => ({ file, sheet: sheet.name, cell: cellName(row, column) }),
  }));

/** The sheets of a workbook as they stand. Throws a `Refusal` of one that cannot be read. */
export const gridsOf = (file: string, bytes: Uint8Array): readonly GridSheet[] => toGrids(file, openWorkbook(bytes));

/** Who a centre is and where: what a report says already on the sheet that asks for the rest. */
const isAnswer = (entry: MapEntry): boolean => !entry.key.startsWith('center.') && !isBlank(entry);

const nameIn = (centers: readonly MapNode[]): string => {
  const name = centers[0]?.entries.find(({ key }) => key === 'center.name')?.value;
  return name?.kind === 'scalar' ? name.text : '';
};

/** What was filled in on a report: the sheet that asks for the rest. Any other workbook of the tool's own declares nothing. */
async function* answered(
  book: { readonly kind: OwnBook; readonly workbook: Workbook; readonly file: string },
  reading: GridReading,
): AsyncGenerator<MapNode> {
  const { kind, workbook, file } = book;
  const problems: Problem[] = [];
  const centers: MapNode[] = [];
  if (kind === 'report')
    for await (const center of readCenters({ ...reading, problems }, toGrids(file, workbook))) centers.push(center);
  const isFilled = workbook.application !== 'duibiao' && centers.some(({ entries }) => entries.some(isAnswer));
  if (isFilled) {
    append(reading.problems, problems);
    yield* centers;
  } else reading.problems.push(problem('own-book', file, { kind, center: nameIn(centers) }));
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
    const kind = markedBook(workbook.subject ?? '');
    if (workbook.macros) problems.push(problem('workbook-extras', file, { extras: 'macros' }));
    if (workbook.externalLinks) problems.push(problem('workbook-extras', file, { extras: 'external-links' }));
    const reading = { dictionary, headings: headingsOf(dictionary), problems, passed };
    if (kind === undefined) yield* readCenters(reading, toGrids(file, workbook));
    else yield* answered({ kind, workbook, file }, reading);
  }
  return { centers: guarded(file, centers(), problems), problems };
};

const MAX_CENTERS = 5_000;

export const collect = async (
  file: string,
  { centers, problems }: CenterStream,
): Promise<Loaded<readonly SourceNode[]>> => {
  const nodes: SourceNode[] = [];
  for await (const node of centers) {
    if (nodes.length >= MAX_CENTERS)
      return refused([problem('workbook-refused', node.location, { reason: 'too-many-cells' })]);
    nodes.push(node);
  }
  const nothing = nodes.length === 0 && !problems.some(found => found.severity === 'error');
  return loaded(nothing ? [...problems, problem('nothing-declared', file, {})] : problems, () => nodes);
};

export const readXlsx: DocumentReader = (file, bytes, dictionary, passed) =>
  collect(file, streamWorkbook(file, bytes, dictionary, passed));
