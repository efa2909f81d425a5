import type { Location } from './location.ts';
import type { ProblemCode, ProblemDetails } from './problem-details.ts';
import { SEVERITIES, type Severity } from './severity.ts';
import type { NonEmpty } from './text.ts';

export type { DocumentKind, ProblemCode, ProblemDetails, UnreadableCause } from './problem-details.ts';
export type { Severity } from './severity.ts';

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

export const problem = <C extends ProblemCode>(code: C, location: Location, details: ProblemDetails[C]): Problem =>
  ({ code, severity: SEVERITIES[code], location, ...details }) as ProblemOf<C> as Problem;

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

/** Every reason of those that gave no value; what was never asked for has none. */
export const reasonsOf = (reads: readonly (Loaded<unknown> | undefined)[]): readonly Problem[] =>
  reads.flatMap(read => (read === undefined || read.ok ? [] : read.problems));
