export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one kind of part wants to hear of. Names come without the prefix of the part's own elements. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads XML as spreadsheet programs write it, in a small part of the language; what lies beyond is for a whole parser. */
export interface PlainReader {
  /** Takes text as far as it is plain; answers with the rest where it is not, and is not asked again. */
  readonly write: (text: string) => Beyond | undefined;
  /** Answers with what is left where a document does not end there. */
  readonly end: () => Beyond | undefined;
  /** How much is held for want of the tag that ends it. */
  readonly held: () => number;
}

/** Where plain XML ends: the tags that are open there, as they stood, and the text from there on. */
export interface Beyond {
  readonly open: readonly string[];
  readonly rest: string;
}

const NAME = String.raw`[A-Za-z][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const DECLARATION =
  /^(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")? ?\?>[ \r\n]*)?(?=<[A-Za-z])/;
const TAG = new RegExp(`</(${NAME})>|<(${NAME})((?: ${NAME}="[^"<]*")*) ?(/?)>`, 'y');
/** What a text may not hold: signs that XML forbids, halves of pairs, and the end of what is no CDATA. */
const UNPLAIN = /[^\r\n\t\x20-\ud7ff\ue000-\ufffd]|]]>/;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,5})|#x([\dA-Fa-f]{1,4}));|&/g;
const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** In an attribute, these are spaces. */
const BREAKS = /\r\n|[\r\n\t]/g;
const BREAK = /[\r\n\t]/;
const NOTHING: Attributes = {};

/** The sign that a reference stands for; undefined where it is none that XML has. */
const referred = (name?: string, decimal?: string, hex?: string): string | undefined => {
  if (name !== undefined) return REFERENCES[name];
  const number = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
  const sign = String.fromCodePoint(number);
  return UNPLAIN.test(sign) ? undefined : sign;
};

/** What no text means but itself. */
const LITERAL = /^[\n\t\x20-%'-=?-\ud7ff\ue000-\ufffd]*$/;

/** What a text says; undefined where it is not plain. */
const textIn = (text: string): string | undefined => {
  if (LITERAL.test(text)) return text;
  if (UNPLAIN.test(text)) return undefined;
  const said = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!said.includes('&')) return said;
  let isPlain = true;
  const resolved = said.replaceAll(REFERENCE, (_, name?: string, decimal?: string, hex?: string) => {
    const sign = referred(name, decimal, hex);
    isPlain &&= sign !== undefined;
    return sign ?? '';
  });
  return isPlain ? resolved : undefined;
};

/** The attributes of a tag, as `TAG` found them; undefined where they are not plain, or one is told twice. */
const attributesIn = (text: string): Attributes | undefined => {
  if (text === '') return NOTHING;
  const attributes: Record<string, string> = {};
  const hasBreaks = text.search(BREAK) >= 0;
  for (let at = 1; at < text.length; ) {
    const equals = text.indexOf('=', at);
    const end = text.indexOf('"', equals + 2);
    const name = text.slice(at, equals);
    const value = text.slice(equals + 2, end);
    const said = textIn(hasBreaks ? value.replaceAll(BREAKS, ' ') : value);
    if (said === undefined || Object.hasOwn(attributes, name)) return undefined;
    attributes[name] = said;
    at = end + 2;
  }
  return attributes;
};

export const plainReader = ({ open, close, text }: Required<XmlHandlers>): PlainReader => {
  const tags: { readonly name: string; readonly tag: string }[] = [];
  let [held, begun, ended] = ['', false, false];
  const beyond = (rest: string): Beyond => ({ open: ended ? ['<ended/>'] : tags.map(({ tag }) => tag), rest });

  /** A tag as it stands; whether it is plain. */
  const take = (found: RegExpExecArray): boolean => {
    const closing = found[1];
    if (closing !== undefined) {
      if (tags.at(-1)?.name !== closing) return false;
      tags.pop();
      ended = tags.length === 0;
      close(closing);
      return true;
    }
    const name = found[2] ?? '';
    const attributes = ended ? undefined : attributesIn(found[3] ?? '');
    if (attributes === undefined) return false;
    open(name, attributes);
    if (found[4] === '') tags.push({ name, tag: found[0] });
    else {
      ended = tags.length === 0;
      close(name);
    }
    return true;
  };

  const write = (piece: string): Beyond | undefined => {
    held += piece;
    let at = 0;
    if (!begun) {
      const [declaration] = DECLARATION.exec(held) ?? [];
      if (declaration === undefined) return beyond(held);
      at = declaration.length;
      begun = true;
    }
    for (let next = held.indexOf('<', at); next >= 0; next = held.indexOf('<', at)) {
      TAG.lastIndex = next;
      const tag = TAG.exec(held);
      if (tag === null) {
        if (held.indexOf('>', next) >= 0) return beyond(held.slice(at));
        break;
      }
      if (next > at) {
        const said = tags.length === 0 ? undefined : textIn(held.slice(at, next));
        if (said === undefined) return beyond(held.slice(at));
        text(said);
      }
      if (!take(tag)) return beyond(held.slice(next));
      at = TAG.lastIndex;
    }
    held = held.slice(at);
    return undefined;
  };
  return { write, end: () => (ended && /^[ \n\r\t]*$/.test(held) ? undefined : beyond(held)), held: () => held.length };
};
