import type { StreamOptions } from '../../audit/inputs.ts';
import { isError, type Loaded, loaded, type Problem, toldOf } from '../../model/base/problem.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Level } from '../../model/profile/profile.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { Waiver } from '../../model/standard/waiver.ts';
import type { OpenRecords } from '../../read/inspection/records.ts';
import {
  type Library,
  type LibraryOptions,
  misreadings,
  openLibrary,
  readAsSettled,
  wordsFor,
} from '../../read/pack/library.ts';
import { today } from '../terminal.ts';

/** Options that say what centres are held against. */
export interface SettingOptions extends LibraryOptions {
  readonly pack?: readonly string[];
  readonly asOf?: string;
  readonly level?: Level;
  readonly scheme?: string;
  readonly waivers?: readonly string[];
  readonly withoutWaivers?: boolean;
  readonly onlyNew?: string;
  readonly inspection?: readonly string[];
  /** Whether each record has to say whose it is. */
  readonly namedRecords?: boolean;
  readonly provisional?: boolean;
}

/** All that an audit needs beside profiles, read and checked before the first of them. */
export interface Settings {
  readonly library: Library;
  readonly vocabulary: Vocabulary;
  readonly stream: StreamOptions;
  readonly waivers: readonly Waiver[];
  /** Compares with the earlier result. */
  readonly finish: (audit: Audit) => Audit;
  readonly warnings: readonly Problem[];
  /** What is wrong with records of inspections that could not be read, where the others are laid over their centres all the same. */
  readonly unread: readonly Problem[];
}

/** The tool's own points, where neither the user nor the pack brings a scheme. */
const OWN = 'default';

export const openSettings = async (options: SettingOptions): Promise<Loaded<Settings>> => {
  const opened = await openLibrary(options.standards);
  if (!opened.ok) return opened;
  const { readings = [] } = options;
  const library = { ...opened, value: await readAsSettled(opened.value, readings) };
  const read = await readAll(options, library.value);
  const problems = [
    ...[library, ...Object.values(read)].flatMap(toldOf),
    ...(await misreadings(opened.value, readings, options.pack)),
  ];
  const { vocabulary, scheme, waivers, finish, records } = read;
  const held =
    vocabulary.ok && scheme.ok ? await heldAgainst(options, library.value, vocabulary.value, scheme.value) : undefined;
  return loaded(problems, () => {
    if (held === undefined || !waivers.ok || !finish.ok || !records.ok)
      throw new Error('settings without problems must exist');
    const { asOf = today(), level } = options;
    const inspections = records.value.records;
    return {
      library: held.library,
      vocabulary: held.vocabulary,
      stream: {
        packs: held.packs,
        asOf,
        scheme: held.scheme,
        prefersOwn: options.scheme === undefined,
        waivers: waivers.value,
        ...(level && { level }),
        ...(inspections.length > 0 && { inspections, today: asOf > today() ? asOf : today() }),
        ...((options.namedRecords || records.value.unread.some(isError)) && { namedRecords: true }),
        ...(options.provisional && { provisional: true }),
      },
      waivers: waivers.value,
      finish: finish.value,
      warnings: problems,
      unread: records.value.unread,
    };
  });
};

/** What centres are held against: a scorecard brings words of its own, and is the standard by itself where no pack is named. */
const heldAgainst = async (options: SettingOptions, library: Library, vocabulary: Vocabulary, scheme: Scheme) => {
  const held = { library, vocabulary, scheme, packs: options.pack ?? [] };
  if (scheme.scorecard === undefined) return held;
  const { withScorecardWords, withWords } = await import('../../read/scorecard/words.ts');
  const words = withWords(vocabulary, scheme);
  const isAlone = options.pack === undefined && options.scheme !== undefined;
  const { packOfScheme } = await import('../../model/standard/card-pack.ts');
  const card = isAlone ? packOfScheme(scheme, words) : undefined;
  if (card === undefined) return { ...held, library: withScorecardWords(library, scheme), vocabulary: words };
  const { withPacks } = await import('../../read/pack/own-packs.ts');
  return { ...held, library: withPacks(library, new Map([[card.id, card]])), vocabulary: words, packs: [card.id] };
};

const nothing = <T>(value: T): Loaded<T> => ({ ok: true, value, warnings: [] });

/** A scorecard asks in the words of the pack, where only one is named. */
export const readNamedScheme = async (name: string, [id, ...others]: readonly string[], library: Library) => {
  const pack = id === undefined || others.length > 0 ? undefined : await library.pack(id);
  return library.scheme(name, pack?.ok ? pack.value.vocabulary : undefined);
};

const openInspections = async ({ inspection, namedRecords = false }: SettingOptions): Promise<Loaded<OpenRecords>> => {
  if (inspection === undefined) return nothing({ records: [], unread: [] });
  const { openRecords } = await import('../../read/inspection/records.ts');
  return openRecords(inspection, { named: namedRecords });
};

const readAll = async (options: SettingOptions, library: Library) => {
  const { scheme, waivers, withoutWaivers, onlyNew, pack = [] } = options;
  return {
    records: await openInspections(options),
    vocabulary: await wordsFor(library, pack),
    scheme: scheme === undefined ? await library.scheme(OWN) : await readNamedScheme(scheme, pack, library),
    waivers:
      waivers === undefined || withoutWaivers === true
        ? nothing<readonly Waiver[]>([])
        : await (await import('../../read/settings/waivers.ts')).loadWaivers(waivers, library, pack),
    finish:
      onlyNew === undefined
        ? nothing<Settings['finish']>(audit => audit)
        : await (await import('./earlier.ts')).comparesWith(onlyNew, library),
  };
};
