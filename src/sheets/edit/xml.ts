import { SaxesParser } from 'saxes';
import { refuse } from '../read/refusal.ts';
import { splitName } from '../xml.ts';

/** A tag as it stands in the text of a part: from `start` up to `end`. */
export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

export interface Visitor {
  readonly open?: (tag: Tag) => void;
  /** `start` is where the closing tag begins; for a tag that closes itself, where that tag does. */
  readonly close?: (name: string, start: number, end: number) => void;
}

/** Walks over a part and tells where each tag stands, so that it can be edited in place. Throws a `Refusal` of what is no XML. */
export const walk = (text: string, visitor: Visitor): void => {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => refuse('damaged'));
  parser.on('opentag', tag => {
    const [prefix, name] = splitName(tag.name);
    const end = parser.position;
    const start = text.lastIndexOf('<', end - 1);
    visitor.open?.({ name, prefix, attributes: tag.attributes, start, end, selfClosing: tag.isSelfClosing });
  });
  parser.on('closetag', tag => {
    const end = parser.position;
    visitor.close?.(splitName(tag.name)[1], text.lastIndexOf('<', end - 1), end);
  });
  parser.write(text).close();
};

/** Replaces what stands between `start` and `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is inserted at a place comes before what is replaced there. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  const pieces: string[] = [];
  let at = 0;
  for (const { edit } of sorted) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join('') + text.slice(at);
};

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const decode = (bytes: Uint8Array | undefined): string => (bytes === undefined ? '' : decoder.decode(bytes));

export const encode = (text: string): Uint8Array => encoder.encode(text);
