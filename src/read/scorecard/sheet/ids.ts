import { inDigits } from '../../profile/numerals.ts';

/** Ids made of the numbers that a row goes by: `一（1）` is r1-1; a number that comes again goes by its section too. */
export const idMaker = () => {
  const taken = new Set<string>();
  return (clause: string, section: number, prefix = 'r'): string => {
    const digits = inDigits(clause.normalize('NFKC'))
      .toLowerCase()
      .split(/[^a-z0-9]+/u)
      .filter(part => part !== '')
      .join('-');
    const tries = [`${prefix}${digits}`, `${prefix}${section}-${digits}`].filter(() => digits !== '');
    const free = tries.find(id => !taken.has(id)) ?? numbered(`${prefix}${section}`, taken);
    taken.add(free);
    return free;
  };
};

const numbered = (stem: string, taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number++) if (!taken.has(`${stem}-x${number}`)) return `${stem}-x${number}`;
};
