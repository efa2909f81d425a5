import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { splitName } from '../xml.ts';
import { type Attributes, type Beyond, plainReader, type XmlHandlers } from './plain-xml.ts';
import { Refusal, refuse } from './refusal.ts';

export type { Attributes, XmlHandlers } from './plain-xml.ts';

export interface XmlReader {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

const MAX_DEPTH = 64;
const SLICE = 1 << 16;
/** No honest tag or cell text is longer, so nothing may keep the parser waiting for more. */
const MAX_SILENCE = 4_000_000;

/** Whether a property that is on by being there is: `<strike/>`, but not `<strike val="0"/>`. */
export const isOn = ({ val }: Attributes): boolean => val !== '0' && val !== 'false';

const local = (name: string): string => splitName(name)[1];

/** What is heard of a part, whoever parses it: within bounds, and by names without the prefix of its elements. */
const bounded = ({ open, close, text }: XmlHandlers): Required<XmlHandlers> & { readonly hears: boolean } => {
  let depth = 0;
  let prefixed = false;
  return {
    open: (name, attributes) => {
      if (++depth > MAX_DEPTH) refuse('damaged');
      if (depth === 1) prefixed = name.includes(':');
      open(prefixed ? local(name) : name, attributes);
    },
    close: name => {
      depth--;
      close?.(prefixed ? local(name) : name);
    },
    text: said => text?.(said),
    hears: text !== undefined,
  };
};

/** A parser of all that XML may be, from a place within these open tags on. */
const wholeReader = (
  handlers: Required<XmlHandlers> & { readonly hears: boolean },
  tags: readonly string[],
): XmlReader => {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let silence = 0;
  parser.on('error', () => refuse('damaged'));
  parser.on('doctype', () => refuse('damaged'));
  for (const tag of tags) parser.write(tag);
  parser.on('opentag', tag => {
    silence = 0;
    handlers.open(tag.name, tag.attributes);
  });
  parser.on('closetag', tag => {
    silence = 0;
    handlers.close(tag.name);
  });
  if (handlers.hears) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  const write = (piece: string): void => {
    for (let at = 0; at < piece.length; at += SLICE) {
      silence += SLICE;
      if (silence > MAX_SILENCE) refuse('too-large');
      parser.write(piece.length <= SLICE ? piece : piece.slice(at, at + SLICE));
    }
  };
  return { write, end: () => void parser.close() };
};

/** A parser that gives up on what no spreadsheet program writes: a document type, deep nesting, endless tokens. */
export const xmlReader = (handlers: XmlHandlers): XmlReader => {
  const heard = bounded(handlers);
  const plain = plainReader(heard);
  let whole: XmlReader | undefined;
  const goOn = (beyond: Beyond | undefined): XmlReader | undefined => {
    if (beyond === undefined) return undefined;
    const reader = wholeReader(heard, beyond.open);
    reader.write(beyond.rest);
    return reader;
  };
  return {
    write: piece => {
      if (whole !== undefined) return whole.write(piece);
      whole = goOn(plain.write(piece));
      if (plain.held() > MAX_SILENCE) refuse('too-large');
    },
    end: () => {
      whole ??= goOn(plain.end());
      whole?.end();
    },
  };
};

/** UTF-8 or UTF-16, as the first bytes say. */
export const xmlDecoder = (first: Uint8Array): TextDecoder => {
  const utf16 = (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0x3c && first[1] === 0);
  const big = (first[0] === 0xfe && first[1] === 0xff) || (first[0] === 0 && first[1] === 0x3c);
  return new TextDecoder(utf16 ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', { fatal: true });
};

export const decodePiece = (decoder: TextDecoder, piece: Uint8Array, stream: boolean): string => {
  try {
    return decoder.decode(piece, { stream });
  } catch {
    throw new Refusal('damaged');
  }
};

/** Reads a part that is held whole. */
export const readXml = (bytes: Uint8Array, handlers: XmlHandlers): void => {
  const reader = xmlReader(handlers);
  reader.write(decodePiece(xmlDecoder(bytes), bytes, false));
  reader.end();
};
