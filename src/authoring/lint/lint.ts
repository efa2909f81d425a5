import type { Facts } from '../../language/second/world.ts';
import type { Location } from '../../model/base/location.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import { LEVELS, type Level } from '../../model/profile/profile.ts';
import { factsIn } from '../../model/standard/expression.ts';
import {
  isCited,
  type Pack,
  type Rule,
  ruleWith,
  type Section,
  sidesOf,
  withDrafts,
} from '../../model/standard/pack.ts';
import { PARTS_OF_RULES, partOf } from '../../model/standard/parts.ts';
import { asDuty, readings } from '../../model/standard/reading.ts';
import { boundRule } from '../facts.ts';
import { readsAlike } from '../prove/generate.ts';
import type { Mutation } from '../prove/mutate.ts';
import { solve } from '../prove/solve.ts';
import { idleParts } from '../prove/survivors.ts';
import { isChapter, isClause, isWithin } from '../trace/clause.ts';
import { strayFigures } from './figures.ts';
import { type Overlap, overlapsOf } from './overlaps.ts';
import { relationsOf } from './relations.ts';

/** Parts of rules that a pack writes anew as the pack that it extends has them. */
export const idleChanges = (pack: Pack, base: Pack) =>
  pack.rules.flatMap(rule => {
    const change = rule.origin?.changes.findLast(({ pack: by }) => by === pack.id);
    const before = ruleWith(base.rules, rule.id);
    if (change === undefined || before === undefined) return [];
    return change.keys.flatMap(({ key, location }) => {
      const part = PARTS_OF_RULES.find(name => name === key);
      const same = part && JSON.stringify(partOf(rule, part)) === JSON.stringify(partOf(before, part));
      return same ? [{ rule, key, location }] : [];
    });
  });

/** What can be amiss with a pack that loads, by code. */
interface LintDetails {
  'clause-form': { readonly rule: Rule; readonly clause: string };
  'section-unused': { readonly section: Section };
  'section-elsewhere': { readonly rule: Rule; readonly section: Section };
  'level-unused': { readonly level: Level };
  'dates-empty': { readonly rule: Rule };
  'condition-never': { readonly rule: Rule };
  'condition-always': { readonly rule: Rule };
  'never-passes': { readonly rule: Rule };
  'never-fails': { readonly rule: Rule };
  'reading-alike': { readonly rule: Rule; readonly reading: string };
  'idle-part': { readonly rule: Rule; readonly mutation: Mutation };
  overlap: { readonly rule: Rule; readonly other: Rule; readonly overlap: Overlap };
  'figure-differs': { readonly rule: Rule; readonly part: TextPart; readonly lang: Lang; readonly figure: string };
  'language-missing': { readonly subject: string; readonly lang: Lang; readonly text: string };
  unverifiable: { readonly rule: Rule };
  conflict: { readonly rule: Rule; readonly other: Rule; readonly facts: Facts };
  follows: { readonly rule: Rule; readonly other: Rule; readonly facts: Facts };
  'override-idle': { readonly rule: Rule; readonly key: string };
}

export type TextPart = 'title' | 'remedy';

export type LintCode = keyof LintDetails;

export type LintFindingOf<C extends LintCode> = { readonly code: C; readonly location: Location } & LintDetails[C];

export type LintFinding = { [C in LintCode]: LintFindingOf<C> }[LintCode];

const finding = <C extends LintCode>(code: C, location: Location, details: LintDetails[C]): LintFinding =>
  ({ code, location, ...details }) as unknown as LintFinding;

type Check = (rule: Rule, pack: Pack) => readonly LintFinding[];

const checkClauses: Check = rule =>
  rule.clause
    .filter(clause => !isCited(clause) && !isClause(clause))
    .map(clause => finding('clause-form', rule.location, { rule, clause }));

const checkSection: Check = (rule, { sections }) => {
  const section = sections.find(({ id }) => id === rule.section);
  const inside =
    section === undefined ||
    isCited(section.clause) ||
    isChapter(section.clause) ||
    rule.clause.some(clause => isWithin(clause, section.clause));
  return inside ? [] : [finding('section-elsewhere', rule.location, { rule, section })];
};

const checkDates: Check = (rule, pack) => {
  const { period, due } = boundRule(pack, rule);
  const begins = due !== undefined && (period.from === undefined || due > period.from) ? due : period.from;
  const empty =
    begins !== undefined &&
    period.until !== undefined &&
    (due === undefined ? begins > period.until : begins >= period.until);
  return empty ? [finding('dates-empty', rule.location, { rule })] : [];
};

/** What a rule can never be, as far as a search for a profile can tell. */
const checkReach: Check = (rule, { vocabulary }) => {
  const { when, require, location } = rule;
  const applies = when ? [{ expression: when, wanted: true }] : [];
  const reaches = (...goals: Parameters<typeof solve>[0]): boolean => solve(goals, vocabulary) !== undefined;
  if (when && !reaches({ expression: when, wanted: true })) return [finding('condition-never', location, { rule })];
  return [
    ...(when && !reaches({ expression: when, wanted: false }) ? [finding('condition-always', location, { rule })] : []),
    ...(reaches(...applies, { expression: require, wanted: true })
      ? []
      : [finding('never-passes', location, { rule })]),
    ...(reaches(...applies, { expression: require, wanted: false })
      ? []
      : [finding('never-fails', location, { rule })]),
  ];
};

