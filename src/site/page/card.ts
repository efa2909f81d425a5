import { isError, type Problem } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Finding } from '../../model/finding/finding.ts';
import type { FactDefinition, FieldDefinition } from '../../model/standard/vocabulary.ts';
import { shortfallText } from '../../words/findings/findings.ts';
import { wayOf } from '../../words/forms.ts';
import { clauseText, OUTCOME_MARKS, OUTCOME_NAMES } from '../../words/names.ts';
import { problemText } from '../../words/problems/problems.ts';
import type { Answer, Text } from '../answers.ts';
import type { Site } from '../weigh.ts';
import { button, el, freshId } from './dom.ts';
import { fieldFor } from './fields.ts';
import { recordsFor } from './records.ts';
import { SITE_WORDS } from './words.ts';

/** A fact to be looked at. */
export interface Card {
  readonly element: HTMLElement;
  /** What the rules that read the fact say, and what of it cannot be read. */
  readonly tell: (findings: readonly Finding[], problems: readonly Problem[]) => void;
}

export interface Asked {
  readonly definition: FactDefinition;
  /** Of its records, those that the form asks for. */
  readonly fields: readonly FieldDefinition[];
  readonly clauses: string;
  readonly declared: Text | undefined;
  readonly answer: Answer;
  readonly site: Site;
  readonly lang: Lang;
  readonly onAnswer: (answer: Answer) => void;
}

const MEASURED = ['quantity', 'size', 'count'];

/** A bare figure with what it is of. */
const withUnit = (text: string, { definition, lang }: Asked): string =>
  MEASURED.includes(definition.type) && /^[\d.×]+$/u.test(text) ? `${text} ${wayOf(definition, lang)}` : text;

const shown = (text: Text | undefined, asked: Asked): string => {
  const { site, lang, fields } = asked;
  if (text === undefined || text === '') return SITE_WORDS.notDeclared[lang];
  if (typeof text === 'string') return withUnit(text, asked);
  const values = (record: Readonly<Record<string, string>>): string =>
    fields
      .flatMap(({ id }) => (record[id] ? `${site.vocabulary.fact.get(id)?.label[lang] ?? id} ${record[id]}` : []))
      .join('，');
  return text.map((record, at) => `${at + 1}. ${values(record)}`).join('\n');
};

const findingLine = (finding: Finding, { site, lang }: Asked): HTMLElement => {
  const lacks = shortfallText(finding, site.vocabulary, lang, 3);
  const said = `${OUTCOME_MARKS[finding.outcome]} ${OUTCOME_NAMES[finding.outcome][lang]}`;
  return el(
    'li',
    { class: finding.outcome },
    el('strong', {}, said),
    ` ${clauseText(finding.rule)} ${finding.rule.title[lang]}${lacks === '' ? '' : `：${lacks}`}`,
  );
};

const remarks = ({ answer, lang, definition }: Asked, onText: (part: Partial<Answer>) => void): HTMLElement => {
  const text = (key: 'remark' | 'photo'): HTMLElement => {
    const input = el('input', { type: 'text', id: freshId(), autocomplete: 'off' });
    input.value = answer[key] ?? '';
    input.addEventListener('input', () => onText({ [key]: input.value }));
    return el('div', { class: 'field' }, el('label', { for: input.id }, SITE_WORDS[key][lang]), input);
  };
  const open = answer.remark !== undefined || answer.photo !== undefined;
  const name = el(
    'summary',
    { 'aria-label': `${SITE_WORDS.more[lang]}: ${definition.label[lang]}` },
    SITE_WORDS.more[lang],
  );
  return el('details', { open }, name, text('remark'), text('photo'));
};

/** The card of a fact: what to look at, what was declared, and fields for what is found. */
export const cardFor = (asked: Asked): Card => {
  const { definition, fields, clauses, declared, site, lang, onAnswer } = asked;
  const { vocabulary } = site;
  let answer = asked.answer;
  const heading = el('h3', { id: freshId() }, definition.label[lang]);
  const place = el('div', { class: 'found' });
  const agree = el('input', { type: 'checkbox' });
  const set = (next: Answer): void => {
    answer = next;
    agree.checked = answer.agrees === true;
    onAnswer(answer);
  };
  const onText = (value: Text): void => {
    const { value: _, agrees: __, ...rest } = answer;
    set(value === '' ? rest : { ...rest, value });
  };
  const draw = (): void => {
    const text = answer.value ?? (definition.type === 'records' ? (declared ?? '') : '');
    const label = definition.label[lang];
    place.replaceChildren(
      definition.type === 'records'
        ? recordsFor({ definition, fields, text, vocabulary, lang, onText })
        : fieldFor({ definition, text: typeof text === 'string' ? text : '', label, vocabulary, lang, onText }),
    );
  };
  draw();
  agree.checked = answer.agrees === true;
  agree.addEventListener('change', () => {
    const { value: _, agrees: __, ...rest } = answer;
    set(agree.checked ? { ...rest, agrees: true } : rest);
    draw();
  });
  const clear = button(
    SITE_WORDS.clear[lang],
    () => {
      set({});
      draw();
    },
    { class: 'quiet', 'aria-label': `${SITE_WORDS.clear[lang]}: ${definition.label[lang]}` },
  );
  const results = el('ul', { class: 'results' });
  const slips = el('p', { class: 'slip', role: 'alert' });
  const element = el(
    'article',
    { class: 'card', id: `fact-${definition.id}`, 'aria-labelledby': heading.id, tabindex: '-1' },
    heading,
    clauses !== '' && el('p', { class: 'clauses' }, clauses),
    definition.verify && el('p', { class: 'look' }, `${SITE_WORDS.look[lang]}：${definition.verify[lang]}`),
    el('p', { class: 'declared' }, `${SITE_WORDS.declared[lang]}：${shown(declared, asked)}`),
    declared !== undefined && el('label', { class: 'choice' }, agree, el('span', {}, SITE_WORDS.agrees[lang])),
    place,
    slips,
    el(
      'div',
      { class: 'line' },
      remarks(asked, part => set({ ...answer, ...part })),
      clear,
    ),
    results,
  );
  const tell = (findings: readonly Finding[], problems: readonly Problem[]): void => {
    slips.textContent = problems
      .filter(isError)
      .map(found => problemText(found, lang))
      .join(' ');
    results.replaceChildren(...findings.map(finding => findingLine(finding, asked)));
    element.classList.toggle('seen', answer.value !== undefined || answer.agrees === true);
  };
  return { element, tell };
};
