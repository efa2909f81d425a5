import { audit } from '../audit/audit.ts';
import { buildForm, type Form } from '../forms/form.ts';
import { isError, type Problem } from '../model/base/problem.ts';
import type { Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Entered, FactChange, Inspection } from '../model/profile/inspection.ts';
import type { Level, Profile } from '../model/profile/profile.ts';
import { entryIn } from '../model/scoring/rows.ts';
import type { Scheme } from '../model/scoring/score.ts';
import { type Pack, scoredBy } from '../model/standard/pack.ts';
import { indexVocabulary, type Vocabulary, type VocabularyData } from '../model/standard/vocabulary.ts';
import { readEntered } from '../read/inspection/entry.ts';
import { readFact } from '../read/profile/facts.ts';
import { type Names, namesOf } from '../read/profile/names.ts';
import { readDeclarations } from '../read/profile/profile.ts';
import { type Answers, nodeOf, profileNode, type Text, type Texts } from './answers.ts';

/** All that the page is made for: a standard, a kind of place, and what centres declared. */
export interface SiteData {
  readonly lang: Lang;
  readonly version: string;
  readonly level: Level;
  readonly pack: Omit<Pack, 'vocabulary'>;
  readonly vocabulary: VocabularyData;
  readonly scheme: Scheme;
  readonly declared: readonly Texts[];
}

/** The data, made ready for readers. */
export interface Site {
  readonly data: SiteData;
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly names: Names;
  readonly form: Form;
}

export interface Inspector {
  readonly person: string;
  readonly level: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** For which bureau, where a scorecard shares its rows out. */
  readonly bureau?: string;
}

export interface Centre {
  readonly id: string;
  readonly declared: Texts;
  /** By fact; what a scorecard leaves to inspectors by `entry:` and its id. */
  readonly found: Answers;
}

const SOURCE = { path: '', sha256: '' };

export const declaredProfile = (texts: Texts, { vocabulary }: Pick<Site, 'vocabulary'>): Profile =>
  readDeclarations(SOURCE, profileNode(texts), vocabulary).profile;

export const openSite = (data: SiteData): Site => {
  const vocabulary = indexVocabulary(data.vocabulary);
  const pack = scoredBy({ ...data.pack, vocabulary }, data.scheme);
  const earlier = data.declared.map(texts => declaredProfile(texts, { vocabulary }));
  const form = buildForm([{ pack, level: data.level }], data.level, earlier);
  return { data, pack, vocabulary, names: namesOf(vocabulary), form };
};

/** A centre as it stands: what was declared with what was found laid over it, and what that comes to. */
export interface Weighed {
  readonly audit: Audit;
  readonly declared: Profile;
  readonly changes: readonly FactChange[];
  readonly entries: readonly Entered[];
  /** What cannot be read, by fact: it counts as if it had not been written. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

const BLANK = { reason: '—', person: '—', level: '—' };

type Finding = Pick<Weighed, 'changes' | 'entries'>;

/** What stands in the page for one thing, as a line of a record. */
const readAnswer = (id: string, value: Text, profile: Profile, site: Site, problems: Problem[]): Finding => {
  const { vocabulary, names, data } = site;
  const entry = entryIn(id);
  if (entry !== undefined) {
    const line = profileNode({ entry, value, ...BLANK });
    const made = readEntered(
      { vocabulary, names, problems, profile, scheme: data.scheme, defaults: { ...BLANK, bureau: '' } },
      line,
    );
    return { changes: [], entries: made === undefined ? [] : [made] };
  }
  const definition = vocabulary.fact.get(id);
  const found = definition && readFact({ vocabulary, names, problems }, definition, nodeOf(value));
  return {
    changes: found === undefined ? [] : [{ fact: id, found, location: found.location, ...BLANK }],
    entries: [],
  };
};

/** The same readers, rules and points as of the command line, on what stands in the page. */
export const weigh = ({ declared: texts, found }: Centre, site: Site, asOf: string): Weighed => {
  const { pack, data } = site;
  const declared = declaredProfile(texts, site);
  const problems = new Map<string, readonly Problem[]>();
  const read = Object.entries(found).flatMap(([id, { value }]): readonly Finding[] => {
    if (value === undefined) return [];
    const here: Problem[] = [];
    const line = readAnswer(id, value, declared, site, here);
    if (here.length > 0) problems.set(id, here);
    return here.some(isError) ? [] : [line];
  });
  const changes = read.flatMap(line => line.changes);
  const entries = read.flatMap(line => line.entries);
  const record: Inspection = { ...SOURCE, stage: 'inspection', changes, entries };
  const inspections = changes.length + entries.length > 0 ? [record] : [];
  const { level, scheme } = data;
  return {
    audit: audit({ profile: declared, level, pack, scheme, asOf, warnings: [], inspections }),
    declared,
    changes,
    entries,
    problems,
  };
};
