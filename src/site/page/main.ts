import './older.ts';
import { clausesOf, type FormField } from '../../forms/form.ts';
import { type Finding, factIdOf } from '../../model/finding/finding.ts';
import { factsIn } from '../../model/standard/expression.ts';
import type { FactDefinition, FieldDefinition } from '../../model/standard/vocabulary.ts';
import { levelName } from '../../words/names.ts';
import { alongTheWalk, placeName } from '../../words/site.ts';
import type { Answer } from '../answers.ts';
import { centreName } from '../take.ts';
import { type Centre, openSite, type Site, type SiteData, type Weighed, weigh } from '../weigh.ts';
import { type Card, cardFor } from './card.ts';
import { el } from './dom.ts';
import { type Actions, headFor } from './head.ts';
import { barText, resultPanel } from './result.ts';
import { type Desk, keep, keeps, openDesk } from './store.ts';
import { SITE_WORDS } from './words.ts';

interface Thing {
  readonly definition: FactDefinition;
  readonly fields: readonly FieldDefinition[];
  readonly clauses: string;
}

/** Everything that the form asks, a record's fields with it. */
const thingsOf = ({ form }: Site): readonly Thing[] => {
  const toThing = (field: FormField, fields: readonly FieldDefinition[] = []): Thing => ({
    definition: field.definition,
    fields,
    clauses: clausesOf(field, form.packs),
  });
  return [
    ...[...form.sections, ...form.checklists].flatMap(section => section.fields.map(field => toThing(field))),
    ...form.lists.map(({ field, fields }) =>
      toThing(
        field,
        fields.map(({ definition }) => definition),
      ),
    ),
  ];
};

const isIdentity = ({ definition }: Thing): boolean =>
  /^center\.(?:name|county|township|village|level|declared_on)$/u.test(definition.id);

/** Rules by the facts that they read; those of a record's field by its list. */
const readersOf = ({ pack, data, vocabulary }: Site): ReadonlyMap<string, ReadonlySet<string>> => {
  const readers = new Map<string, Set<string>>();
  for (const rule of pack.rules.filter(({ levels }) => levels.includes(data.level)))
    for (const id of [...(rule.when ? factsIn(rule.when) : []), ...factsIn(rule.require)].map(factIdOf)) {
      const root = vocabulary.facts.some(fact => fact.id === id) ? id : (id.split('.')[0] ?? id);
      for (const at of new Set([id, root])) readers.set(at, new Set([...(readers.get(at) ?? []), rule.id]));
    }
  return readers;
};

const start = (root: HTMLElement, site: Site): void => {
  let desk: Desk = openDesk(site);
  const readers = readersOf(site);
  const things = thingsOf(site);
  let cards: ReadonlyMap<string, Card> = new Map();
  const bar = el('p', { class: 'bar', role: 'status' });
  const panel = el('div', { class: 'panel' });
  const counts = new Map<string, HTMLElement>();

  const current = (): Centre => {
    const found = desk.centres.find(({ id }) => id === desk.current) ?? desk.centres[0];
    if (found === undefined) throw new Error('a desk has a centre');
    return found;
  };
  const weighed = (): Weighed => weigh(current(), site, desk.inspector.date);
  const findingsOf = ({ audit }: Weighed, id: string): readonly Finding[] =>
    audit.findings.flatMap(({ finding }) => (readers.get(id)?.has(finding.rule.id) ? [finding] : []));

  const tell = (): void => {
    const now = weighed();
    bar.textContent = barText(now, desk.lang);
    panel.replaceChildren(...resultPanel(now, site, desk.lang));
    for (const [id, card] of cards) card.tell(findingsOf(now, id), now.problems.get(id) ?? []);
    const { found } = current();
    const seen = (id: string): boolean => found[id]?.value !== undefined || found[id]?.agrees === true;
    for (const { place, things: here } of walk)
      counts
        .get(place)
        ?.replaceChildren(
          ` ${here.filter(({ definition }) => seen(definition.id)).length}/${here.length} ${SITE_WORDS.seen[desk.lang]}`,
        );
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tellSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 120);
  };
  /** Keeps what has changed at once; what it comes to is told when the hand rests. */
  const change = (next: Partial<Desk>): void => {
    desk = { ...desk, ...next };
    if (!keep(desk, site)) root.querySelector('.notice')?.replaceChildren(SITE_WORDS.notKept[desk.lang]);
    tellSoon();
  };
  const onAnswer = (id: string, answer: Answer): void => {
    const { [id]: _, ...others } = current().found;
    const found = Object.keys(answer).length === 0 ? others : { ...others, [id]: answer };
    change({ centres: desk.centres.map(centre => (centre.id === current().id ? { ...centre, found } : centre)) });
  };

  const walk = alongTheWalk(
    things.filter(thing => !isIdentity(thing)),
    ({ definition }) => definition,
  );
  const cardOf = ({ definition, fields, clauses }: Thing): Card => {
    const { declared, found } = current();
    return cardFor({
      definition,
      fields,
      clauses,
      declared: declared[definition.id],
      answer: found[definition.id] ?? {},
      site,
      lang: desk.lang,
      onAnswer: answer => onAnswer(definition.id, answer),
    });
  };
  const sectionOf = (id: string, title: string, here: readonly Thing[]): HTMLElement => {
    const made = here.map(thing => [thing.definition.id, cardOf(thing)] as const);
    cards = new Map([...cards, ...made]);
    const count = el('small', {});
    counts.set(id, count);
    return el(
      'section',
      { id: `walk-${id}`, 'aria-label': title },
      el('h2', {}, title, count),
      ...made.map(([, { element }]) => element),
    );
  };
  const actions: Actions = {
    change: next => {
      change(next);
      tell();
    },
    redraw: () => draw(),
    weighed,
    desk: () => desk,
    current,
  };
  const draw = (): void => {
    const { lang } = desk;
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = `${centreName(current()) || SITE_WORDS.unnamed[lang]} ${SITE_WORDS.title[lang]}`;
    cards = new Map();
    const jump = el(
      'nav',
      { 'aria-label': SITE_WORDS.walk[lang], class: 'walk' },
      ...walk.map(({ place }) => el('a', { href: `#walk-${place}` }, placeName(place, lang))),
      el('a', { href: '#result' }, SITE_WORDS.result[lang]),
    );
    root.replaceChildren(
      el(
        'header',
        {},
        el('h1', {}, site.pack.title[lang]),
        el('p', {}, `${SITE_WORDS.title[lang]}　${levelName(site.data.level, lang, site.pack)}`),
      ),
      el('div', { class: 'top' }, bar, jump),
      el(
        'main',
        { id: 'content' },
        headFor(site, actions, keeps()),
        sectionOf('identity', SITE_WORDS.identity[lang], things.filter(isIdentity)),
        ...walk.map(({ place, things: here }) => sectionOf(place, placeName(place, lang), here)),
        el(
          'section',
          { id: 'result', 'aria-label': SITE_WORDS.result[lang] },
          el('h2', {}, SITE_WORDS.result[lang]),
          panel,
        ),
      ),
    );
    tell();
  };
  draw();
};

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as SiteData;
const root = document.getElementById('page');
if (root !== null) start(root, openSite(data));
