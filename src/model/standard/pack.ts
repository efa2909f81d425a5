import type { Location } from '../base/location.ts';
import { finder, keptFor, memoizedFor } from '../base/memo.ts';
import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { Level } from '../profile/profile.ts';
import type { Scheme } from '../scoring/scheme.ts';
import { type Expression, factsIn } from './expression.ts';
import type { Period, StandardHead } from './head.ts';
import type { Obligation } from './obligation.ts';
import type { Effort, Vocabulary, Wording } from './vocabulary.ts';

export type * from './head.ts';
export { OBLIGATIONS, type Obligation } from './obligation.ts';

export const inForce = (period: Period, asOf: string): boolean =>
  (period.from === undefined || period.from <= asOf) && (period.until === undefined || asOf <= period.until);

/** What a rule asks: of whom, in how far it binds, and when. */
export interface Asked {
  readonly levels: NonEmpty<Level>;
  readonly obligation: Obligation;
  readonly when?: Expression;
  readonly require: Expression;
  /** A fact declared 未发生 makes the rule not applicable. */
  readonly acceptsNotOccurred: boolean;
}

/** Another way in which the text can honestly be read, whole as it would stand, with the argument for it. */
export interface Reading {
  readonly id: string;
  readonly says: Bilingual;
  readonly because?: Bilingual;
  /** Absent where the rule, so read, asks nothing of a centre. */
  readonly asked?: Asked;
  /** What the text leaves to the county to name: in how many days, how often. */
  readonly names?: Bilingual;
}

/** The name of the reading that a rule itself keeps. */
export const AS_STATED = 'as-stated';

/** A reading that a county decided on: by whom, on which day, and what it named where the text names nothing. */
export interface SettledReading {
  readonly reading: string;
  readonly named?: string;
  readonly by: string;
  readonly on: string;
}

/** Who decided something where no clause does, when and why. */
export interface Authority {
  readonly by: string;
  readonly on: string;
  readonly because: Bilingual;
}

/** What a pack writes anew of a rule that it takes from another. */
export interface Tailoring {
  readonly pack: string;
  readonly keys: readonly { readonly key: string; readonly location: Location }[];
  readonly location: Location;
  readonly why?: Authority;
}

/** The pack that first states a rule, and what those that extend it changed, the last last. */
export interface Origin {
  readonly pack: string;
  readonly changes: readonly Tailoring[];
}

export interface Rule extends Asked {
  readonly id: string;
  readonly clause: NonEmpty<string>;
  readonly section: string;
  readonly title: Bilingual;
  readonly period: Period;
  /** The last day in time: until it is over the rule is not applicable yet. */
  readonly due?: string;
  readonly verify?: Bilingual;
  readonly remedy: Bilingual;
  readonly note?: Bilingual;
  readonly acceptsNotApplicable: boolean;
  /** Proposed from the words of the document and confirmed by nobody: it audits nothing. */
  readonly draft?: true;
  /** The other readings: all but the one in force. */
  readonly readings?: NonEmpty<Reading>;
  /** The reading in force is one that asks nothing. */
  readonly noDuty?: true;
  /** Where the county settled which reading is in force. */
  readonly settled?: SettledReading;
  readonly location: Location;
  /** Where it is taken from another pack. */
  readonly origin?: Origin;
}

/** A clause of another document than the pack's own: `《市标准》二(一)1`. */
export const cited = (title: string, clause: string): string => (isCited(clause) ? clause : `《${title}》${clause}`);

export const isCited = (clause: string): boolean => clause.startsWith('《');

/** The pack that another extends, as that one calls it. */
export interface Base {
  readonly id: string;
  readonly version: string;
  readonly called: string;
  /** Its folder, and the name that the folder goes by in messages. */
  readonly path: string;
  readonly shown: string;
  readonly base?: Base;
}

/** A rule of the pack extended that is left out. */
export interface Omission {
  readonly rule: string;
  readonly clause?: NonEmpty<string>;
  readonly why?: Authority;
  readonly location: Location;
}

export interface Section {
  readonly id: string;
  readonly clause: string;
  readonly title: Bilingual;
}

export interface Pack extends StandardHead {
  readonly id: string;
  /** Over the pack's files, by name and content. */
  readonly sha256: string;
  readonly title: Bilingual;
  readonly sections: readonly Section[];
  readonly notes: readonly Bilingual[];
  /** The common vocabulary with the pack's own facts and terms, and in its words. */
  readonly vocabulary: Vocabulary;
  /** What its rules call terms that the common vocabulary calls otherwise. */
  readonly wording: Wording;
  /** None where the standard is a scorecard alone. */
  readonly rules: readonly Rule[];
  /** Rules that nobody has confirmed yet. */
  readonly drafts?: readonly Rule[];
  /** What facts take to put right in this county, where that is not what the vocabulary says. */
  readonly effort?: Readonly<Record<string, Effort>>;
  /** By which its centres are scored where no other scheme is asked for, and by which those of a level are instead. */
  readonly scheme?: Scheme;
  readonly levelSchemes?: Readonly<Partial<Record<Level, Scheme>>>;
  /** The pack that this one extends, and what it leaves out of it. */
  readonly base?: Base;
  readonly omitted?: readonly Omission[];
  /** Rules that nobody signed as they now read, where the county wants its reports to say so. */
  readonly unsigned?: NonEmpty<string>;
  /** Where a county settled readings: what the pack says without them. */
  readonly stated?: Pack;
}

type OwnSchemes = Pick<Pack, 'scheme' | 'levelSchemes'>;

export const ownScheme = ({ scheme, levelSchemes }: OwnSchemes, level: Level): Scheme | undefined =>
  levelSchemes?.[level] ?? scheme;

/** A pack whose centres are scored by this, of whatever level. */
export const scoredBy = ({ levelSchemes: _, ...pack }: Pack, scheme: Scheme): Pack => ({ ...pack, scheme });

export const ownSchemes = ({ scheme, levelSchemes = {} }: OwnSchemes): readonly Scheme[] => [
  ...(scheme ? [scheme] : []),
  ...Object.values(levelSchemes),
];

export const rulesFor: (pack: Pack, level: Level) => readonly Rule[] = memoizedFor((pack: Pack, level) =>
  pack.rules.filter(({ levels }) => levels.some(one => one === level)),
);

export const ruleWith = finder(({ id }: Rule) => id);

/** Both sides of a rule: its condition, if it has one, and its requirement. */
export const sidesOf = ({ when, require }: Pick<Rule, 'when' | 'require'>): readonly Expression[] =>
  when ? [when, require] : [require];

/** Every fact that a rule looks at, once. */
export const factsOfRule = keptFor((rule: Pick<Rule, 'when' | 'require'>): readonly string[] => [
  ...new Set(sidesOf(rule).flatMap(factsIn)),
]);

/** A pack with its drafts among its rules, as those who write it look at it. */
export const withDrafts = (pack: Pack): Pack =>
  pack.drafts === undefined ? pack : { ...pack, rules: [...pack.rules, ...pack.drafts] };

/** What is held alike: the rules of a pack for one level. */
export const frameId = (pack: Pick<Pack, 'id'>, level: Level): string => `${pack.id}/${level}`;
