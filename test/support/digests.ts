import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';

const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A digest of an output by its name, of each part of it where it has some. */
export const digests = (name: string, bytes: Uint8Array): readonly string[] =>
  isZip(bytes)
    ? Object.entries(unzipSync(bytes, { filter: ({ name: part }) => !part.endsWith('/') })).map(
        ([part, content]) => `${digestOf(content)}  ${name}/${part}`,
      )
    : [`${digestOf(bytes)}  ${name}`];
