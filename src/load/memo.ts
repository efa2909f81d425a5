/** Profiles say the same few things over and over; but not so many that memory may grow with them. */
const MOST = 5_000;

/** A function of a text that answers what it has been asked before from memory. */
export const memoized = <T>(make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
};

/** The same for functions of a text that each belong to an object. */
export const memoizedFor = <O extends object, T>(
  make: (owner: O, text: string) => T,
): ((owner: O, text: string) => T) => {
  const owned = new WeakMap<O, (text: string) => T>();
  return (owner, text) => {
    const known = owned.get(owner) ?? memoized(asked => make(owner, asked));
    owned.set(owner, known);
    return known(text);
  };
};
