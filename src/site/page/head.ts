import { isError } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import { bureausOf } from '../../model/scoring/bureaus.ts';
import { entryIn } from '../../model/scoring/rows.ts';
import { problemText } from '../../words/problems/problems.ts';
import { besides, type Desk, deskIn, newId } from '../desk.ts';
import { profileYaml, recordYaml } from '../record.ts';
import { centreName, type Taken, take } from '../take.ts';
import type { Centre, Site, Weighed } from '../weigh.ts';
import { button, el, freshId, labelled, selectOf } from './dom.ts';
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

/** What another page kept, put beside what this one has begun. */
const takeDesk = (desk: Desk, actions: Actions): void => {
  actions.change({ ...desk, centres: besides(actions.desk().centres.filter(isBegun), desk) });
  actions.redraw();
};

/** Of what a backup has, what this page asks nothing of: another standard's, or of another edition. */
const strangeIn = ({ centres }: Desk, { vocabulary, data: { scheme } }: Site): number => {
  const entries = new Set(scheme.scorecard?.entries.map(({ id }) => id));
  const isKnown = (id: string): boolean => vocabulary.fact.has(id) || entries.has(entryIn(id) ?? '');
  return centres.flatMap(({ declared, found }) => Object.keys({ ...declared, ...found })).filter(id => !isKnown(id))
    .length;
};

const takeCentres = ({ centres: found, inspector: who }: Taken, { id: current }: Centre, actions: Actions): void => {
  const { centres, inspector } = actions.desk();
  const ids = new Set(found.map(({ id }) => id));
  const filled = Object.fromEntries(Object.entries(who ?? {}).filter(([, text]) => text !== ''));
  actions.change({
    centres: [...centres.filter(({ id }) => !ids.has(id)), ...found],
    current,
    inspector: { ...inspector, ...filled },
  });
  actions.redraw();
};

const takeFile = async (file: File, site: Site, actions: Actions, said: HTMLElement): Promise<void> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { lang, centres } = actions.desk();
  const tell = (outcome: 'taken' | 'notTaken', more: readonly string[]): void => {
    const lines = [named(SITE_WORDS[outcome][lang], file.name, lang), ...more];
    const place = document.getElementById('said') ?? said;
    place.replaceChildren(...lines.map(text => el('p', {}, text)));
  };
  const desk = deskIn(new TextDecoder().decode(bytes));
  if (desk !== undefined) {
    takeDesk(desk, actions);
    const strange = strangeIn(desk, site);
    return tell('taken', strange === 0 ? [] : [named(SITE_WORDS.strange[lang], String(strange), lang)]);
  }
  const taken = await take(file.name, bytes, centres, site, newId);
  const [first] = taken.centres;
  const slips = taken.problems.filter(isError).map(problem => problemText(problem, lang));
  if (first !== undefined) takeCentres(taken, first, actions);
  tell(first === undefined ? 'notTaken' : 'taken', slips);
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
    return labelled(SITE_WORDS[key][lang], input);
  };
  return el('div', { class: 'fields' }, field('person'), field('level'), field('date'), bureauField(site, actions));
};

/** Whose rows of a scorecard are filled in, where they are shared out. */
const bureauField = ({ data: { scheme } }: Site, actions: Actions): HTMLElement | false => {
  const { lang, inspector } = actions.desk();
  const bureaus = scheme.scorecard === undefined ? [] : bureausOf(scheme.scorecard);
  if (bureaus.length === 0) return false;
  const options = [['', SITE_WORDS.allBureaus[lang]] as const, ...bureaus.map(bureau => [bureau, bureau] as const)];
  const choose = (bureau: string): void => {
    actions.change({ inspector: { ...actions.desk().inspector, bureau } });
    actions.redraw();
  };
  return labelled(SITE_WORDS.bureau[lang], selectOf({ id: freshId() }, options, inspector.bureau, choose));
};

const chooser = (actions: Actions): HTMLElement => {
  const { lang, centres } = actions.desk();
  const options = centres.map(
    (centre, at) => [centre.id, `${at + 1}. ${centreName(centre) || SITE_WORDS.unnamed[lang]}`] as const,
  );
  const choose = (current: string): void => {
    actions.change({ current });
    actions.redraw();
  };
  return labelled(SITE_WORDS.centre[lang], selectOf({ id: freshId() }, options, actions.current().id, choose));
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

/** A centre of the level that the page is for, with nothing found yet. */
const beginner =
  ({ vocabulary, data }: Site) =>
  (): Centre => {
    const level = vocabulary.fact.get('center.level');
    const term = level?.type === 'term' ? vocabulary.term.get(level.list)?.get(data.level) : undefined;
    return { id: newId(), declared: term === undefined ? {} : { 'center.level': term.label.zh }, found: {} };
  };

const adder = (actions: Actions, begin: () => Centre): HTMLElement =>
  button(SITE_WORDS.add[actions.desk().lang], () => {
    const centre = begin();
    actions.change({ centres: [...actions.desk().centres, centre], current: centre.id });
    actions.redraw();
  });

const opener = (site: Site, actions: Actions, said: HTMLElement): readonly HTMLElement[] => {
  const file = el('input', { type: 'file', id: freshId(), accept: '.yaml,.yml,.json', class: 'unseen' });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void takeFile(chosen, site, actions, said);
    file.value = '';
  });
  return [el('label', { class: 'button', for: file.id }, SITE_WORDS.open[actions.desk().lang]), file];
};

/** The record of the inspection, the profile as it was found, and all that the page keeps. */
const savers = (site: Site, actions: Actions, said: HTMLElement): readonly HTMLElement[] => {
  const { lang } = actions.desk();
  const profileName = (): string => fileName(site, actions, lang === 'zh' ? '申报表' : 'profile');
  const backupName = (): string => `duibiao-${site.pack.id}-${actions.desk().inspector.date}.json`;
  return [
    button(SITE_WORDS.record[lang], () => exportRecord(site, actions, said), { class: 'main' }),
    button(SITE_WORDS.profile[lang], () =>
      handOver(profileName(), profileYaml(actions.weighed().audit.profile, site), said, lang),
    ),
    button(SITE_WORDS.backup[lang], () => handOver(backupName(), JSON.stringify(actions.desk()), said, lang)),
  ];
};

const turner = (actions: Actions): HTMLElement => {
  const { lang } = actions.desk();
  const other = lang === 'zh' ? 'en' : 'zh';
  const turn = (): void => {
    actions.change({ lang: other });
    actions.redraw();
  };
  return button(SITE_WORDS.other[lang], turn, { lang: lang === 'zh' ? 'en' : 'zh-CN' });
};

const noticeOf = (kept: boolean, lang: Lang): HTMLElement =>
  el('p', { class: kept ? 'notice' : 'notice warn' }, SITE_WORDS[kept ? 'kept' : 'notKept'][lang]);

/** Who inspects which centre, and what goes in and out. */
export const headFor = (site: Site, actions: Actions, kept: boolean): HTMLElement => {
  const { lang } = actions.desk();
  const [said, begin] = [el('div', { id: 'said', role: 'status' }), beginner(site)];
  const buttons = [
    adder(actions, begin),
    ...opener(site, actions, said),
    ...savers(site, actions, said),
    turner(actions),
    remover(actions, begin),
  ];
  return el(
    'section',
    { class: 'desk', 'aria-label': SITE_WORDS.inspector[lang] },
    noticeOf(kept, lang),
    chooser(actions),
    inspectorFields(site, actions),
    el('div', { class: 'line' }, ...buttons),
    said,
  );
};
