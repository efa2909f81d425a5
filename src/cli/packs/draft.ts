import { join } from 'node:path';
import type { Place } from '../../authoring/trace/align.ts';
import { draftLedger, draftText, type Earlier } from '../../authoring/trace/draft.ts';
import { type Names, NO_NAMES, namesNow } from '../../authoring/trace/hold.ts';
import { sourceFor } from '../../authoring/trace/quotes.ts';
import { textsOf } from '../../authoring/trace/trace.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import { type Loaded, loaded } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import { withDrafts } from '../../model/standard/pack.ts';
import type { TextFile } from '../../read/document/open.ts';
import { ledgerText, loadLedger } from '../../read/pack/authored.ts';
import { type PackFolder, packFolder } from '../../read/pack/find-rules.ts';
import { say } from '../../words/reader.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { misused, refuse } from '../problems.ts';
import { errLine, outLine, type Terminal } from '../terminal.ts';
import { NO_COPY, openPack, type PackOptions } from './open.ts';

export interface TraceOptions extends PackOptions {
  /** The user's own copy of the document, or a folder with copies of several. */
  readonly source?: string;
  /** An earlier copy of it. */
  readonly was?: string;
  readonly draft?: boolean;
  /** Whether the draft is put into the pack. */
  readonly write?: boolean;
}

/** The ledger as it stands; a file that `>` emptied before anyone could read it is none. */
const earlierOf = async (folder: PackFolder): Promise<Loaded<Earlier | undefined>> => {
  const text = ledgerText(folder);
  if (text.trim() === '') return loaded([], () => undefined);
  const ledger = await loadLedger(folder);
  return ledger.ok ? loaded(ledger.warnings, () => ({ ledger: ledger.value, text })) : ledger;
};

/** The sentences behind a draft, a line each: clause, fingerprint, words. */
const listOf = (places: readonly Place[]): string =>
  places
    .flatMap(({ sentence }) => sentence ?? [])
    .map(({ clause, fingerprint, text }) => `${clause}\t${fingerprint}\t${text.trim().replaceAll(/\s+/gu, ' ')}\n`)
    .join('');

const COUNTED = ['same', 'moved', 'changed', 'unaccounted', 'missing'] as const;

const NAMES: Readonly<Record<Place['state'], readonly [zh: string, en: string]>> = {
  same: ['未变', 'as before'],
  moved: ['换了位置', 'moved'],
  changed: ['改了措辞（was 处待复核）', 'reworded (to be looked at: `was`)'],
  unaccounted: ['新增待登记', 'new'],
  missing: ['文中已无（登记仍保留）', 'gone from the document (kept in the ledger)'],
};

const tally = (places: readonly Place[], lang: Lang): string =>
  COUNTED.flatMap(state => {
    const count = places.filter(place => place.state === state).length;
    const [zh, en] = NAMES[state];
    return count === 0 ? [] : [say(lang, `${zh} ${count}`, `${en} ${count}`)];
  }).join(say(lang, '，', ', '));

/** Drafts the ledger of one pack, which holds no word of the document; the sentences go to stderr, for the eye. */
export const draft = async (
  [id, ...more]: readonly string[],
  sources: readonly TextFile[],
  former: readonly TextFile[],
  options: TraceOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { lang } = options;
  const needs = {
    zh: '起草登记需要写明一个标准和它的原文：packs trace 标准 --source 文件 --draft',
    en: 'a draft needs one pack and its document: packs trace PACK --source FILE --draft',
  }[lang];
  if (id === undefined || more.length > 0) return misused(needs, terminal);
  const folder = packFolder(id, options.standards);
  const earlier = await earlierOf(folder);
  if (!earlier.ok) return refuse(earlier.problems, lang, terminal);
  if (options.source === undefined) return misused(needs, terminal);
  const source = sourceFor(earlier.value?.ledger, sources);
  // A ledger brought up to date by the document of another county keeps neither.
  if (source === undefined) {
    errLine(terminal, NO_COPY[lang](options.source));
    return EXIT.badInput;
  }
  const was = former[0] && textsOf(former[0].text);
  const places = draftLedger(source, earlier.value?.ledger, was);
  const opened = await openPack(id, options);
  const names = opened.pack.ok ? namesNow(places, withDrafts(opened.pack.value)) : NO_NAMES;
  terminal.err(listOf(places));
  put(draftText(places, earlier.value, { names }), places, folder, options, terminal);
  const changes = namesText(names, opened.pack.ok, lang);
  if (changes !== '') terminal.err(changes);
  return EXIT.passed;
};

/** What was done with the names of rules; nothing where nothing was. */
const namesText = ({ entered, dropped }: Names, read: boolean, lang: Lang): string => {
  const list = (names: readonly string[]): string => names.join(say(lang, '、', ', '));
  return [
    ...(read
      ? []
      : [
          {
            zh: '规则还有错（见 packs lint），登记里的规则名未核对',
            en: 'the rules have mistakes (packs lint): their names in the ledger are left as they are',
          }[lang],
        ]),
    ...(entered.length > 0 ? [`${say(lang, '登入规则：', 'rules entered: ')}${list(entered)}`] : []),
    ...(dropped.length > 0
      ? [`${say(lang, '已无此规则，删去：', 'rules that are gone, dropped: ')}${list(dropped)}`]
      : []),
  ]
    .map(line => `${line}\n`)
    .join('');
};

const put = (
  text: string,
  places: readonly Place[],
  { path, shown }: PackFolder,
  { lang, write }: TraceOptions,
  terminal: Terminal,
): void => {
  if (!write) {
    terminal.out(text);
    return;
  }
  writeWhole(join(path, 'clauses.yaml'), text);
  outLine(
    terminal,
    `${join(shown, 'clauses.yaml')}${say(lang, `：${places.length} 句，`, `: ${places.length} sentences, `)}${tally(places, lang)}`,
  );
};
