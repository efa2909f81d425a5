/** A text in both languages of the tool. Chinese leads; English is complete. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a thing of some kind is called, one and several. */
export interface Noun extends Bilingual {
  /** Of the English word, where it is no plain one. */
  readonly plural?: string;
}

export const both = (zh: string, en: string): Bilingual => ({ zh, en });

export type Lang = keyof Bilingual;

export type NonEmpty<T> = readonly [T, ...T[]];

export const isNonEmpty = <T>(items: readonly T[]): items is NonEmpty<T> => items.length > 0;

/** Adds to a list what may be more than can be handed over in one call. */
export const append = <T>(list: T[], ...more: readonly Iterable<T>[]): void => {
  for (const some of more) for (const one of some) list.push(one);
};

export const each = <A, B>([first, ...rest]: NonEmpty<A>, make: (one: A) => B): NonEmpty<B> => [
  make(first),
  ...rest.map(make),
];

/** What a record holds by a name that somebody else has written, which may be that of something all records have. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
