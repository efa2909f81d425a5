/** Profiles say the same few things over and over; but not so many, nor so long, that memory may grow with them. */
const MOST = 2_000;
const LONGEST = 200;

/** V8 copies a shorter piece of a text anyway. */
const LONGEST_COPIED = 12;

/** A text that stands by itself: a piece of another would keep the whole of that alive, and a joined one is made anew. */
const detached = (text: string): string => (text.length <= LONGEST_COPIED ? text : ` ${text}`.slice(1));

/** A function of a text that answers what it has been asked before from memory, up to so many texts. */
export const memoized = <T>(make: (text: string) => T, most = MOST): ((text: string) => T) => {
  const known = new Map<string, T>();
  return text => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (text.length > LONGEST) return make(text);
    const own = detached(text);
    const made = make(own);
    if (known.size >= most) known.clear();
    known.set(own, made);
    return made;
  };
};

/** A function of an object that never changes, worked out once for each as long as it is there. */
export const keptFor = <O extends object, T>(make: (owner: O) => T): ((owner: O) => T) => {
  const kept = new WeakMap<O, { readonly value: T }>();
  return owner => {
    const known = kept.get(owner);
    if (known !== undefined) return known.value;
    const value = make(owner);
    kept.set(owner, { value });
    return value;
  };
};

/** What finds things of a list that never changes by a key: the first of those that have it. */
export const finder = <T, K>(keyOf: (one: T) => K): ((all: readonly T[], key: K) => T | undefined) => {
  const index = keptFor((all: readonly T[]) => new Map(all.toReversed().map(one => [keyOf(one), one] as const)));
  return (all, key) => index(all).get(key);
};

/** A memoized function of a text for each object. */
export const memoizedFor = <O extends object, T>(
  make: (owner: O, text: string) => T,
): ((owner: O, text: string) => T) => {
  const ownedBy = keptFor((owner: O) => memoized(text => make(owner, text)));
  return (owner, text) => ownedBy(owner)(text);
};

/** A value that is made when it is first asked for. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
