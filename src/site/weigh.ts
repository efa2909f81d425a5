import { audit } from '../audit/audit.ts';
import { overlay } from '../evaluate/overlay.ts';
import { buildForm, type Form } from '../forms/form.ts';
import { isError, type Problem } from '../model/base/problem.ts';
import type { Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { FactChange } from '../model/profile/inspection.ts';
import type { Level, Profile } from '../model/profile/profile.ts';
import type { Scheme } from '../model/scoring/score.ts';
import type { Pack } from '../model/standard/pack.ts';
import { indexVocabulary, type Vocabulary, type VocabularyData } from '../model/standard/vocabulary.ts';
import { readFact } from '../read/profile/facts.ts';
import { type Names, namesOf } from '../read/profile/names.ts';
import { readDeclarations } from '../read/profile/profile.ts';
import { type Answers, nodeOf, profileNode, type Texts } from './answers.ts';

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
}

export interface Centre {
  readonly id: string;
  readonly declared: Texts;
  readonly found: Answers;
}

const SOURCE = { path: '', sha256: '' };

export const declaredProfile = (texts: Texts, { vocabulary }: Pick<Site, 'vocabulary'>): Profile =>
  readDeclarations(SOURCE, profileNode(texts), vocabulary).profile;

export const openSite = (data: SiteData): Site => {
  const vocabulary = indexVocabulary(data.vocabulary);
  const pack: Pack = { ...data.pack, vocabulary };
  const earlier = data.declared.map(texts => declaredProfile(texts, { vocabulary }));
  const form = buildForm([{ pack, level: data.level }], data.level, earlier);
  return { data, pack, vocabulary, names: namesOf(vocabulary), form };
};

/** A centre as it stands: what was declared with what was found laid over it, and what that comes to. */
export interface Weighed {
  readonly audit: Audit;
  readonly declared: Profile;
  readonly profile: Profile;
  readonly changes: readonly FactChange[];
  /** What cannot be read, by fact: it counts as if it had not been written. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

const BLANK = { reason: '', person: '', level: '' };

/** The same readers, rules and points as of the command line, on what stands in the page. */
export const weigh = ({ declared: texts, found }: Centre, site: Site, asOf: string): Weighed => {
  const { vocabulary, names, pack, data } = site;
  const problems = new Map<string, readonly Problem[]>();
  const changes = Object.entries(found).flatMap(([id, { value }]): readonly FactChange[] => {
    const definition = vocabulary.fact.get(id);
    if (value === undefined || definition === undefined) return [];
    const here: Problem[] = [];
    const fact = readFact({ vocabulary, names, problems: here }, definition, nodeOf(value));
    if (here.length > 0) problems.set(id, here);
    if (fact === undefined || here.some(isError)) return [];
    return [{ fact: id, found: fact, location: fact.location, ...BLANK }];
  });
  const declared = declaredProfile(texts, site);
  const profile = overlay(declared, changes);
  const { level, scheme } = data;
  return { audit: audit({ profile, level, pack, scheme, asOf, warnings: [] }), declared, profile, changes, problems };
};
