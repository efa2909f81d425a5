type Sentence<A extends readonly unknown[]> = (member: never, ...rest: A) => unknown;

/**
 * The sentence of its tag about a member of a union. A table of sentences types each for its own member; that the one
 * picked fits cannot be said in types, and is said here once.
 */
export const told = <
  K extends string,
  T extends { readonly [key in K]: string },
  A extends readonly unknown[],
  S extends Readonly<Record<T[K], Sentence<A>>>,
>(
  sentences: S,
  tag: K,
  member: T,
  ...rest: A
): ReturnType<S[T[K]]> => (sentences[member[tag]] as Sentence<A>)(member as never, ...rest) as ReturnType<S[T[K]]>;
