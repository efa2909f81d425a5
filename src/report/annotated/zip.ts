import { crc32, deflateRawSync } from 'node:zlib';

export type Parts = ReadonlyMap<string, Uint8Array>;

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day that the format knows: the same input gives the same bytes. */
const DAY = 0x21;
const UTF8_NAMES = 0x0800;

const numbers = (...fields: readonly (readonly [value: number, size: 2 | 4])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields)
    at = size === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at);
  return buffer;
};

/** Parts as a zip file, in their order. */
export const packZip = (parts: Parts): Uint8Array => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content);
    const common = numbers(
      [20, 2],
      [UTF8_NAMES, 2],
      [8, 2],
      [0, 2],
      [DAY, 2],
      [crc32(content), 4],
      [packed.length, 4],
      [content.length, 4],
      [bytes.length, 2],
      [0, 2],
    );
    const local = Buffer.concat([numbers([LOCAL, 4]), common, bytes]);
    files.push(local, packed);
    directory.push(
      numbers([DIRECTORY, 4], [20, 2]),
      common,
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      bytes,
    );
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([END, 4], [0, 2], [0, 2], [parts.size, 2], [parts.size, 2], [size, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...files, ...directory, end]);
};
