import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface Open extends Element {
  readonly children: (Element | string)[];
}

/** Style and script stand for themselves; all else on a page must be well-formed to the last bracket. */
const OWN = /(?<=<(?<name>style|script)>).*?(?=<\/\k<name>>)/gsu;

/** A page as a tree; fails on anything that is not well-formed. */
export const parsed = (page: string): Element => {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const parser = new SaxesParser({});
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', text => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(page.replaceAll(OWN, '')).close();
  return root;
};

/** An element and all within it, in order. */
export const all = (element: Element): readonly Element[] => {
  const found: Element[] = [];
  const walk = (each: Element): void => {
    found.push(each);
    for (const child of each.children) if (typeof child !== 'string') walk(child);
  };
  walk(element);
  return found;
};

export const textOf = (element: Element): string =>
  element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('');

/** What a reader sees of it, without the spaces between elements. */
export const trimmed = (element: Element): string => textOf(element).replaceAll(/\s+/gu, ' ').trim();

export const hasClass = (element: Element, name: string): boolean =>
  (element.attributes.class ?? '').split(' ').includes(name);

/** All elements of a name, or of a class given as `.name`. */
export const select = (element: Element, selector: string): readonly Element[] =>
  all(element).filter(each => (selector.startsWith('.') ? hasClass(each, selector.slice(1)) : each.name === selector));

export const byId = (element: Element, id: string): Element => {
  const [found, ...others] = all(element).filter(({ attributes }) => attributes.id === id);
  if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} elements with id ${id}`);
  return found;
};

/** The cells of each row of a table's bodies. */
export const rowsOf = (table: Element): readonly (readonly string[])[] =>
  select(table, 'tbody')
    .flatMap(body => select(body, 'tr'))
    .map(row => row.children.flatMap(child => (typeof child === 'string' ? [] : [trimmed(child)])));

/** Names and attributes without any text: what of a page is alive. */
export const skeleton = (element: Element): string =>
  all(element)
    .map(({ name, attributes }) => `${name}[${Object.keys(attributes).join(' ')}]`)
    .join('\n');
