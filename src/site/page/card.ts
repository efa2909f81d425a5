import { isError, type Problem } from '../../model/base/problem.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Fact } from '../../model/base/value.ts';
import type { Finding } from '../../model/finding/finding.ts';
import { entryLabel, valueFor } from '../../words/facts/values.ts';
import { shortfallFor } from '../../words/findings/findings.ts';
import { clauseText, OUTCOME_MARKS, OUTCOME_NAMES } from '../../words/names.ts';
import { problemText } from '../../words/problems/problems.ts';
import { rowText } from '../../words/scoring/row-words.ts';
import { factText } from '../../words/scoring/stages.ts';
import type { Answer, Text } from '../answers.ts';
import type { Site } from '../weigh.ts';
import { button, choice, el, freshId, labelled } from './dom.ts';
import { entryField, fieldFor } from './fields.ts';
import { recordsFor } from './records.ts';
import type { Thing } from './things.ts';
import { named, SITE_WORDS } from './words.ts';

/** Something to be looked at. */
export interface Card {
  readonly element: HTMLElement;
  /** What the rules that read it say, what the rows of a scorecard come to, and what cannot be read. */
  readonly tell: (told: Told) => void;
}

export interface Told {
  readonly findings: readonly Finding[];
  /** Lines about rows of a scorecard. */
  readonly rows: readonly HTMLElement[];
  readonly problems: readonly Problem[];
}

export interface Asked {
  readonly thing: Thing;
  readonly declared: Text | undefined;
  /** The same as it was read. */
  readonly fact: Fact | undefined;
  readonly answer: Answer;
  readonly site: Site;
  readonly lang: Lang;
  readonly onAnswer: (answer: Answer) => void;
}

const labelOf = ({ thing, site: { data }, lang }: Asked): string => {
  if (thing.kind === 'fact') return thing.definition.label[lang];
  const { scorecard } = data.scheme;
  return scorecard === undefined ? thing.id : entryLabel(thing.entry, scorecard, lang);
};

/** What to look at: the vocabulary's word, or what the scorecard asks and how it scores it. */
const looksOf = ({ thing, site: { vocabulary }, lang }: Asked): readonly string[] => {
  if (thing.kind === 'fact') {
    const { verify } = thing.definition;
    return verify === undefined ? [] : [named(SITE_WORDS.look[lang], verify[lang], lang)];
  }
  const { row } = thing;
  const written = [row.requirement, row.note].flatMap((text: Bilingual | undefined) => text?.[lang] ?? []);
  return [...written, named(SITE_WORDS.reckoned[lang], rowText(row, { vocabulary, lang }), lang)];
};

type FactThing = Extract<Thing, { kind: 'fact' }>;

const recordLines = ({ fields }: FactThing, { fact, site: { vocabulary }, lang }: Asked): readonly string[] =>
  fact?.state !== 'declared' || fact.value.type !== 'records'
    ? []
    : fact.value.items.map(({ facts }, at) => {
        const said = fields.flatMap(field => {
          const own = facts.get(field.id);
          return own?.state === 'declared'
            ? [`${field.label[lang]} ${valueFor(own.value, field, { vocabulary, lang })}`]
            : [];
        });
        return `${at + 1}. ${said.join(lang === 'zh' ? '，' : ', ')}`;
      });

/** What was declared; records, which the fields show too, at a touch. */
const declaredLine = (thing: FactThing, asked: Asked): HTMLElement => {
  const { fact, site, lang } = asked;
  const said = named(SITE_WORDS.declared[lang], factText(fact, thing.id, site.vocabulary, lang), lang);
  const records = recordLines(thing, asked);
  if (records.length === 0) return el('p', { class: 'declared' }, said);
  const summary = el('summary', {}, named(SITE_WORDS.declared[lang], String(records.length), lang));
  return el('details', { class: 'declared' }, summary, el('p', {}, records.join('\n')));
};

const findingLine = (finding: Finding, { site, lang }: Asked): HTMLElement => {
  const lacks = shortfallFor(finding, { vocabulary: site.vocabulary, lang, most: 3 });
  const said = `${OUTCOME_MARKS[finding.outcome]} ${OUTCOME_NAMES[finding.outcome][lang]}`;
  const name = `${clauseText(finding.rule)} ${finding.rule.title[lang]}`;
  return el(
    'li',
    { class: finding.outcome },
    el('strong', {}, said),
    ` ${lacks === '' ? name : named(name, lacks, lang)}`,
  );
};

