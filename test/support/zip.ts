import { crc32, deflateRawSync } from 'node:zlib';

/** Version 2.0, names in UTF-8, deflated, of the first day that the format knows; then what differs from part to part. */
const fields = (name: Buffer, part: Uint8Array, packed: Uint8Array): Buffer => {
  const header = Buffer.alloc(26);
  for (const [at, number] of [20, 0x0800, 8, 0, 0x21].entries()) header.writeUInt16LE(number, at * 2);
  for (const [at, number] of [crc32(part), packed.length, part.length].entries())
    header.writeUInt32LE(number, 10 + at * 4);
  header.writeUInt16LE(name.length, 22);
  return header;
};

const marked = (...bytes: readonly number[]): Buffer => Buffer.from([0x50, 0x4b, ...bytes]);

/** Parts as a zip file, packed by the system's own library: hundreds of megabytes of spaces take it a moment. */
export const zipOf = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const [files, directory]: readonly [Uint8Array[], Uint8Array[]] = [[], []];
  let offset = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(part);
    const header = fields(name, part, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const file = Buffer.concat([marked(3, 4), header, name, packed]);
    directory.push(marked(1, 2, 20, 0), header, rest, name);
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  for (const at of [4, 6]) end.writeUInt16LE(parts.size, at);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listed, marked(5, 6), end]);
};
