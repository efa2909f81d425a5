import { posix } from 'node:path';
import type { Range } from '../address.ts';
import { attributeIn } from '../xml.ts';
import { type Beside, commentsIn, isBox, NOTHING_BESIDE, textsIn } from './beside.ts';
import type { CellContext } from './cell.ts';
import { refuse, unlessRefused } from './refusal.ts';
import { type Row, readMerges, readRows } from './sheet.ts';
import { NO_STRINGS, readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readXml } from './xml.ts';
import { type Budget, inflate, newBudget, openZip, type Zip, type ZipEntry } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The name of its part in the package. */
  readonly part: string;
  readonly merges: () => Promise<readonly Range[]>;
  readonly rows: () => AsyncIterable<readonly Row[]>;
  /** What the sheet shows that no cell holds; nothing where that part cannot be read. */
  readonly beside: () => Beside;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly macros: boolean;
  readonly externalLinks: boolean;
  /** By its own properties, as far as it has them: what it is, and which program wrote it last. */
  readonly subject?: string | undefined;
  readonly application?: string | undefined;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

const MAX_SMALL_PART = 8_000_000;
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** Whether the bytes can be a workbook at all. */
const checkKind = (bytes: Uint8Array): void => {
  if (startsWith(bytes, [0x50, 0x4b])) return;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, CONTAINER))
    refuse(buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format');
  refuse(/^(?:\ufeff|\s)*</u.test(buffer.subarray(0, 200).toString('utf8')) ? 'web-page' : 'not-workbook');
};

/** The relations of a part, by id, with targets as names in the package. */
const readRelations = (zip: Zip, part: string, budget: Budget): ReadonlyMap<string, Relation> => {
  const relations = new Map<string, Relation>();
  const folder = posix.dirname(part);
  const entry = zip.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`).toLowerCase());
  if (entry === undefined) return relations;
  readXml(inflate(entry, budget, MAX_SMALL_PART), {
    open: (name, attributes) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map(key => attributeIn(attributes, key));
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      if (attributeIn(attributes, 'TargetMode') === 'External') return;
      const path = target.replaceAll('\\', '/');
      relations.set(id, {
        type: posix.basename(type),
        target: posix.join('/', path.startsWith('/') ? '' : folder, path).slice(1),
      });
    },
  });
  return relations;
};

const ofType = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find(relation => relation.type === type)?.target;

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

const readWorkbookPart = (bytes: Uint8Array): { sheets: readonly SheetEntry[]; date1904: boolean } => {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributeIn(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attributeIn(attributes, 'state') ?? 'visible';
      const relation = attributeIn(attributes, 'id') ?? '';
      sheets.push({ name: attributeIn(attributes, 'name') ?? '', hidden: state !== 'visible', relation });
    },
  });
  return { sheets, date1904 };
};

const partOf = (zip: Zip, name: string | undefined): ZipEntry | undefined =>
  name === undefined ? undefined : zip.get(name.toLowerCase());

const readBeside = (zip: Zip, part: string, budget: Budget): Beside => {
  const related = [...readRelations(zip, part, budget).values()];
  const read = <T>(type: string, make: (bytes: Uint8Array) => T): readonly T[] =>
    related
      .filter(relation => relation.type === type)
      .flatMap(({ target }) => partOf(zip, target) ?? [])
      .map(entry => make(inflate(entry, budget, MAX_SMALL_PART)));
  const threaded = read('threadedComment', commentsIn).flat();
  return {
    comments: threaded.length > 0 ? threaded : read('comments', commentsIn).flat(),
    texts: read('drawing', textsIn).flat(),
    boxes: read('ctrlProp', isBox).filter(Boolean).length,
  };
};

const besideOf = (zip: Zip, part: string, budget: Budget): Beside =>
  unlessRefused(() => readBeside(zip, part, budget), NOTHING_BESIDE);

/** What a part with properties of a file says under a name. */
export const propertyIn = (part: Uint8Array | undefined, name: string): string | undefined =>
  part && new RegExp(`<(?:\\w+:)?${name}>([^<]*)<`, 'u').exec(Buffer.from(part).toString('utf8'))?.[1];

/** Properties say nothing where their part cannot be read. */
const propertyOf = (entry: ZipEntry | undefined, name: string, budget: Budget): string | undefined =>
  unlessRefused(() => propertyIn(entry && inflate(entry, budget, MAX_SMALL_PART), name), undefined);

/** Opens a workbook that nobody vouches for. Only the parts that are needed are unpacked, each within bounds. */
export const openWorkbook = (bytes: Uint8Array): Workbook => {
  checkKind(bytes);
  const zip = openZip(bytes);
  const budget = newBudget();
  const rootRelations = readRelations(zip, '', budget);
  const workbookPart = ofType(rootRelations, 'officeDocument') ?? 'xl/workbook.xml';
  const workbook = partOf(zip, workbookPart);
  if (workbook === undefined || !workbookPart.endsWith('.xml') || zip.has('word/document.xml'))
    return refuse('not-workbook');
  const { sheets, date1904 } = readWorkbookPart(inflate(workbook, budget, MAX_SMALL_PART));
  const relations = readRelations(zip, workbookPart, budget);
  const [strings, styles] = ['sharedStrings', 'styles'].map(type => partOf(zip, ofType(relations, type)));
  const context: CellContext = {
    strings: strings === undefined ? NO_STRINGS : readSharedStrings(inflate(strings, budget)),
    styles: styles === undefined ? [] : readStyles(inflate(styles, budget, 4 * MAX_SMALL_PART)),
    date1904,
  };
  const readable = sheets.flatMap(({ name, hidden, relation }): readonly Sheet[] => {
    const found = relations.get(relation);
    if (found?.type !== 'worksheet') return [];
    const entry = partOf(zip, found.target) ?? refuse('damaged');
    const rows = (): AsyncIterable<readonly Row[]> => readRows(entry, context, budget);
    const beside = (): Beside => besideOf(zip, entry.name, budget);
    return [{ name, hidden, part: entry.name, merges: () => readMerges(entry), rows, beside }];
  });
  // No program writes one part as two sheets; of a small file it makes one without end.
  if (new Set(readable.map(({ part }) => part)).size < readable.length) refuse('damaged');
  if (!readable.some(sheet => !sheet.hidden)) refuse('no-sheets');
  const property = (type: string, name: string): string | undefined =>
    propertyOf(partOf(zip, ofType(rootRelations, type)), name, budget);
  const names = [...zip.keys()];
  return {
    sheets: readable,
    macros: names.some(name => name.endsWith('vbaproject.bin')),
    externalLinks: names.some(name => name.includes('externallinks/')),
    subject: property('core-properties', 'subject'),
    application: property('extended-properties', 'Application'),
  };
};
