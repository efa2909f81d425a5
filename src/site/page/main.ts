import './older.ts';
import type { Finding } from '../../model/finding/finding.ts';
import type { Profile } from '../../model/profile/profile.ts';
import { levelName } from '../../words/names.ts';
import type { Answer } from '../answers.ts';
import type { Desk } from '../desk.ts';
import { centreName } from '../take.ts';
import { type Centre, declaredProfile, openSite, type Site, type SiteData, type Weighed, weigh } from '../weigh.ts';
import { type Card, cardFor } from './card.ts';
import { el } from './dom.ts';
import { type Actions, headFor } from './head.ts';
import { barText, resultPanel, rowLine, rowsById } from './result.ts';
import { keep, keeps, keyOf, openDesk } from './store.ts';
import { type Readers, readersOf, type Stop, stopsOf, type Thing } from './things.ts';
import { SITE_WORDS } from './words.ts';

/** The page as it stands: what is kept, and what of it is drawn. */
interface Page {
  readonly root: HTMLElement;
  readonly site: Site;
  readonly readers: Readers;
  readonly bar: HTMLElement;
  readonly panel: HTMLElement;
  readonly counts: Map<string, HTMLElement>;
  readonly tellSoon: () => void;
  desk: Desk;
  cards: ReadonlyMap<string, Card>;
  stops: readonly Stop[];
}

const currentOf = ({ desk }: Page): Centre => {
  const found = desk.centres.find(({ id }) => id === desk.current) ?? desk.centres[0];
  if (found === undefined) throw new Error('a desk has a centre');
  return found;
};

const weighed = (page: Page): Weighed => weigh(currentOf(page), page.site, page.desk.inspector.date);

const tellCards = ({ cards, readers, desk: { lang } }: Page, { audit, problems }: Weighed): void => {
  const rows = rowsById(audit, lang);
  const findingsOf = (id: string): readonly Finding[] =>
    audit.findings.flatMap(({ finding }) => (readers.rules.get(id)?.has(finding.rule.id) ? [finding] : []));
  for (const [id, card] of cards)
    card.tell({
      findings: findingsOf(id),
      rows: [...(readers.rows.get(id) ?? [])].flatMap(row => rows.get(row) ?? []).map(row => rowLine(row, lang)),
      problems: problems.get(id) ?? [],
    });
};

const tell = (page: Page): void => {
  const { bar, panel, site, stops, counts, desk } = page;
  const { lang } = desk;
  const now = weighed(page);
  bar.textContent = barText(now.audit, lang);
  bar.removeAttribute('aria-busy');
  panel.replaceChildren(...resultPanel(now, site, lang));
  tellCards(page, now);
  const { found } = currentOf(page);
  const seen = ({ id }: Thing): boolean => found[id]?.value !== undefined || found[id]?.agrees === true;
  for (const { id, things } of stops)
    counts.get(id)?.replaceChildren(` ${things.filter(seen).length}/${things.length} ${SITE_WORDS.seen[lang]}`);
};

/** Keeps what has changed at once; what it comes to is told when the hand rests. */
const change = (page: Page, next: Partial<Desk>): void => {
  page.desk = { ...page.desk, ...next };
  if (!keep(page.desk, page.site))
    page.root.querySelector('.notice')?.replaceChildren(SITE_WORDS.notKept[page.desk.lang]);
  page.tellSoon();
};

const onAnswer = (page: Page, id: string, answer: Answer): void => {
  const current = currentOf(page);
  const { [id]: _, ...others } = current.found;
  const found = Object.keys(answer).length === 0 ? others : { ...others, [id]: answer };
  change(page, {
    centres: page.desk.centres.map(centre => (centre.id === current.id ? { ...centre, found } : centre)),
  });
};

const cardOf = (page: Page, thing: Thing, declarations: Profile): Card => {
  const { declared, found } = currentOf(page);
  return cardFor({
    thing,
    declared: declared[thing.id],
    fact: declarations.facts.get(thing.id),
    answer: found[thing.id] ?? {},
    site: page.site,
    lang: page.desk.lang,
    onAnswer: answer => onAnswer(page, thing.id, answer),
  });
};

const sectionOf = (page: Page, { id, title, things }: Stop, declarations: Profile): HTMLElement => {
  const made = things.map(thing => [thing.id, cardOf(page, thing, declarations)] as const);
  page.cards = new Map([...page.cards, ...made]);
  const count = el('small', {});
  page.counts.set(id, count);
  const name = title[page.desk.lang];
  const cards = made.map(([, { element }]) => element);
  return el('section', { id: `walk-${id}`, 'aria-label': name }, el('h2', {}, name, count), ...cards);
};

const actionsOf = (page: Page): Actions => ({
  change: next => {
    change(page, next);
    tell(page);
  },
  redraw: () => draw(page),
  weighed: () => weighed(page),
  desk: () => page.desk,
  current: () => currentOf(page),
});

const headerOf = ({ site, desk: { lang } }: Page): HTMLElement => {
  const level = levelName(site.data.level, lang, site.pack);
  return el('header', {}, el('h1', {}, site.pack.title[lang]), el('p', {}, `${SITE_WORDS.title[lang]}　${level}`));
};

const jumpsOf = ({ stops, desk: { lang } }: Page): HTMLElement =>
  el(
    'nav',
    { 'aria-label': SITE_WORDS.walk[lang], class: 'walk' },
    ...stops.slice(1).map(({ id, title }) => el('a', { href: `#walk-${id}` }, title[lang])),
    el('a', { href: '#result' }, SITE_WORDS.result[lang]),
  );

const mainOf = (page: Page): HTMLElement => {
  const { site, panel, stops } = page;
  const title = SITE_WORDS.result[page.desk.lang];
  const declarations = declaredProfile(currentOf(page).declared, site);
  return el(
    'main',
    { id: 'content' },
    headFor(site, actionsOf(page), keeps()),
    ...stops.map(stop => sectionOf(page, stop, declarations)),
    el('section', { id: 'result', 'aria-label': title }, el('h2', {}, title), panel),
  );
};

const draw = (page: Page): void => {
  const { lang, inspector } = page.desk;
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = `${centreName(currentOf(page)) || SITE_WORDS.unnamed[lang]} ${SITE_WORDS.title[lang]}`;
  page.cards = new Map();
  page.stops = stopsOf(page.site, inspector.bureau);
  page.root.replaceChildren(headerOf(page), el('div', { class: 'top' }, page.bar, jumpsOf(page)), mainOf(page));
  tell(page);
};

const start = (root: HTMLElement, site: Site): void => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const page: Page = {
    root,
    site,
    readers: readersOf(site),
    bar: el('p', { class: 'bar', role: 'status' }),
    panel: el('div', { class: 'panel' }),
    counts: new Map(),
    tellSoon: () => {
      page.bar.setAttribute('aria-busy', 'true');
      clearTimeout(waiting);
      waiting = setTimeout(() => tell(page), 120);
    },
    desk: openDesk(site),
    cards: new Map(),
    stops: [],
  };
  draw(page);
  // The same page in another tab has the last word on what it keeps.
  addEventListener('storage', ({ key }) => {
    if (key !== keyOf(site)) return;
    page.desk = openDesk(site);
    draw(page);
  });
  addEventListener('beforeunload', event => {
    if (!keeps() && page.desk.centres.some(({ found }) => Object.keys(found).length > 0)) event.preventDefault();
  });
};

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as SiteData;
const root = document.getElementById('page');
if (root !== null) start(root, openSite(data));