/** Each other reading can pass and fail, and decides some centre otherwise than its rule. */
const checkReadings: Check = (rule, pack) =>
  readings(rule).flatMap(other => [
    ...checkReach(other, pack),
    ...(readsAlike(pack, rule, other) ? [finding('reading-alike', rule.location, { rule, reading: other.id })] : []),
  ]);

const checkParts: Check = (rule, pack) =>
  idleParts(pack, rule).map(mutation => finding('idle-part', rule.location, { rule, mutation }));

const PARTS: readonly TextPart[] = ['title', 'remedy'];

const LANGS: readonly Lang[] = ['zh', 'en'];

const checkFigures: Check = (rule, pack) =>
  PARTS.flatMap(part =>
    LANGS.flatMap(lang =>
      strayFigures(rule, rule[part][lang], pack.vocabulary).map(figure =>
        finding('figure-differs', rule.location, { rule, part, lang, figure }),
      ),
    ),
  );

const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** The languages in which a text is not what it says it is. */
const foreign = ({ zh, en }: Bilingual): readonly Lang[] => [
  ...(count(zh, HAN) === 0 ? ['zh' as const] : []),
  ...(count(en, LATIN) <= count(en, HAN) ? ['en' as const] : []),
];

const checkText = (subject: string, text: Bilingual | undefined, location: Location): readonly LintFinding[] =>
  text === undefined
    ? []
    : foreign(text).map(lang => finding('language-missing', location, { subject, lang, text: text[lang] }));

const checkLanguages: Check = (rule, { vocabulary }) => {
  const { location } = rule;
  const labels = sidesOf(rule)
    .flatMap(factsIn)
    .map(id => [id, vocabulary.fact.get(id)?.label] as const);
  const own = (['title', 'remedy', 'note', 'verify'] as const).map(part => [part, rule[part]] as const);
  const read = (rule.readings ?? []).flatMap(({ id, says, because, names }) =>
    [says, because, names].map(text => [`readings: ${id}`, text] as const),
  );
  return [...own, ...read, ...labels].flatMap(([subject, text]) => checkText(subject, text, location));
};

const checkVerification: Check = (rule, { vocabulary }) => {
  const ids = sidesOf(rule).flatMap(factsIn);
  const places = [...ids, ...ids.map(id => id.split('.')[0] ?? id)];
  const told = rule.verify !== undefined || places.some(id => vocabulary.fact.get(id)?.verify !== undefined);
  return told ? [] : [finding('unverifiable', rule.location, { rule })];
};

const CHECKS: readonly Check[] = [
  checkClauses,
  checkSection,
  checkDates,
  checkReach,
  checkReadings,
  checkParts,
  checkFigures,
  checkLanguages,
  checkVerification,
];

const checkHead = (pack: Pack, location: Location): readonly LintFinding[] => {
  const all = withDrafts(pack).rules;
  const used = new Set(all.map(rule => rule.section));
  const levels = LEVELS.filter(
    level => pack.levels[level] !== undefined && !all.some(rule => rule.levels.includes(level)),
  );
  const texts: readonly (readonly [string, Bilingual])[] = [
    ['title', pack.title],
    ['issuer', pack.document.issuer],
    ...Object.entries(pack.levels),
    ...pack.sections.map(({ id, title }) => [id, title] as const),
    ...pack.notes.map(note => ['notes', note] as const),
  ];
  return [
    ...pack.sections
      .filter(({ id, clause }) => !used.has(id) && !isCited(clause))
      .map(section => finding('section-unused', location, { section })),
    ...levels.map(level => finding('level-unused', location, { level })),
    ...texts.flatMap(([subject, text]) => checkText(subject, text, location)),
  ];
};

/**
 * Everything that can be said against a pack without its document. `location` is that of its head; `base` is the pack
 * that it extends.
 */
export const lintPack = (pack: Pack, location: Location, base?: Pack): readonly LintFinding[] => [
  ...(base ? idleChanges(pack, base).map(({ location: at, ...idle }) => finding('override-idle', at, idle)) : []),
  ...checkHead(pack, location),
  ...pack.rules.flatMap(rule => CHECKS.flatMap(check => check(asDuty(rule), pack))),
  ...checkRelations({ ...pack, rules: pack.rules.filter(({ noDuty }) => !noDuty) }),
];

const checkRelations = (pack: Pack): readonly LintFinding[] => [
  ...relationsOf(pack).map(({ kind, ...relation }) => finding(kind, relation.rule.location, relation)),
  ...overlapsOf(pack).map(({ rule, other, overlap }) => finding('overlap', rule.location, { rule, other, overlap })),
];
