import { decimalOf, exact, greater, lesser, plus } from '../../model/base/exact.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import type { FieldDefinition, TermList, Vocabulary } from '../../model/standard/vocabulary.ts';
import { asksForThing, entryRange } from '../../words/facts/values.ts';
import { hintOf, wayOf } from '../../words/forms.ts';
import { button, choice, el, freshId, selectOf } from './dom.ts';
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
    return choice(input, shown);
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
  const all = [['', SITE_WORDS.choose[field.lang]] as const, ...labels, ...own];
  return selectOf({ 'aria-label': field.label }, all, field.text, field.onText);
};

const OTHER = '其他：';
const NONE = '无';

const partsIn = (text: string): readonly string[] =>
  text
    .split(/[、，,]/u)
    .map(part => part.trim())
    .filter(part => part !== '');

/** What was said beside the terms of a list, as it is typed. */
const othersIn = (said: readonly string[], known: readonly string[]): string =>
  said
    .filter(part => part.startsWith(OTHER) || !(known.includes(part) || part === NONE))
    .map(part => (part.startsWith(OTHER) ? part.slice(OTHER.length) : part))
    .join('、');

const severalTerms = (field: Field): HTMLElement => {
  const { terms = [], open = false } = listOf(field) ?? {};
  const { lang, label, onText } = field;
  const said = field.text.split('、').filter(part => part !== '');
  const name = SITE_WORDS.others[lang];
  const others = el('input', { type: 'text', 'aria-label': `${label} ${name}`, placeholder: name });
  const labels = terms.map(term => term.label.zh);
  others.value = othersIn(said, labels);
  const none = el('input', { type: 'checkbox' });
  none.checked = field.text === NONE;
  const boxes = terms.map(term => {
    const input = el('input', { type: 'checkbox', value: term.label.zh });
    input.checked = said.includes(term.label.zh);
    return { input, shown: term.label[lang] };
  });
  const tell = (): void => {
    const ticked = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    const own = open ? partsIn(others.value).map(part => OTHER + part) : [];
    const all = [...ticked, ...own];
    if (all.length > 0) none.checked = false;
    onText(all.length > 0 ? all.join('、') : none.checked ? NONE : '');
  };
  none.addEventListener('change', () => {
    if (none.checked) for (const { input } of boxes) input.checked = false;
    if (none.checked) others.value = '';
    tell();
  });
  for (const { input } of boxes) input.addEventListener('change', tell);
  others.addEventListener('input', tell);
  return el(
    'fieldset',
    { class: 'ticks' },
    el('legend', { class: 'unseen' }, label),
    ...boxes.map(({ input, shown }) => choice(input, shown)),
    choice(none, SITE_WORDS.noneOf[lang]),
    open && others,
  );
};

const NUMBERS = ['quantity', 'count', 'percent'];

/** A text that is typed, with a word on how below it. */
const typed = (
  { text, label, onText }: Pick<Field, 'text' | 'label' | 'onText'>,
  inputmode: 'text' | 'decimal',
  hintText: string,
): { readonly input: HTMLInputElement; readonly hint: HTMLElement } => {
  const hint = el('span', { class: 'hint', id: freshId() }, hintText);
  const about = { 'aria-label': label, 'aria-describedby': hint.id, autocomplete: 'off' };
  const input = el('input', { type: 'text', inputmode, ...about });
  input.value = text;
  input.addEventListener('input', () => onText(input.value));
  return { input, hint };
};

const written = (field: Field): HTMLElement => {
  const { definition, lang, label } = field;
  const isNumber = NUMBERS.includes(definition.type);
  const { input, hint } = typed(field, isNumber ? 'decimal' : 'text', hintOf(definition, field));
  const isMeasured = isNumber || definition.type === 'size';
  const unit = isMeasured && el('span', { class: 'unit' }, wayOf(definition, lang));
  const skip = (): void => {
    input.value = NOT_APPLICABLE;
    field.onText(NOT_APPLICABLE);
  };
  const name = SITE_WORDS.notApplicable[lang];
  const skipper = button(name, skip, { class: 'quiet', 'aria-label': `${label}: ${name}` });
  return el('div', { class: 'written' }, el('div', { class: 'line' }, input, unit, skipper), hint);
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
    case 'count':
    case 'quantity':
    case 'size':
    case 'percent':
    case 'date':
    case 'time':
    case 'hours':
    case 'text':
      return written(field);
  }
};

interface EntryField extends Pick<Field, 'text' | 'label' | 'lang' | 'onText'> {
  readonly entry: Entry;
}

/** A number that is counted up and down with a finger. */
const counted = (field: EntryField): HTMLElement => {
  const { entry, label, lang, onText } = field;
  const { least, most, step = '1' } = entry;
  const { input, hint } = typed(field, 'decimal', entryRange(entry, lang));
  const by = (sign: '' | '-'): HTMLElement => {
    const count = (): void => {
      const from = /^-?\d+(?:\.\d+)?$/u.test(input.value) ? input.value : undefined;
      const next = from === undefined ? exact(least) : plus(exact(from), exact(sign + step));
      input.value = decimalOf(greater(exact(least), most === null ? next : lesser(next, exact(most))));
      onText(input.value);
    };
    const name = sign === '' ? '+' : '-';
    return button(sign === '' ? '＋' : '－', count, { 'aria-label': `${label} ${name}${step}` });
  };
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
