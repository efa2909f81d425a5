import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { formatLocation } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import type { Fact } from '../../src/model/base/value.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import type { DocumentReader } from '../../src/read/files/open.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { type Dictionary, namesOf } from '../../src/read/profile/names.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import { zipOf } from './zip.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

const library = shippedLibrary();

export const packNamed = async (id: string): Promise<Pack> => {
  const pack = await library.pack(id);
  if (!pack.ok) throw new Error(`pack ${id} cannot be read`);
  return pack.value;
};

export const commonDictionary = async (): Promise<Dictionary> => {
  const vocabulary = await library.vocabulary();
  if (!vocabulary.ok) throw new Error('the vocabulary cannot be read');
  return { vocabulary: vocabulary.value, names: namesOf(vocabulary.value) };
};

export const dictionaryOf = ({ vocabulary }: Pack): Dictionary => ({ vocabulary, names: namesOf(vocabulary) });

/** What a fact says, in one line and without its place: `230 m²`, `是`, `甲、乙`. */
const said = (fact: Fact): string => {
  if (fact.state !== 'declared')
    return fact.state === 'not-applicable' ? `${fact.state} ${fact.reason ?? ''}` : fact.state;
  const { value } = fact;
  switch (value.type) {
    case 'quantity':
      return `${value.amount} ${value.unit}`;
    case 'size':
      return `${value.sides.join('×')} ${value.unit}`;
    case 'count':
    case 'percent':
      return value.type === 'percent' ? `${value.amount}%` : value.amount;
    case 'term':
      return value.code;
    case 'terms':
      return (
        value.terms
          .map(({ code }) => code)
          .sort()
          .join(' ') || '(none)'
      );
    case 'records':
      return String(value.items.length);
    default:
      return String(value.value);
  }
};

/** Facts by path, those that are declared, in one flat table that two readings can be compared by. */
export const flat = (facts: ReadonlyMap<string, Fact>, prefix = ''): Record<string, string> => {
  const table: Record<string, string> = {};
  for (const [id, fact] of facts) {
    if (fact.state === 'undeclared') continue;
    table[prefix + id] = said(fact);
    if (fact.state === 'declared' && fact.value.type === 'records')
      for (const [index, item] of fact.value.items.entries())
        Object.assign(table, flat(item.facts, `${prefix}${id}[${index + 1}] ${item.key} `));
  }
  return table;
};

export interface Reading {
  readonly centers: readonly Record<string, string>[];
  /** Where each fact of the first centre stands. */
  readonly places: Readonly<Record<string, string>>;
  /** `code place`, of the file and of its profiles. */
  readonly problems: readonly string[];
}

const shortly = ({ code, location }: Problem): string => `${code} ${formatLocation(location).replace(/^[^:]*:/u, '')}`;

/** Reads a file through one reader, down to facts. */
export const readWith = async (reader: DocumentReader, bytes: Uint8Array, dictionary: Dictionary): Promise<Reading> => {
  const read = await reader('file', bytes, dictionary);
  if (!read.ok) return { centers: [], places: {}, problems: read.problems.map(shortly) };
  const profiles = read.value.map(root => readDeclarations({ path: 'file', sha256: '' }, root, dictionary.vocabulary));
  const [first] = profiles;
  return {
    centers: profiles.map(({ profile }) => flat(profile.facts)),
    places: Object.fromEntries(
      [...(first?.profile.facts ?? [])].map(([id, { location }]) => [
        id,
        formatLocation(location).replace(/^[^:]*:/u, ''),
      ]),
    ),
    problems: [...read.warnings, ...profiles.flatMap(({ problems }) => problems)].map(shortly),
  };
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The parts of a least workbook around the XML of its sheets; `more` adds parts or replaces them. */
export const rawParts = (
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Map<string, Uint8Array> => {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, index) => `<Relationship Id="s${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="st" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheets[name] ?? ''])),
    ...more,
  };
  return new Map(Object.entries(parts).map(([name, text]) => [name, encode(text)]));
};

export const sheetXml = (rows: string, tail = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${tail}</worksheet>`;

/** A workbook from the XML of its sheets. */
export const rawWorkbook = (
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Uint8Array => zipOf(rawParts(sheets, more));

/** Rows of texts and numbers as a sheet of inline strings; null leaves a cell out. */
export const plainSheet = (rows: readonly (readonly (string | number | null)[])[], tail = ''): string => {
  const column = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
  const cell = (value: string | number | null, reference: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  };
  const xml = rows.map((row, index) =>
    row.length === 0
      ? ''
      : `<row r="${index + 1}">${row.map((value, at) => cell(value, `${column(at)}${index + 1}`)).join('')}</row>`,
  );
  return sheetXml(xml.join(''), tail);
};

export const plainWorkbook = (
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Uint8Array =>
  rawWorkbook(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, plainSheet(rows)])));

export const deflated = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes);
