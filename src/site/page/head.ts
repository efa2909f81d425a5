import { isError } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import { bureausOf } from '../../model/scoring/bureaus.ts';
import { problemText } from '../../words/problems/problems.ts';
import { profileYaml, recordYaml } from '../record.ts';
import { centreName, take } from '../take.ts';
import type { Centre, Site, Weighed } from '../weigh.ts';
import { button, el, freshId } from './dom.ts';
import { type Desk, deskIn, newId } from './store.ts';
import { named, SITE_WORDS } from './words.ts';

/** What the head of the page may do. */
export interface Actions {
  readonly change: (next: Partial<Desk>) => void;
  readonly redraw: () => void;
  readonly weighed: () => Weighed;
  readonly desk: () => Desk;
  readonly current: () => Centre;
}

/** Hands a file to the browser, and shows what is in it where the browser does nothing with it. */
const handOver = (name: string, text: string, said: HTMLElement, lang: Lang): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  const copy = el('textarea', { readonly: true, rows: '6', 'aria-label': name });
  copy.value = text;
  said.replaceChildren(el('p', {}, named(SITE_WORDS.saved[lang], name, lang)), copy);
};

const fileName = (site: Site, { current, desk }: Actions, what: string): string =>
  `${(centreName(current()) || site.pack.id).replaceAll(/[\\/:*?"<>|\s]/gu, '_')}-${what}-${desk().inspector.date}.yaml`;

const exportRecord = (site: Site, actions: Actions, said: HTMLElement): void => {
  const { lang, inspector } = actions.desk();
  const now = actions.weighed();
  const lacks = inspector.person.trim() === '' || inspector.level.trim() === '';
  if (lacks || now.changes.length + now.entries.length === 0)
    said.replaceChildren(SITE_WORDS[lacks ? 'wantsInspector' : 'nothing'][lang]);
  else
    handOver(
      fileName(site, actions, lang === 'zh' ? '核查记录' : 'inspection'),
      recordYaml(actions.current(), now, inspector, site),
      said,
      lang,
    );
};

const isBegun = ({ declared, found }: Centre): boolean =>
  Object.keys(found).length > 0 || Object.keys(declared).some(id => id !== 'center.level');

const takeFile = async (file: File, site: Site, actions: Actions, said: HTMLElement): Promise<void> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { lang, centres, inspector } = actions.desk();
  const desk = deskIn(new TextDecoder().decode(bytes));
  if (desk !== undefined) {
    const ids = new Set(desk.centres.map(({ id }) => id));
    actions.change({
      ...desk,
      centres: [...centres.filter(isBegun).filter(({ id }) => !ids.has(id)), ...desk.centres],
    });
    actions.redraw();
    return;
  }
  const taken = await take(file.name, bytes, centres, site, newId);
  const [first] = taken.centres;
  const slips = taken.problems.filter(isError).map(problem => problemText(problem, lang));
  if (first !== undefined) {
    const ids = new Set(taken.centres.map(({ id }) => id));
    const filled = Object.fromEntries(Object.entries(taken.inspector ?? {}).filter(([, text]) => text !== ''));
    actions.change({
      centres: [...centres.filter(({ id }) => !ids.has(id)), ...taken.centres],
      current: first.id,
      inspector: { ...inspector, ...filled },
    });
    actions.redraw();
  }
  const place = document.getElementById('said') ?? said;
  place.replaceChildren(
    ...[named(SITE_WORDS[first === undefined ? 'notTaken' : 'taken'][lang], file.name, lang), ...slips].map(text =>
      el('p', {}, text),
    ),
  );
};

const inspectorFields = (site: Site, actions: Actions): HTMLElement => {
  const { lang, inspector } = actions.desk();
  const field = (key: 'person' | 'level' | 'date'): HTMLElement => {
    const input = el('input', { id: freshId(), type: key === 'date' ? 'date' : 'text', autocomplete: 'off' });
    input.value = inspector[key];
    input.addEventListener('input', () => {
      if (key === 'date' && input.value === '') return;
      actions.change({ inspector: { ...actions.desk().inspector, [key]: input.value } });
    });
    return el('div', { class: 'field' }, el('label', { for: input.id }, SITE_WORDS[key][lang]), input);
  };
  return el('div', { class: 'fields' }, field('person'), field('level'), field('date'), bureauField(site, actions));
};

