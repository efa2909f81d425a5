import './older.ts';
import type { Finding } from '../../model/finding/finding.ts';
import type { Profile } from '../../model/profile/profile.ts';
import { levelName } from '../../words/names.ts';
import type { Answer } from '../answers.ts';
import { centreName } from '../take.ts';
import { type Centre, declaredProfile, openSite, type Site, type SiteData, type Weighed, weigh } from '../weigh.ts';
import { type Card, cardFor } from './card.ts';
import { el } from './dom.ts';
import { type Actions, headFor } from './head.ts';
import { barText, resultPanel, rowLine, rowsById } from './result.ts';
import { type Desk, keep, keeps, keyOf, openDesk } from './store.ts';
import { readersOf, type Stop, stopsOf, type Thing } from './things.ts';
import { SITE_WORDS } from './words.ts';

const start = (root: HTMLElement, site: Site): void => {
  let desk: Desk = openDesk(site);
  const readers = readersOf(site);
  let cards: ReadonlyMap<string, Card> = new Map();
  let stops: readonly Stop[] = [];
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
    audit.findings.flatMap(({ finding }) => (readers.rules.get(id)?.has(finding.rule.id) ? [finding] : []));

  const tell = (): void => {
    const now = weighed();
    const { lang } = desk;
    bar.textContent = barText(now.audit, lang);
    panel.replaceChildren(...resultPanel(now, site, lang));
    const rows = rowsById(now.audit, lang);
    for (const [id, card] of cards)
      card.tell({
        findings: findingsOf(now, id),
        rows: [...(readers.rows.get(id) ?? [])].flatMap(row => rows.get(row) ?? []).map(row => rowLine(row, lang)),
        problems: now.problems.get(id) ?? [],
      });
    const { found } = current();
    const seen = ({ id }: Thing): boolean => found[id]?.value !== undefined || found[id]?.agrees === true;
    for (const { id, things } of stops)
      counts.get(id)?.replaceChildren(` ${things.filter(seen).length}/${things.length} ${SITE_WORDS.seen[lang]}`);
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

  const cardOf = (thing: Thing, declarations: Profile): Card => {
    const { declared, found } = current();
    return cardFor({
      thing,
      declared: declared[thing.id],
      fact: declarations.facts.get(thing.id),
      answer: found[thing.id] ?? {},
      site,
      lang: desk.lang,
      onAnswer: answer => onAnswer(thing.id, answer),
    });
  };
  const sectionOf = ({ id, title, things }: Stop, declarations: Profile): HTMLElement => {
    const made = things.map(thing => [thing.id, cardOf(thing, declarations)] as const);
    cards = new Map([...cards, ...made]);
    const count = el('small', {});
    counts.set(id, count);
    const name = title[desk.lang];
    return el(
      'section',
      { id: `walk-${id}`, 'aria-label': name },
      el('h2', {}, name, count),
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
    const { lang, inspector } = desk;
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = `${centreName(current()) || SITE_WORDS.unnamed[lang]} ${SITE_WORDS.title[lang]}`;
    cards = new Map();
    stops = stopsOf(site, inspector.bureau);
    const declarations = declaredProfile(current().declared, site);
    const jump = el(
      'nav',
      { 'aria-label': SITE_WORDS.walk[lang], class: 'walk' },
      ...stops.slice(1).map(({ id, title }) => el('a', { href: `#walk-${id}` }, title[lang])),
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
        ...stops.map(stop => sectionOf(stop, declarations)),
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
  // The same page in another tab has the last word on what it keeps.
  addEventListener('storage', ({ key }) => {
    if (key !== keyOf(site)) return;
    desk = openDesk(site);
    draw();
  });
  addEventListener('beforeunload', event => {
    if (!keeps() && desk.centres.some(({ found }) => Object.keys(found).length > 0)) event.preventDefault();
  });
};

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as SiteData;
const root = document.getElementById('page');
if (root !== null) start(root, openSite(data));
