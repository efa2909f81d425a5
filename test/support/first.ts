/** The first of what must not be empty. */
export const firstOf = <T>(things: readonly T[]): T => {
  const [first] = things;
  if (first === undefined) throw new Error('nothing there');
  return first;
};
