import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { writable } from '../xml.ts';

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

/** The first day that the format knows. */
const mtime = new Date(1980, 0, 1);

/** For XML, which packs well however little it is tried; the table of what was seen, made anew for each entry, is short. */
const PACKED = { level: 4, mem: 4 } as const;

/** Characters that are packed at a time. */
const PIECE = 262_144;

const NOTHING = new Uint8Array();

const writeEntry = (packed: ZipDeflate): EntryWriter => {
  let held: string[] = [];
  let length = 0;
  const pack = (): void => {
    packed.push(Buffer.from(held.join(''), 'utf8'));
    held = [];
    length = 0;
  };
  return {
    write: text => {
      held.push(text);
      length += text.length;
      if (length >= PIECE) pack();
    },
    end: () => {
      pack();
      packed.push(NOTHING, true);
    },
  };
};

export const zipWriter = (write: Write): ZipWriter => {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  return {
    entry: name => {
      const packed = new ZipDeflate(name, PACKED);
      packed.mtime = mtime;
      zip.add(packed);
      return writeEntry(packed);
    },
    end: () => zip.end(),
  };
};

/** Parts as a zip file, in their order. */
export const packZip = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(parts), { mtime });

/** A file that a library wrote, packed anew: it says nothing of when, and holds no character that steers who opens it. */
export const packAnew = (
  bytes: Uint8Array,
  edit: (name: string, text: string) => string = (_, text) => text,
): Uint8Array =>
  packZip(
    new Map(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        /\.(?:xml|rels)$/u.test(name) ? strToU8(edit(name, writable(strFromU8(part)))) : part,
      ]),
    ),
  );
