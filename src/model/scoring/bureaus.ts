/** Bureaus that score a row together go by one name: `宣传部、教育局`. */
export const joinedBureaus = (names: readonly string[]): string => names.join('、');

export const bureausIn = (bureau: string): readonly string[] => bureau.split('、');
