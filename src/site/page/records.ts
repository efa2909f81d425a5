import type { Lang } from '../../model/base/text.ts';
import type { FieldDefinition, RecordsDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import type { RecordText, Text } from '../answers.ts';
import { button, el } from './dom.ts';
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

/** Records of one kind, one after another: each a card of its own. */
export const recordsFor = (records: Records): HTMLElement => {
  const { definition, fields, vocabulary, lang, onText } = records;
  const items: RecordText[] = typeof records.text === 'string' ? [] : [...records.text];
  const none = el('input', { type: 'checkbox' });
  none.checked = records.text === NONE;
  const cards = el('div', { class: 'records' });
  const tell = (): void => {
    if (items.length > 0) none.checked = false;
    onText(items.length > 0 ? [...items] : none.checked ? NONE : '');
  };
  const cardOf = (item: RecordText, at: number): HTMLElement => {
    const name = `${definition.item[lang]} ${at + 1}`;
    const inputs = fields.map(field =>
      el(
        'div',
        { class: 'field' },
        el('div', { class: 'name' }, field.label[lang]),
        fieldFor({
          definition: field,
          text: item[field.id] ?? '',
          label: `${name} ${field.label[lang]}`,
          vocabulary,
          lang,
          onText: text => {
            items[at] = { ...items[at], [field.id]: text };
            tell();
          },
        }),
      ),
    );
    const drop = button(
      SITE_WORDS.dropRecord[lang],
      () => {
        items.splice(at, 1);
        draw();
        tell();
      },
      { class: 'quiet', 'aria-label': `${SITE_WORDS.dropRecord[lang]}: ${name}` },
    );
    return el(
      'div',
      { class: 'record', role: 'group', 'aria-label': name },
      el('div', { class: 'head' }, name, drop),
      ...inputs,
    );
  };
  const draw = (): void => cards.replaceChildren(...items.map(cardOf));
  draw();
  none.addEventListener('change', () => {
    if (none.checked) items.length = 0;
    draw();
    tell();
  });
  const add = button(`${SITE_WORDS.addRecord[lang]}${lang === 'zh' ? '' : ' '}${definition.item[lang]}`, () => {
    items.push({});
    draw();
    tell();
    cards.lastElementChild?.querySelector<HTMLElement>('input, select')?.focus();
  });
  const nothing = el('label', { class: 'choice' }, none, el('span', {}, SITE_WORDS.none[lang]));
  return el('div', {}, cards, el('div', { class: 'line' }, add, nothing));
};
