import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { refuse } from './refusal.ts';

/** One file of the package, where its packed bytes stand. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly sum: number;
  readonly deflated: boolean;
}

/** Entries by lower-case name; part names do not differ in case. */
export type Zip = ReadonlyMap<string, ZipEntry>;

const MAX_ENTRIES = 2_000;
const MAX_INFLATED = 220_000_000;
const MAX_RATIO = 250;
const RATIO_GRACE = 4_000_000;
const WHOLE = 2_000_000;
const PIECE = 1 << 16;

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const DIRECTORY_SIZE = 46;
const LOCAL_SIZE = 30;
const NEEDS_ZIP64 = 0xffffffff;

const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return refuse('damaged');
};

interface Listed {
  readonly entry: Omit<ZipEntry, 'packed'>;
  readonly offset: number;
  readonly packedSize: number;
}

const readListed = (bytes: Uint8Array, view: DataView, at: number): { listed: Listed; next: number } => {
  if (at + DIRECTORY_SIZE > bytes.length || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) refuse('damaged');
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [sum, packedSize, size] = [
    view.getUint32(at + 16, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
  ];
  const [nameLength, extra, comment] = [28, 30, 32].map(field => view.getUint16(at + field, true));
  const offset = view.getUint32(at + 42, true);
  if ((flags & 1) === 1) refuse('encrypted');
  if (![0, 8].includes(method) || [packedSize, size, offset].includes(NEEDS_ZIP64)) refuse('damaged');
  const nameStart = at + DIRECTORY_SIZE;
  const name = new TextDecoder().decode(bytes.subarray(nameStart, nameStart + (nameLength ?? 0)));
  return {
    listed: { entry: { name: name.replaceAll('\\', '/'), size, sum, deflated: method === 8 }, offset, packedSize },
    next: nameStart + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0),
  };
};

const readDirectory = (bytes: Uint8Array, view: DataView): readonly Listed[] => {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) refuse('too-large');
  const entries: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const { listed, next } = readListed(bytes, view, at);
    entries.push(listed);
    at = next;
  }
  return entries;
};

const dataOf = (bytes: Uint8Array, view: DataView, { offset, packedSize }: Listed): Uint8Array => {
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) refuse('damaged');
  const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) refuse('damaged');
  return bytes.subarray(start, start + packedSize);
};

/** The directory of a zip file. Nothing is unpacked yet; overlapping entries, and two of one name, are refused. */
export const openZip = (bytes: Uint8Array): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_SIZE) refuse('damaged');
  const listed = [...readDirectory(bytes, view)].sort((a, b) => a.offset - b.offset);
  const zip = new Map<string, ZipEntry>();
  let free = 0;
  for (const item of listed) {
    const packed = dataOf(bytes, view, item);
    const start = packed.byteOffset - bytes.byteOffset;
    const key = item.entry.name.toLowerCase();
    if (item.offset < free || zip.has(key)) refuse('damaged');
    free = start + packed.length;
    zip.set(key, { ...item.entry, packed });
  }
  return zip;
};

/** How much one workbook may still unpack to. */
export interface Budget {
  left: number;
}

export const newBudget = (): Budget => ({ left: MAX_INFLATED });

const spend = (budget: Budget, entry: ZipEntry, inflated: number, sofar: number): void => {
  budget.left -= inflated;
  if (budget.left < 0) refuse('too-large');
  if (sofar > RATIO_GRACE && sofar > entry.packed.length * MAX_RATIO) refuse('too-large');
};

/** A part as one piece, at most `limit` bytes. */
export const inflate = (entry: ZipEntry, budget: Budget, limit = MAX_INFLATED): Uint8Array => {
  if (entry.size > limit || entry.packed.length > limit) refuse('too-large');
  let data = entry.packed;
  try {
    if (entry.deflated) data = inflateRawSync(entry.packed, { maxOutputLength: Math.min(limit, budget.left + 1) });
  } catch (error) {
    refuse(error instanceof RangeError ? 'too-large' : 'damaged');
  }
  spend(budget, entry, data.length, data.length);
  if (crc32(data) !== entry.sum) refuse('damaged');
  return data;
};

/** A part piece by piece: small ones at once, large ones without ever holding the whole. */
export async function* inflateInPieces(entry: ZipEntry, budget: Budget): AsyncGenerator<Uint8Array> {
  if (!entry.deflated || entry.size <= WHOLE) {
    yield inflate(entry, budget, Math.max(WHOLE, entry.packed.length));
    return;
  }
  const stream = createInflateRaw({ chunkSize: PIECE });
  stream.end(entry.packed);
  let sofar = 0;
  let sum = 0;
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      sofar += piece.length;
      spend(budget, entry, piece.length, sofar);
      sum = crc32(piece, sum);
      yield piece;
    }
    if (sum !== entry.sum) refuse('damaged');
  } catch (error) {
    if (error instanceof Error && 'code' in error) refuse('damaged');
    throw error;
  }
}
