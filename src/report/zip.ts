import { constants, crc32, deflateRawSync } from 'node:zlib';

export type Write = (bytes: Uint8Array) => void;

/** A zip file that is written piece by piece and says nothing of when: the same content gives the same bytes. */
export interface ZipWriter {
  /** Begins the next entry; the one before has ended. */
  readonly entry: (name: string) => EntryWriter;
  readonly end: () => void;
}

export interface EntryWriter {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day that the format knows. */
const DAY = 0x21;
const UTF8_NAMES = 0x0800;
/** Sizes follow the content. */
const STREAMED = 0x0008;
const DEFLATED = 8;

/** Characters that are packed at a time. */
const PIECE = 262_144;

const numbers = (...fields: readonly (readonly [value: number, size: 2 | 4])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields)
    at = size === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at);
  return buffer;
};

const method = numbers([20, 2], [UTF8_NAMES | STREAMED, 2], [DEFLATED, 2], [0, 2], [DAY, 2]);

interface Sums {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const sumsOf = ({ crc, packed, size }: Sums): Buffer => numbers([crc, 4], [packed, 4], [size, 4]);

const NOTHING: Sums = { crc: 0, packed: 0, size: 0 };

/** Packs text in pieces that need nothing of one another, so that each can be written at once. */
const packer = (write: Write) => {
  let held: string[] = [];
  let length = 0;
  let sums = NOTHING;
  const pack = (finishFlush: number): void => {
    const bytes = Buffer.from(held.join(''), 'utf8');
    const packed = deflateRawSync(bytes, { level: 4, finishFlush });
    write(packed);
    sums = { crc: crc32(bytes, sums.crc), packed: sums.packed + packed.length, size: sums.size + bytes.length };
    held = [];
    length = 0;
  };
  return {
    add: (text: string): void => {
      held.push(text);
      length += text.length;
      if (length >= PIECE) pack(constants.Z_SYNC_FLUSH);
    },
    end: (): Sums => {
      pack(constants.Z_FINISH);
      return sums;
    },
  };
};

export const openZip = (write: Write): ZipWriter => {
  const directory: Buffer[] = [];
  let offset = 0;
  const put: Write = bytes => {
    write(bytes);
    offset += bytes.length;
  };
  return {
    entry: name => {
      const bytes = Buffer.from(name, 'utf8');
      const start = offset;
      const names = numbers([bytes.length, 2], [0, 2]);
      put(Buffer.concat([numbers([LOCAL, 4]), method, sumsOf(NOTHING), names, bytes]));
      const { add, end } = packer(put);
      return {
        write: add,
        end: () => {
          const sums = sumsOf(end());
          put(Buffer.concat([numbers([DESCRIPTOR, 4]), sums]));
          const place = numbers([0, 2], [0, 2], [0, 2], [0, 4], [start, 4]);
          directory.push(Buffer.concat([numbers([DIRECTORY, 4], [20, 2]), method, sums, names, place, bytes]));
        },
      };
    },
    end: () => {
      const entries = Buffer.concat(directory);
      const count = directory.length;
      const start = offset;
      put(entries);
      put(numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [entries.length, 4], [start, 4], [0, 2]));
    },
  };
};
