import { decimalOf, exact, greater, lesser, plus } from '../../model/base/exact.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import type { FieldDefinition, TermList, Vocabulary } from '../../model/standard/vocabulary.ts';
import { entryRange } from '../../words/facts/asked.ts';
import { asksForThing } from '../../words/facts/values.ts';
import { hintOf, wayOf } from '../../words/forms.ts';
import { button, el, freshId } from './dom.ts';
import { SITE_WORDS } from './words.ts';

export interface Field {
  readonly definition: FieldDefinition;
  readonly text: string;
  /** What it goes by to someone who does not see it. */
  readonly label: string;
  readonly vocabulary: Vocabulary;
  readonly lang: Lang;
  readonly onText: (text: string) => void;
}

const NOT_APPLICABLE = '不适用';

/** One of a few answers, each a large button. */
const choices = (
  { text, label, onText }: Pick<Field, 'text' | 'label' | 'onText'>,
  answers: readonly (readonly [value: string, shown: string])[],
): HTMLElement => {
  const name = freshId();
  const options = answers.map(([value, shown]) => {
    const input = el('input', { type: 'radio', name, value });
    input.checked = text === value;
    input.addEventListener('change', () => onText(value));
    return el('label', { class: 'choice' }, input, el('span', {}, shown));
  });
  return el('fieldset', { class: 'choices' }, el('legend', { class: 'unseen' }, label), ...options);
};

const yesNo = (field: Field): HTMLElement => {
  const thing = asksForThing(field.definition);
  const [yes, no] = field.lang === 'en' ? ['yes', 'no'] : thing ? ['有', '无'] : ['是', '否'];
  const text = field.text === '有' ? '是' : field.text === '无' || field.text === '没有' ? '否' : field.text;
  return choices({ ...field, text }, [
    ['是', yes],
    ['否', no],
    [NOT_APPLICABLE, SITE_WORDS.notApplicable[field.lang]],
  ]);
};

const listOf = ({ definition, vocabulary }: Field): TermList | undefined =>
  'list' in definition ? vocabulary.list.get(definition.list) : undefined;

const oneTerm = (field: Field): HTMLElement => {
  const list = listOf(field);
  const labels = list?.terms.map(({ label }) => [label.zh, label[field.lang]] as const) ?? [];
  const own = field.text !== '' && !labels.some(([zh]) => zh === field.text) ? [[field.text, field.text] as const] : [];
  const select = el(
    'select',
    { 'aria-label': field.label },
    el('option', { value: '' }, SITE_WORDS.choose[field.lang]),
  );
  for (const [value, shown] of [...labels, ...own]) {
    const option = el('option', { value }, shown);
    option.selected = value === field.text;
    select.append(option);
  }
  select.addEventListener('change', () => field.onText(select.value));
  return select;
};

const OTHER = '其他：';
const NONE = '无';

const severalTerms = (field: Field): HTMLElement => {
  const list = listOf(field);
  const { lang, label, onText } = field;
  const said = field.text.split('、').filter(part => part !== '');
  const known = list?.terms.map(term => term.label.zh) ?? [];
  const others = el('input', {
    type: 'text',
    'aria-label': `${label} ${SITE_WORDS.others[lang]}`,
    placeholder: SITE_WORDS.others[lang],
  });
  others.value = said
    .flatMap(part =>
      part.startsWith(OTHER) ? [part.slice(OTHER.length)] : known.includes(part) || part === NONE ? [] : [part],
    )
    .join('、');
  const none = el('input', { type: 'checkbox' });
  none.checked = field.text === NONE;
  const boxes = (list?.terms ?? []).map(term => {
    const input = el('input', { type: 'checkbox', value: term.label.zh });
    input.checked = said.includes(term.label.zh);
    return { input, shown: term.label[lang] };
  });
  const tell = (): void => {
    const ticked = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    const own = others.value
      .split(/[、，,]/u)
      .map(part => part.trim())
      .filter(part => part !== '')
      .map(part => OTHER + part);
    const all = [...ticked, ...(list?.open ? own : [])];
    if (all.length > 0) none.checked = false;
    onText(all.length > 0 ? all.join('、') : none.checked ? NONE : '');
  };
  none.addEventListener('change', () => {
    if (none.checked) {
      for (const { input } of boxes) input.checked = false;
      others.value = '';
    }
    tell();
  });
  for (const { input } of boxes) input.addEventListener('change', tell);
  others.addEventListener('input', tell);
  return el(
    'fieldset',
    { class: 'ticks' },
    el('legend', { class: 'unseen' }, label),
    ...boxes.map(({ input, shown }) => el('label', { class: 'choice' }, input, el('span', {}, shown))),
    el('label', { class: 'choice' }, none, el('span', {}, SITE_WORDS.noneOf[lang])),
    list?.open && others,
  );
};