const remarks = (asked: Asked, onText: (part: Partial<Answer>) => void): HTMLElement => {
  const { answer, lang } = asked;
  const text = (key: 'remark' | 'photo'): HTMLElement => {
    const input = el('input', { type: 'text', id: freshId(), autocomplete: 'off' });
    input.value = answer[key] ?? '';
    input.addEventListener('input', () => onText({ [key]: input.value }));
    return labelled(SITE_WORDS[key][lang], input);
  };
  const open = answer.remark !== undefined || answer.photo !== undefined;
  const name = el('summary', { 'aria-label': `${SITE_WORDS.more[lang]}: ${labelOf(asked)}` }, SITE_WORDS.more[lang]);
  return el('details', { open }, name, text('remark'), text('photo'));
};

const fieldOf = (asked: Asked, { value }: Answer, onText: (value: Text) => void): HTMLElement => {
  const { thing, declared, site, lang } = asked;
  const { vocabulary } = site;
  const label = labelOf(asked);
  const text = typeof value === 'string' ? value : '';
  if (thing.kind === 'entry') return entryField({ entry: thing.entry, text, label, lang, onText });
  const { definition, fields } = thing;
  return definition.type === 'records'
    ? recordsFor({ definition, fields, text: value ?? declared ?? '', vocabulary, lang, onText })
    : fieldFor({ definition, text, label, vocabulary, lang, onText });
};

/** The answer as it stands, and what changes it; `redraw` shows it anew where it was not changed in its field. */
const answering = ({ answer, onAnswer }: Asked, redraw: (answer: Answer) => void) => {
  let now = answer;
  const agree = el('input', { type: 'checkbox' });
  agree.checked = answer.agrees === true;
  const set = (next: Answer): void => {
    now = next;
    agree.checked = next.agrees === true;
    onAnswer(next);
  };
  const unanswered = (): Answer => {
    const { value: _, agrees: __, ...rest } = now;
    return rest;
  };
  agree.addEventListener('change', () => {
    set(agree.checked ? { ...unanswered(), agrees: true } : unanswered());
    redraw(now);
  });
  return {
    agree,
    now: () => now,
    onText: (value: Text) => set(value === '' ? unanswered() : { ...unanswered(), value }),
    onRemark: (part: Partial<Answer>) => set({ ...now, ...part }),
    clear: () => {
      set({});
      redraw(now);
    },
  };
};

/** The card of a thing: what to look at, what was declared, and fields for what is found. */
export const cardFor = (asked: Asked): Card => {
  const { thing, declared, lang } = asked;
  const label = labelOf(asked);
  const heading = el('h3', { id: freshId() }, label);
  const place = el('div', { class: 'found' });
  const draw = (answer: Answer): void => place.replaceChildren(fieldOf(asked, answer, onText));
  const { agree, now, onText, onRemark, clear } = answering(asked, draw);
  draw(asked.answer);
  const about = { class: 'quiet', 'aria-label': `${SITE_WORDS.clear[lang]}: ${label}` };
  const results = el('ul', { class: 'results' });
  const slips = el('p', { class: 'slip', role: 'alert' });
  const element = el(
    'article',
    { class: 'card', id: `fact-${thing.id}`, 'aria-labelledby': heading.id, tabindex: '-1' },
    heading,
    thing.clauses !== '' && el('p', { class: 'clauses' }, thing.clauses),
    ...looksOf(asked).map(text => el('p', { class: 'look' }, text)),
    thing.kind === 'fact' && declaredLine(thing, asked),
    declared !== undefined && choice(agree, SITE_WORDS.agrees[lang]),
    place,
    slips,
    el('div', { class: 'line' }, remarks(asked, onRemark), button(SITE_WORDS.clear[lang], clear, about)),
    results,
  );
  const tell = ({ findings, rows, problems }: Told): void => {
    const errors = problems.filter(isError);
    slips.textContent = errors.map(found => problemText(found, lang)).join(' ');
    results.replaceChildren(...findings.map(finding => findingLine(finding, asked)), ...rows);
    element.classList.toggle('seen', now().value !== undefined || now().agrees === true);
  };
  return { element, tell };
};
