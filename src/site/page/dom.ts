type Child = Node | string | undefined | false;

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with its attributes and what stands in it. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string') made.setAttribute(key, value);
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
};

export const button = (text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement => {
  const made = el('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', press);
  return made;
};

/** A box to tick or a button to choose, with its name beside it. */
export const choice = (input: HTMLInputElement, name: string): HTMLElement =>
  el('label', { class: 'choice' }, input, el('span', {}, name));

/** One of several, the one that stands chosen first of those that have its value. */
export const selectOf = (
  attributes: Attributes,
  options: readonly (readonly [value: string, shown: string])[],
  chosen: string | undefined,
  choose: (value: string) => void,
): HTMLSelectElement => {
  const select = el('select', attributes);
  for (const [value, shown] of options) {
    const option = el('option', { value }, shown);
    option.selected = value === chosen;
    select.append(option);
  }
  select.addEventListener('change', () => choose(select.value));
  return select;
};

/** Something to be filled in below its name. */
export const labelled = (name: string, control: HTMLInputElement | HTMLSelectElement): HTMLElement =>
  el('div', { class: 'field' }, el('label', { for: control.id }, name), control);

let count = 0;

/** An id that nothing else on the page has. */
export const freshId = (): string => `n${++count}`;
