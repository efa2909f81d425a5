import type { Outcome } from '../finding/finding.ts';
import type { Level } from '../profile/profile.ts';
import type { DefectValues, InspectionDefect, ScorecardDoubt, ScorecardError } from '../scoring/scorecard-defect.ts';
import type { FactDefinition, RecordsDefinition, Theme } from '../standard/vocabulary.ts';
import type { Waiver } from '../standard/waiver.ts';
import type { Location } from './location.ts';
import type { OwnBook } from './own-book.ts';
import type { Bilingual } from './text.ts';
import type { UnreadableCause } from './unreadable-cause.ts';
import type { Wanted } from './wanted.ts';

/** Copies of a standard that have to be saved as something else before they are read. */
export type DocumentKind =
  | 'doc'
  | 'pdf'
  | 'scan'
  | 'rtf'
  | 'odt'
  | 'ofd'
  | 'workbook'
  | 'packed'
  | 'encrypted'
  | 'too-large'
  | 'damaged';

/** What is near a name that nobody knows, or else all that could stand there. */
interface Meant {
  readonly suggestions: readonly string[];
  readonly accepted?: readonly string[];
}

/** What can be wrong with what people hand in, by code, with the particulars that its sentence needs. */
export interface ProblemDetails {
  'file-missing': object;
  'file-unreadable': { readonly detail: string };
  'is-directory': object;
  'special-file': { readonly kind: 'pipe' | 'socket' | 'device' };
  /** A link in a folder of submissions that leads out of it, or to a folder, which is not followed. */
  'link-outside': { readonly target: string };
  'link-to-folder': { readonly target: string };
  'empty-file': object;
  'too-large': { readonly limit: string };
  'unknown-format': { readonly extension: string; readonly accepted: readonly string[] };
  'wrong-content': { readonly found: 'package' | 'old-office' | 'pdf' | 'binary' };
  'document-format': { readonly found: DocumentKind };
  'form-format': { readonly found: DocumentKind };
  'decoded-as': { readonly encoding: string };
  syntax: { readonly detail: string };
  'yaml-feature': { readonly feature: 'alias' | 'tag' | 'directive' | 'documents' | 'depth' | 'merge' };
  /** A sign that looks like one of YAML's and is none. */
  'yaml-sign': {
    readonly slip: 'colon' | 'colon-space' | 'comma' | 'brackets' | 'dash' | 'dash-space' | 'quotes';
    readonly sign: string;
  };
  'duplicate-key': { readonly key: string; readonly first: Location };
  'not-a-mapping': { readonly found: string };
  /** `list` has a field of this name. */
  'unknown-fact': { readonly key: string; readonly suggestions: readonly string[]; readonly list?: RecordsDefinition };
  'theme-value': { readonly theme: Theme; readonly found: string };
  'duplicate-fact': { readonly fact: FactDefinition; readonly first: Location };
  'unreadable-value': { readonly fact: FactDefinition; readonly found: string; readonly cause?: UnreadableCause };
  'wrong-unit': { readonly fact: FactDefinition; readonly found: string };
  implausible: { readonly fact: FactDefinition; readonly found: string };
  'unknown-term': {
    /** Whether the list lets a centre name terms of its own. */
    readonly open: boolean;
    /** Where nothing is near: terms that could be meant. */
    readonly accepted: readonly string[];
    readonly fact: FactDefinition;
    readonly list: string;
    readonly found: string;
    readonly suggestions: readonly string[];
  };
  'duplicate-term': { readonly fact: FactDefinition; readonly found: string };
  'own-term': { readonly fact: FactDefinition; readonly found: string };
  'list-of-blanks': { readonly fact: FactDefinition };
  /** A profile is audited although so many places of it cannot be read. */
  provisional: { readonly count: number };
  'nothing-declared': object;
  'workbook-refused': {
    readonly reason:
      | 'encrypted'
      | 'old-format'
      | 'web-page'
      | 'not-workbook'
      | 'damaged'
      | 'too-large'
      | 'too-many-cells'
      | 'too-wide'
      | 'no-sheets';
  };
  /** A workbook that the tool wrote itself; of which centre, where it is of one. */
  'own-book': { readonly kind: OwnBook | 'result'; readonly center: string };
  'workbook-extras': { readonly extras: 'macros' | 'external-links' };
  'cell-error': { readonly found: string };
  'formula-uncached': object;
  'hidden-sheet': { readonly sheet: string };
  'hidden-rows': { readonly rows: string };
  'hidden-columns': { readonly columns: string };
  /** `explains`: by its name it only explains or shows an example. `planned`: a title that says that nothing of it is there yet. */
  'unread-sheet': { readonly sheet: string; readonly explains?: true; readonly planned?: string };
  'unread-label': { readonly label: string; readonly found: string };
  /** `of`: what is no profile. */
  'unread-columns': { readonly columns: readonly string[]; readonly of?: 'pack' };
  'no-answer-column': { readonly sheet: string };
  /**
   * `of`: sheets of two years, or of two places that do not name their centre; `forms`: two centres on one sheet; `periods`: a row a
   * month; columns where it is not said.
   */
  'two-answers': {
    readonly one: string;
    readonly other: string;
    readonly of?: 'forms' | 'heads' | 'periods' | 'places' | 'years';
  };
  'cell-comment': { readonly found: string };
  'cell-picture': object;
  'cell-struck': { readonly found: string };
  /** A figure with a comma behind it in a row that is wider than the others: 200,5. */
  'cell-split': { readonly found: string };
  'floating-text': { readonly found: string };
  'floating-boxes': { readonly count: number };
  'same-sheet-name': { readonly sheet: string };
  'no-day': { readonly fact: FactDefinition; readonly found: string };
  'day-from-number': { readonly found: string; readonly day: string };
  'unread-cell': { readonly found: string; readonly more: number };
  /** A centre that is there no more, or not yet, by what stands behind its name. */
  'not-running': { readonly found: string };
  /** Rows that leave out where they are, below one that says it. */
  'place-blank': { readonly label: string; readonly above: string; readonly count: number };
  /** `alone` where no centre of the file says anything but in such lists. */
  'unmatched-record': {
    readonly list: string;
    readonly center: string;
    readonly alone?: true;
    /** More than one centre is called so. */
    readonly several?: true;
  };
  'center-undeclared': { readonly missing: readonly ('center.county' | 'center.level')[] };
  'no-pack': {
    readonly county: string;
    readonly level: Level;
    readonly asOf: string;
    readonly available: readonly string[];
    /** Counties with a pack that may be meant. */
    readonly near: readonly string[];
    /** The first day of a pack of the county that was not in force yet. */
    readonly from?: string;
  };
  'ambiguous-pack': { readonly packs: readonly string[] };
  'unknown-pack': { readonly id: string } & Meant;
  'no-packs': object;
  'level-not-covered': { readonly pack: string; readonly level: Level };
  /** A pack asked for by name, on a day before it begins or after it ends. */
  'not-in-force': { readonly pack: string; readonly asOf: string; readonly from?: string; readonly until?: string };
  shape: { readonly path: string; readonly wanted: Wanted; readonly found?: string };
  'unknown-key': { readonly key: string } & Meant;
  'unknown-name': {
    readonly kind:
      | 'fact'
      | 'list'
      | 'section'
      | 'term'
      | 'rule'
      | 'reading'
      | 'unit'
      | 'scheme'
      | 'grade'
      | 'veto'
      | 'bureau'
      | 'item'
      | 'class'
      | 'level';
    readonly name: string;
  } & Meant;
  /** Without a place where what has the id first comes with the tool. */
  'duplicate-id': { readonly id: string; readonly first?: Location };
  'ambiguous-name': { readonly name: string; readonly owners: readonly string[] };
  'operator-type': {
    readonly operator: string;
    readonly fact: FactDefinition;
    /** None where the fact is a field of a list that is asked without going through the list. */
    readonly accepted: readonly string[];
  };
  'operand-type': {
    readonly operator: string;
    readonly fact: FactDefinition;
    readonly found: string;
    /** `value`: one of the fact's own. */
    readonly wanted: 'value' | 'yes-no' | 'range' | 'terms' | 'multiple';
  };
  /** `many`: the other is a field of a list and has a value in each of its records; or it is to be counted, or gone by. */
  incomparable: {
    readonly fact: FactDefinition;
    readonly other: FactDefinition;
    readonly reason: 'kind' | 'many' | 'counted' | 'banded';
  };
  /** `as-rule`: a reading that says the same as its rule. */
  'idle-reading': { readonly reading: string };
  'rules-unsigned': { readonly rules: readonly string[]; readonly of: number };
  /** A settled reading that should name a figure and does not, or the other way round. */
  'reading-names': { readonly reading: string; readonly wanted?: Bilingual };
  'empty-range': { readonly low: string; readonly high: string };
  'when-empty-missing': { readonly records: string; readonly found?: string };
  /** Working days are counted at these places, and no calendar says which days are worked. */
  'no-calendar': { readonly places: readonly Location[] };
  'bad-pattern': { readonly pattern: string; readonly detail: 'empty' | 'brackets' };
  'bad-scheme': { readonly detail: 'grades-order' | 'grades-gap' | 'no-points' };
  'bad-scorecard': { readonly defect: ScorecardError; readonly values: DefectValues };
  'scorecard-doubt': { readonly doubt: ScorecardDoubt; readonly values: DefectValues };
  'bad-inspection': { readonly defect: InspectionDefect; readonly values: DefectValues };
  /** Two bureaus give different figures for a row that they score together. */
  /** A record from before the day on which the centre declared what it is laid over. */
  'older-inspection': { readonly found: string; readonly declared: string };
  'entry-differs': { readonly name: string; readonly first: string; readonly last: string };
  /** Something that an inspector filled in for a row that does not count here. */
  'idle-entry': { readonly name: string; readonly value: string; readonly row: string };
  'waiver-expired': { readonly waiver: Waiver; readonly days: number };
  'waiver-ending': { readonly waiver: Waiver; readonly days: number };
  'waiver-early': { readonly waiver: Waiver };
  'waiver-unused': { readonly waiver: Waiver; readonly outcome: Outcome };
  'waiver-self-approved': { readonly waiver: Waiver };
  'waiver-unknown-center': { readonly waiver: Waiver; readonly suggestions: readonly string[] };
  'not-a-result': object;
  'result-version': { readonly found: string };
  'no-results': object;
  'no-texts': { readonly pack: string; readonly scheme: string; readonly file: string };
  'texts-changed': { readonly pack: string };
  'earlier-absent': { readonly pack: string };
  'earlier-unreadable': object;
  'center-gone': object;
  'nobody-listed': object;
  'repeated-result': { readonly first: Location };
  superseded: { readonly center: string; readonly by: Location; readonly same: boolean };
  'duplicate-center': {
    readonly center: string;
    readonly others: readonly Location[];
    readonly rule: 'latest' | 'refuse';
  };
}

export type ProblemCode = keyof ProblemDetails;
