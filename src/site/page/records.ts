import type { Lang } from '../../model/base/text.ts';
import type { FieldDefinition, RecordsDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import type { RecordText, Text } from '../answers.ts';
import { button, choice, el } from './dom.ts';
import { fieldFor } from './fields.ts';
import { SITE_WORDS } from './words.ts';

export interface Records {
  readonly definition: RecordsDefinition;
  readonly fields: readonly FieldDefinition[];
  readonly text: Text;
  readonly vocabulary: Vocabulary;
  readonly lang: Lang;
  readonly onText: (text: Text) => void;
}

const NONE = '无';

/** The card of one record: its fields, each handing on what it was changed to, and a way to drop it. */
const cardOf = (
  { definition, fields, vocabulary, lang }: Records,
  item: RecordText,
  number: number,
  on: { readonly field: (id: string, text: string) => void; readonly drop: () => void },
): HTMLElement => {
  const name = `${definition.item[lang]} ${number}`;
  const inputs = fields.map(field => {
    const label = `${name} ${field.label[lang]}`;
    const onText = (text: string): void => on.field(field.id, text);
    const input = fieldFor({ definition: field, text: item[field.id] ?? '', label, vocabulary, lang, onText });
    return el('div', { class: 'field' }, el('div', { class: 'name' }, field.label[lang]), input);
  });
  const about = { class: 'quiet', 'aria-label': `${SITE_WORDS.dropRecord[lang]}: ${name}` };
  const head = el('div', { class: 'head' }, name, button(SITE_WORDS.dropRecord[lang], on.drop, about));
  return el('div', { class: 'record', role: 'group', 'aria-label': name }, head, ...inputs);
};

/** Records of one kind, one after another: each a card of its own. */
export const recordsFor = (records: Records): HTMLElement => {
  const { definition, lang, onText } = records;
  const items: RecordText[] = typeof records.text === 'string' ? [] : [...records.text];
  const none = el('input', { type: 'checkbox' });
  none.checked = records.text === NONE;
  const cards = el('div', { class: 'records' });
  const tell = (): void => {
    if (items.length > 0) none.checked = false;
    onText(items.length > 0 ? [...items] : none.checked ? NONE : '');
  };
  const draw = (): void =>
    cards.replaceChildren(
      ...items.map((item, at) =>
        cardOf(records, item, at + 1, {
          field: (id, text) => {
            items[at] = { ...items[at], [id]: text };
            tell();
          },
          drop: () => {
            items.splice(at, 1);
            redraw();
          },
        }),
      ),
    );
  const redraw = (): void => {
    draw();
    tell();
  };
  draw();
  none.addEventListener('change', () => {
    if (none.checked) items.length = 0;
    redraw();
  });
  const add = button(`${SITE_WORDS.addRecord[lang]}${lang === 'zh' ? '' : ' '}${definition.item[lang]}`, () => {
    items.push({});
    redraw();
    cards.lastElementChild?.querySelector<HTMLElement>('input, select')?.focus();
  });
  return el('div', {}, cards, el('div', { class: 'line' }, add, choice(none, SITE_WORDS.none[lang])));
};
