/** Control characters, halves of pairs and noncharacters, what XML 1.0 cannot hold among them; and all that has no shape. */
const NOT_SHOWN = /\r\n?|(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu;

/** What merely has no shape, as words copied from a page do; the rest steers whoever reads: it turns the text round. */
const SHAPELESS = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/u;

/** Shown in place of a character that no workbook holds or that steers its reader, so that the text is seen to have had one. */
const REPLACEMENT = '\uFFFD';

/** What needs no second look, as most texts do: plain ASCII, Han, and the common signs of both. */
const SAFE =
  /^[ !#-%'-;=?-~\u00a0-\u00ac\u00ae-\u00ff\u2010-\u2027\u2030-\u205e\u2200-\u22ff\u2460-\u24ff\u25a0-\u25ff\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

const shown = (sign: string): string => (sign.startsWith('\r') ? '\n' : SHAPELESS.test(sign) ? '' : REPLACEMENT);

/** Text as a workbook and XML can hold it. */
export const writable = (text: string): string => (SAFE.test(text) ? text : text.replaceAll(NOT_SHOWN, shown));

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

const escaped = (text: string, signs: RegExp): string =>
  SAFE.test(text) ? text : writable(text).replaceAll(signs, sign => ENTITIES[sign] ?? sign);

/** Text for within the quotation marks of an attribute; between two tags it does no harm. */
export const xmlText = (text: string): string => escaped(text, /[&<>"\t\n]/gu);

const content = (text: string): string => escaped(text, /[&<>]/gu);

export type Attributes = Readonly<Record<string, string | number>>;

const openTag = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(String(value))}"`)].join(' ');

export const textElement = (name: string, attributes: Attributes, text: string): string =>
  text === '' ? `<${openTag(name, attributes)}/>` : `<${openTag(name, attributes)}>${content(text)}</${name}>`;

const indented = (lines: readonly string[]): readonly string[] => lines.map(line => `  ${line}`);

/** An element that holds others, a line each. */
export const element = (name: string, attributes: Attributes, children: readonly string[]): readonly string[] =>
  children.length === 0
    ? [`<${openTag(name, attributes)}/>`]
    : [`<${openTag(name, attributes)}>`, ...indented(children), `</${name}>`];

/** The name of a tag or an attribute, and the prefix before it. */
export const splitName = (name: string): readonly [prefix: string, local: string] => {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon + 1), name.slice(colon + 1)];
};

/** The value of an attribute whatever its prefix: `r:id`, `id`. */
export const attributeIn = (attributes: Readonly<Record<string, string>>, name: string): string | undefined => {
  if (name in attributes) return attributes[name];
  const found = Object.keys(attributes).find(key => splitName(key)[1] === name);
  return found === undefined ? undefined : attributes[found];
};
