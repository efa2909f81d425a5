import { closeSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import type { KeptRejection } from '../../model/result/kept.ts';
import { AFTER_HEAD } from '../../model/result/values.ts';
import { MAX_BYTES, openRegular } from '../files/files.ts';
import { NEWLINE, readPieces } from '../files/lines.ts';
import { decodeText } from '../files/text.ts';
import { gatherEntries, type KeptEntry, type KeptFile, type KeptOptions, type Span } from './file.ts';
import { parseJson } from './json.ts';
import { type KeptHead, readHead, readRejection, readResult, textsIn } from './read.ts';
import { gatherStandards } from './standards.ts';

/** The places of the lines of a file, found without holding any of them. */
function* lineSpans(file: number): Generator<Span> {
  let [number, start, at] = [0, 0, 0];
  for (const piece of readPieces(file)) {
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, end + 1)) {
      yield { number: ++number, offset: start, length: at + end - start };
      start = at + end + 1;
    }
    at += piece.length;
  }
  if (at > start) yield { number: number + 1, offset: start, length: at - start };
}

const readSpan = (file: number, { offset, length }: Span, most: number = length): Buffer => {
  const bytes = Buffer.allocUnsafe(Math.min(length, most));
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(file, bytes, done, bytes.length - done, offset + done);
    if (read === 0) return bytes.subarray(0, done);
    done += read;
  }
  return bytes;
};

const HEAD_BYTES = 16_384;

/** The head of a line without the rest of it, where the line is as it is written. */
const quickHead = (file: number, span: Span, at: Location): KeptHead | undefined => {
  const bytes = readSpan(file, span, HEAD_BYTES);
  const end = bytes.indexOf(AFTER_HEAD);
  const json = end < 0 ? undefined : parseJson(`${bytes.toString('utf8', 0, end)}}`, at);
  const head = json?.ok ? readHead(json.value, at) : undefined;
  return head?.ok ? head.value : undefined;
};

const readJson = (file: number, span: Span, at: Location): Loaded<unknown> => {
  if (span.length > MAX_BYTES) return refused([problem('too-large', at, { limit: `${MAX_BYTES / 1_000_000} MB` })]);
  const text = decodeText(at.file, readSpan(file, span), span.number);
  return text.ok ? parseJson(text.value, at) : text;
};

const SHORT = 80;

const isBlank = (file: number, span: Span): boolean =>
  span.length < SHORT && readSpan(file, span).toString('latin1').trim() === '';

interface Found {
  readonly rejections: KeptRejection[];
  readonly problems: Problem[];
}

const slowHead = (file: number, span: Span, at: Location, found: Found): KeptHead | undefined => {
  const json = readJson(file, span, at);
  const rejection = json.ok ? readRejection(json.value) : undefined;
  if (rejection !== undefined) return void found.rejections.push(rejection);
  const head = json.ok ? readHead(json.value, at) : json;
  return head.ok ? head.value : void append(found.problems, head.problems);
};

/** A result a line: where each stands is held, and none of them. */
export const openLines = async (path: string, options: KeptOptions): Promise<Loaded<KeptFile>> => {
  const file = openRegular(path);
  if (!file.ok) return file;
  const opened = file.value.file;
  const at = ({ number }: Pick<KeptEntry, 'number'>): Location => ({ file: path, line: number, column: 1 });
  const found: Found = { rejections: [], problems: [] };
  const { library, standards = gatherStandards() } = options;
  const { entries, first, made, add } = gatherEntries(options);
  for (const span of lineSpans(opened)) {
    if (isBlank(opened, span)) continue;
    const head = quickHead(opened, span, at(span)) ?? slowHead(opened, span, at(span), found);
    const json = head !== undefined && add(head, span) ? readJson(opened, span, at(span)) : undefined;
    const texts = json?.ok ? textsIn(json.value) : undefined;
    if (texts !== undefined) append(found.problems, standards.add(texts, at(span)));
  }
  append(found.problems, await standards.complete(made.values(), { folder: dirname(path), library }));
  const jsonOf: KeptFile['json'] = entry => readJson(opened, entry, at(entry));
  const read: KeptFile['read'] = entry => {
    const json = jsonOf(entry);
    return json.ok ? readResult(json.value, at(entry), standards.find, options.asItIs) : json;
  };
  return {
    ok: true,
    value: {
      ...{ ...found, entries, first, at, read, json: jsonOf },
      vocabularies: standards.vocabularies,
      close: () => closeSync(opened),
    },
    warnings: [],
  };
};