/** Whose rows of a scorecard are filled in, where they are shared out. */
const bureauField = ({ data: { scheme } }: Site, actions: Actions): HTMLElement | false => {
  const { lang, inspector } = actions.desk();
  const bureaus = scheme.scorecard === undefined ? [] : bureausOf(scheme.scorecard);
  if (bureaus.length === 0) return false;
  const select = el('select', { id: freshId() }, el('option', { value: '' }, SITE_WORDS.allBureaus[lang]));
  for (const bureau of bureaus) {
    const option = el('option', { value: bureau }, bureau);
    option.selected = bureau === inspector.bureau;
    select.append(option);
  }
  select.addEventListener('change', () => {
    actions.change({ inspector: { ...actions.desk().inspector, bureau: select.value } });
    actions.redraw();
  });
  return el('div', { class: 'field' }, el('label', { for: select.id }, SITE_WORDS.bureau[lang]), select);
};

const chooser = (actions: Actions): HTMLElement => {
  const { lang, centres } = actions.desk();
  const select = el('select', { id: freshId() });
  centres.forEach((centre, at) => {
    const option = el('option', { value: centre.id }, `${at + 1}. ${centreName(centre) || SITE_WORDS.unnamed[lang]}`);
    option.selected = centre.id === actions.current().id;
    select.append(option);
  });
  select.addEventListener('change', () => {
    actions.change({ current: select.value });
    actions.redraw();
  });
  return el('div', { class: 'field' }, el('label', { for: select.id }, SITE_WORDS.centre[lang]), select);
};

const remover = (actions: Actions, begin: () => Centre): HTMLElement => {
  const { lang } = actions.desk();
  let sure = false;
  const remove = button(
    SITE_WORDS.remove[lang],
    () => {
      if (!sure) {
        sure = true;
        remove.textContent = SITE_WORDS.removeSure[lang];
        return;
      }
      const left = actions.desk().centres.filter(({ id }) => id !== actions.current().id);
      const centres = left.length === 0 ? [begin()] : left;
      actions.change({ centres, current: centres[0]?.id ?? '' });
      actions.redraw();
    },
    { class: 'quiet' },
  );
  return remove;
};

/** Who inspects which centre, and what goes in and out. */
export const headFor = (site: Site, actions: Actions, kept: boolean): HTMLElement => {
  const { lang } = actions.desk();
  const said = el('div', { id: 'said', role: 'status' });
  const level = site.vocabulary.fact.get('center.level');
  const begin = (): Centre => {
    const term = level?.type === 'term' ? site.vocabulary.term.get(level.list)?.get(site.data.level) : undefined;
    return { id: newId(), declared: term === undefined ? {} : { 'center.level': term.label.zh }, found: {} };
  };
  const add = button(SITE_WORDS.add[lang], () => {
    const centre = begin();
    actions.change({ centres: [...actions.desk().centres, centre], current: centre.id });
    actions.redraw();
  });
  const file = el('input', { type: 'file', id: freshId(), accept: '.yaml,.yml,.json', class: 'unseen' });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void takeFile(chosen, site, actions, said);
    file.value = '';
  });
  const save = button(SITE_WORDS.record[lang], () => exportRecord(site, actions, said), { class: 'main' });
  const profile = button(SITE_WORDS.profile[lang], () =>
    handOver(
      fileName(site, actions, lang === 'zh' ? '申报表' : 'profile'),
      profileYaml(actions.weighed().audit.profile, site),
      said,
      lang,
    ),
  );
  const backup = button(SITE_WORDS.backup[lang], () =>
    handOver(
      `duibiao-${site.pack.id}-${actions.desk().inspector.date}.json`,
      JSON.stringify(actions.desk()),
      said,
      lang,
    ),
  );
  const other = button(
    SITE_WORDS.other[lang],
    () => {
      actions.change({ lang: lang === 'zh' ? 'en' : 'zh' });
      actions.redraw();
    },
    { lang: lang === 'zh' ? 'en' : 'zh-CN' },
  );
  return el(
    'section',
    { class: 'desk', 'aria-label': SITE_WORDS.inspector[lang] },
    el('p', { class: kept ? 'notice' : 'notice warn' }, SITE_WORDS[kept ? 'kept' : 'notKept'][lang]),
    chooser(actions),
    inspectorFields(site, actions),
    el(
      'div',
      { class: 'line' },
      add,
      el('label', { class: 'button', for: file.id }, SITE_WORDS.open[lang]),
      file,
      save,
      profile,
      backup,
      other,
      remover(actions, begin),
    ),
    said,
  );
};
