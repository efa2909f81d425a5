/** What XML 1.0 cannot hold. */
const NOT_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const plain = (text: string): string => text.replaceAll(NOT_XML, '');

const attribute = (text: string): string => plain(text).replaceAll(/[&<>"\t\n\r]/gu, char => ENTITIES[char] ?? char);

const content = (text: string): string => plain(text).replaceAll(/[&<>\r]/gu, char => ENTITIES[char] ?? char);

/** What needs no second look, as most texts do. */
const SAFE = /^[\p{Script=Han}\w .,:/()、，。（）-]*$/u;

/** Text for between two tags or within the quotation marks of an attribute. */
export const xmlText = (text: string): string => (SAFE.test(text) ? text : attribute(text));

export type Attributes = Readonly<Record<string, string | number>>;

const openTag = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${attribute(String(value))}"`)].join(' ');

/** An element that holds text. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  text === '' ? `<${openTag(name, attributes)}/>` : `<${openTag(name, attributes)}>${content(text)}</${name}>`;

const indented = (lines: readonly string[]): readonly string[] => lines.map(line => `  ${line}`);

/** An element that holds others, a line each. */
export const element = (name: string, attributes: Attributes, children: readonly string[]): readonly string[] =>
  children.length === 0
    ? [`<${openTag(name, attributes)}/>`]
    : [`<${openTag(name, attributes)}>`, ...indented(children), `</${name}>`];
