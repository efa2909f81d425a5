import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { openWhole, type WholeFile, writeWhole } from '../../batch/files/whole.ts';

type Remark = (mark: string) => string;

const comment: Remark = mark => `<!-- ${mark} -->\n`;
const line: Remark = mark => `${mark}\n`;
const note: Remark = mark => `# ${mark}\n`;

/** Formats of text that have room for a remark; data and packages say whose they are by themselves. */
const REMARKS: Readonly<Record<string, Remark>> = {
  html: comment,
  markdown: comment,
  junit: comment,
  tap: note,
  yaml: note,
  terminal: line,
  github: line,
};

const MARK = /(?:<!-- |# )?duibiao:([0-9a-f]{16})(?: -->)?\n$/u;

const digestOf = (hash: ReturnType<typeof createHash>): string => hash.digest('hex').slice(0, 16);

const isDevice = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === false;

/** Formats in which a remark is seen: on standard output they have none. */
const SEEN: ReadonlySet<string> = new Set(['terminal', 'github']);

/** A report that ends with a digest of what stands before, by which it is known for one that nobody has changed. */
const remarked = (whole: WholeFile, format: string): WholeFile => {
  const remark = REMARKS[format];
  if (remark === undefined) return whole;
  const hash = createHash('sha256');
  let isBlank = true;
  return {
    ...whole,
    write: content => {
      hash.update(content);
      isBlank &&= content.length === 0;
      whole.write(content);
    },
    keep: () => {
      if (!isBlank) whole.write(remark(`duibiao:${digestOf(hash)}`));
      whole.keep();
    },
  };
};

export const openReport = (file: string, format: string): WholeFile =>
  isDevice(file) ? openWhole(file) : remarked(openWhole(file), format);

/** The same on standard output, so that what is led into a file from there is known too. */
export const openOutput = (write: WholeFile['write'], format: string): WholeFile => {
  const whole = { write, keep: () => undefined, discard: () => undefined };
  return SEEN.has(format) ? whole : remarked(whole, format);
};

/** The same of a report that is held whole. */
export const withDigest = (content: Uint8Array, format: string): Uint8Array => {
  const parts: Uint8Array[] = [];
  const write = (part: string | Uint8Array): void =>
    void parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  const whole = remarked({ write, keep: () => undefined, discard: () => undefined }, format);
  whole.write(content);
  whole.keep();
  return Buffer.concat(parts);
};

export const writeReportFile = (file: string, format: string, content: string | Uint8Array): void =>
  writeWhole(file, isDevice(file) ? content : withDigest(Buffer.from(content), format));

/** Whether a text ends with the digest of all that stands before it. */
export const isUnchangedReport = (bytes: Buffer): boolean => {
  const [remark, digest] = MARK.exec(bytes.toString('latin1', Math.max(0, bytes.length - 60))) ?? [];
  if (remark === undefined) return false;
  return digestOf(createHash('sha256').update(bytes.subarray(0, bytes.length - remark.length))) === digest;
};