const NUMBERS = ['quantity', 'count', 'percent'];

const written = (field: Field): HTMLElement => {
  const { definition, lang, label } = field;
  const isNumber = NUMBERS.includes(definition.type);
  const hint = el('span', { class: 'hint', id: freshId() }, hintOf(definition, field));
  const input = el('input', {
    type: 'text',
    inputmode: isNumber ? 'decimal' : 'text',
    'aria-label': label,
    'aria-describedby': hint.id,
    autocomplete: 'off',
  });
  input.value = field.text;
  input.addEventListener('input', () => field.onText(input.value));
  const unit =
    isNumber || definition.type === 'size' ? el('span', { class: 'unit' }, wayOf(definition, lang)) : undefined;
  const skip = button(
    SITE_WORDS.notApplicable[lang],
    () => {
      input.value = NOT_APPLICABLE;
      field.onText(NOT_APPLICABLE);
    },
    { class: 'quiet', 'aria-label': `${label}: ${SITE_WORDS.notApplicable[lang]}` },
  );
  return el('div', { class: 'written' }, el('div', { class: 'line' }, input, unit, skip), hint);
};

/** What a fact is filled in with, as its type wants. */
export const fieldFor = (field: Field): HTMLElement => {
  switch (field.definition.type) {
    case 'yes_no':
      return yesNo(field);
    case 'term':
      return oneTerm(field);
    case 'terms':
      return severalTerms(field);
    default:
      return written(field);
  }
};

interface EntryField extends Pick<Field, 'text' | 'label' | 'lang' | 'onText'> {
  readonly entry: Entry;
}

/** A number that is counted up and down with a finger. */
const counted = ({ entry, text, label, lang, onText }: EntryField): HTMLElement => {
  const { least, most, step = '1' } = entry;
  const hint = el('span', { class: 'hint', id: freshId() }, entryRange(entry, lang));
  const input = el('input', {
    type: 'text',
    inputmode: 'decimal',
    'aria-label': label,
    'aria-describedby': hint.id,
    autocomplete: 'off',
  });
  input.value = text;
  input.addEventListener('input', () => onText(input.value));
  const by = (sign: '' | '-'): HTMLElement =>
    button(
      sign === '' ? '＋' : '－',
      () => {
        const from = /^-?\d+(?:\.\d+)?$/u.test(input.value) ? input.value : undefined;
        const next = from === undefined ? exact(least) : plus(exact(from), exact(sign + step));
        input.value = decimalOf(greater(exact(least), most === null ? next : lesser(next, exact(most))));
        onText(input.value);
      },
      { 'aria-label': `${label} ${sign === '' ? '+' : '-'}${step}` },
    );
  return el('div', { class: 'written' }, el('div', { class: 'line' }, by('-'), input, by('')), hint);
};

/** What an entry of a scorecard is filled in with. */
export const entryField = (field: EntryField): HTMLElement => {
  const { entry, lang } = field;
  if (entry.kind !== 'option') return counted(field);
  const { options } = entry;
  return choices(
    field,
    options.map(({ label, points }) => [
      label.zh,
      lang === 'zh' ? `${label.zh} ${points} 分` : `${label.en} (${points})`,
    ]),
  );
};
