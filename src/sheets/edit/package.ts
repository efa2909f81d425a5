import { posix } from 'node:path';
import { APPLICATION, applicationXml } from '../application.ts';
import type { Parts } from '../read/parts.ts';
import { attributeIn, xmlText } from '../xml.ts';
import { applyEdits, decode, encode, type Tag, walk } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** A workbook that is being edited, part by part. */
export interface Package {
  readonly parts: Map<string, Uint8Array>;
  readonly workbook: string;
  readonly sheets: readonly SheetPart[];
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';

const relationsPath = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** The name under which a part is stored; case does not count. */
const stored = ({ parts }: Pick<Package, 'parts'>, path: string): string =>
  parts.has(path) ? path : ([...parts.keys()].find(name => name.toLowerCase() === path.toLowerCase()) ?? path);

export const readPart = (book: Pick<Package, 'parts'>, path: string): string =>
  decode(book.parts.get(stored(book, path)));

export const writePart = (book: Pick<Package, 'parts'>, path: string, text: string): void => {
  book.parts.set(stored(book, path), encode(text));
};

const tagsIn = (text: string, name: string): readonly Tag[] => {
  const tags: Tag[] = [];
  if (text !== '') walk(text, { open: tag => void (tag.name === name && tags.push(tag)) });
  return tags;
};

const relationsOf = (book: Pick<Package, 'parts'>, part: string): readonly Relation[] =>
  tagsIn(readPart(book, relationsPath(part)), 'Relationship').flatMap(tag => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = tag.attributes;
    if (id === undefined || type === undefined || target === undefined || mode === 'External') return [];
    const folder = target.startsWith('/') ? '' : posix.dirname(part);
    return [{ id, type: posix.basename(type), target: posix.join('/', folder, target.replaceAll('\\', '/')).slice(1) }];
  });

/** The part that another refers to, by the last word of the relation's type. */
export const relatedPart = (book: Pick<Package, 'parts'>, part: string, type: string): string | undefined =>
  relationsOf(book, part).find(relation => relation.type === type)?.target;

const insertBeforeEnd = (text: string, root: string, inserted: string): string => {
  const edits = [];
  for (const tag of tagsIn(text, root))
    if (tag.selfClosing)
      edits.push({
        start: tag.start,
        end: tag.end,
        text: `${text.slice(tag.start, tag.end - 2)}>${inserted}</${tag.prefix}${root}>`,
      });
  if (edits.length > 0) return applyEdits(text, edits);
  const close = text.lastIndexOf('</');
  return text.slice(0, close) + inserted + text.slice(close);
};

/** Adds a relation from a part to another and gives its id. */
export const relate = (book: Package, part: string, type: string, target: string): string => {
  const path = relationsPath(part);
  const taken = new Set(tagsIn(readPart(book, path), 'Relationship').map(tag => tag.attributes.Id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const relative = posix.relative(posix.dirname(part), target);
  const relation = `<Relationship Id="rId${number}" Type="${RELATIONS}/${type}" Target="${xmlText(relative)}"/>`;
  const text =
    readPart(book, path) ||
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;
  writePart(book, path, insertBeforeEnd(text, 'Relationships', relation));
  return `rId${number}`;
};

/** Says what kind of content a new part has. */
export const declareType = (book: Package, path: string, type: string): void => {
  const text = readPart(book, CONTENT_TYPES);
  const known = tagsIn(text, 'Override').some(tag => tag.attributes.PartName === `/${path}`);
  if (!known)
    writePart(
      book,
      CONTENT_TYPES,
      insertBeforeEnd(text, 'Types', `<Override PartName="/${xmlText(path)}" ContentType="${type}"/>`),
    );
};

export const declareEnding = (book: Package, ending: string, type: string): void => {
  const text = readPart(book, CONTENT_TYPES);
  const [first] = tagsIn(text, 'Types');
  const known = tagsIn(text, 'Default').some(tag => tag.attributes.Extension?.toLowerCase() === ending);
  if (!known && first !== undefined)
    writePart(
      book,
      CONTENT_TYPES,
      `${text.slice(0, first.end)}<Default Extension="${ending}" ContentType="${type}"/>${text.slice(first.end)}`,
    );
};

const ROOT = '';

const APPLICATION_NAME = /(<(?:\w+:)?Application>)[^<]*(?=<)/u;

/** Says which program writes it now; whatever else is said of it stays. */
export const signPackage = (book: Package, application: string): void => {
  const known = relatedPart(book, ROOT, APPLICATION.relation);
  const text = known === undefined ? '' : readPart(book, known);
  if (known !== undefined && APPLICATION_NAME.test(text)) {
    const renamed = text.replace(APPLICATION_NAME, (_, open) => open + xmlText(application));
    writePart(book, known, renamed);
    return;
  }
  writePart(book, known ?? APPLICATION.path, applicationXml(application));
  if (known !== undefined) return;
  declareType(book, APPLICATION.path, APPLICATION.type);
  relate(book, ROOT, APPLICATION.relation, APPLICATION.path);
};

export const freePath = ({ parts }: Package, make: (number: number) => string): string => {
  const taken = new Set([...parts.keys()].map(name => name.toLowerCase()));
  let number = 1;
  while (taken.has(make(number).toLowerCase())) number++;
  return make(number);
};

export const openPackage = (parts: Parts): Package => {
  const book = { parts: new Map(parts) };
  const workbook = relatedPart(book, '', 'officeDocument') ?? 'xl/workbook.xml';
  const relations = relationsOf(book, workbook);
  const sheets = tagsIn(readPart(book, workbook), 'sheet').flatMap((tag): readonly SheetPart[] => {
    const found = relations.find(({ id }) => id === attributeIn(tag.attributes, 'id'));
    return found?.type === 'worksheet' ? [{ name: tag.attributes.name ?? '', path: found.target }] : [];
  });
  return { ...book, workbook, sheets };
};

/** Adds a sheet behind the others; one of the same name gives way to it. */
export const addSheet = (book: Package, name: string, xml: string): void => {
  const earlier = book.sheets.find(sheet => sheet.name === name);
  if (earlier !== undefined) {
    writePart(book, earlier.path, xml);
    book.parts.delete(stored(book, relationsPath(earlier.path)));
    return;
  }
  const path = freePath(book, number => `xl/worksheets/sheet${number}.xml`);
  writePart(book, path, xml);
  declareType(book, path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml');
  const id = relate(book, book.workbook, 'worksheet', path);
  const text = readPart(book, book.workbook);
  const tags = tagsIn(text, 'sheet');
  const last = tags.at(-1);
  if (last === undefined) return;
  const number = Math.max(0, ...tags.map(tag => Number(tag.attributes.sheetId) || 0)) + 1;
  const added = `<${last.prefix}sheet xmlns:r="${RELATIONS}" name="${xmlText(name)}" sheetId="${number}" r:id="${id}"/>`;
  writePart(book, book.workbook, text.slice(0, last.end) + added + text.slice(last.end));
};
