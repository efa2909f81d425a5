import { distinct } from './group.ts';
import { type Location, startOf } from './location.ts';
import type { ProblemCode, ProblemDetails } from './problem-details.ts';
import type { NonEmpty } from './text.ts';

export type { DocumentKind, ProblemCode, ProblemDetails } from './problem-details.ts';

export type Severity = 'error' | 'warning';

/** Whether what is wrong stands in the way of a result, or is only to be said. */
export const SEVERITIES = {
  'file-missing': 'error',
  'file-unreadable': 'error',
  'is-directory': 'error',
  'special-file': 'error',
  'link-outside': 'warning',
  'link-to-folder': 'warning',
  'empty-file': 'error',
  'too-large': 'error',
  'unknown-format': 'error',
  'wrong-content': 'error',
  'document-format': 'error',
  'form-format': 'error',
  'decoded-as': 'warning',
  syntax: 'error',
  'yaml-feature': 'error',
  'yaml-sign': 'error',
  'duplicate-key': 'error',
  'not-a-mapping': 'error',
  'unknown-fact': 'error',
  'theme-value': 'error',
  'duplicate-fact': 'error',
  'unreadable-value': 'error',
  'wrong-unit': 'error',
  implausible: 'error',
  'unknown-term': 'error',
  'duplicate-term': 'warning',
  'own-term': 'warning',
  'list-of-blanks': 'warning',
  provisional: 'warning',
  'nothing-declared': 'error',
  'workbook-refused': 'error',
  'own-book': 'error',
  'workbook-extras': 'warning',
  'cell-error': 'error',
  'formula-uncached': 'error',
  'hidden-sheet': 'warning',
  'hidden-rows': 'warning',
  'hidden-columns': 'warning',
  'unread-sheet': 'warning',
  'unread-label': 'warning',
  'unread-columns': 'warning',
  'no-answer-column': 'warning',
  'two-answers': 'error',
  'cell-comment': 'warning',
  'cell-picture': 'warning',
  'cell-struck': 'error',
  'cell-split': 'error',
  'floating-text': 'warning',
  'floating-boxes': 'warning',
  'same-sheet-name': 'warning',
  'day-from-number': 'warning',
  'no-day': 'warning',
  'unread-cell': 'warning',
  'not-running': 'warning',
  'place-blank': 'warning',
  'unmatched-record': 'error',
  'center-undeclared': 'error',
  'no-pack': 'error',
  'ambiguous-pack': 'error',
  'unknown-pack': 'error',
  'no-packs': 'error',
  'level-not-covered': 'error',
  'not-in-force': 'warning',
  shape: 'error',
  'unknown-key': 'error',
  'unknown-name': 'error',
  'duplicate-id': 'error',
  'ambiguous-name': 'error',
  'operator-type': 'error',
  'operand-type': 'error',
  incomparable: 'error',
  'idle-reading': 'error',
  'rules-unsigned': 'warning',
  'reading-names': 'error',
  'empty-range': 'error',
  'when-empty-missing': 'error',
  'no-calendar': 'error',
  'bad-pattern': 'error',
  'bad-scheme': 'error',
  'bad-scorecard': 'error',
  'scorecard-doubt': 'warning',
  'bad-inspection': 'error',
  'entry-differs': 'warning',
  'older-inspection': 'warning',
  'idle-entry': 'warning',
  'waiver-expired': 'warning',
  'waiver-ending': 'warning',
  'waiver-early': 'warning',
  'waiver-unused': 'warning',
  'waiver-self-approved': 'warning',
  'waiver-unknown-center': 'warning',
  'not-a-result': 'error',
  'result-version': 'error',
  'no-results': 'error',
  'no-texts': 'error',
  'texts-changed': 'error',
  'earlier-absent': 'warning',
  'earlier-unreadable': 'warning',
  'center-gone': 'error',
  'nobody-listed': 'error',
  'repeated-result': 'warning',
  superseded: 'warning',
  'duplicate-center': 'error',
} as const satisfies Record<ProblemCode, Severity>;

export type ProblemOf<C extends ProblemCode> = {
  readonly code: C;
  readonly severity: Severity;
  readonly location: Location;
} & ProblemDetails[C];

export type Problem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode];

/** Something read from outside: the value with what should be said about it, or every reason why there is none. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: NonEmpty<Problem> };

/** What is wrong at a place; by the name of a file alone, with the file as a whole. */
export const problem = <C extends ProblemCode>(code: C, at: Location | string, details: ProblemDetails[C]): Problem =>
  ({
    code,
    severity: SEVERITIES[code],
    location: typeof at === 'string' ? startOf(at) : at,
    ...details,
  }) as ProblemOf<C> as Problem;

export const isError = (candidate: Problem): boolean => candidate.severity === 'error';

/** The value if nothing in `problems` is an error, with the warnings; else the problems. */
export const loaded = <T>(problems: readonly Problem[], value: () => T): Loaded<T> => {
  const [first, ...rest] = problems;
  return first !== undefined && problems.some(isError)
    ? { ok: false, problems: [first, ...rest] }
    : { ok: true, value: value(), warnings: problems };
};

/** No value, for these reasons. */
export const refused = (problems: readonly Problem[]): Loaded<never> => {
  const [first, ...rest] = problems;
  if (first === undefined) throw new Error('a refusal has a reason');
  return { ok: false, problems: [first, ...rest] };
};

/** What is to be said of something that was read, whether or not it gave a value. */
export const toldOf = (read: Loaded<unknown>): readonly Problem[] => (read.ok ? read.warnings : read.problems);

/** The values of those that gave one. */
export const valuesOf = <T>(reads: readonly Loaded<T>[]): readonly T[] =>
  reads.flatMap(read => (read.ok ? [read.value] : []));

/** Several as one, with all that is to be said of them. */
export const allOf = <T>(reads: readonly Loaded<T>[], more: readonly Problem[] = []): Loaded<readonly T[]> =>
  loaded([...more, ...reads.flatMap(toldOf)], () => valuesOf(reads));

/** The same problem is told once. */
export const eachOnce = (problems: readonly Problem[]): readonly Problem[] =>
  distinct(problems, one => JSON.stringify(one));

/** Every reason of those that gave no value; what was never asked for has none. */
export const reasonsOf = (reads: readonly (Loaded<unknown> | undefined)[]): readonly Problem[] =>
  reads.flatMap(read => (read === undefined || read.ok ? [] : read.problems));
