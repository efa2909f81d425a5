import type { Asked, Reading, Rule } from './pack.ts';
import { askedBy } from './reading.ts';

const SHARED = ['require', 'when'] as const satisfies readonly (keyof Asked)[];

type Shared = (typeof SHARED)[number];

/** A reading as the build writes it: what it asks as its rule does is named, and not written twice. */
export interface PreparedReading extends Omit<Reading, 'asked'> {
  readonly asked?: Omit<Asked, Shared> & Partial<Pick<Asked, Shared>>;
  readonly keeps?: readonly Shared[];
}

export interface PreparedRule extends Omit<Rule, 'readings'> {
  readonly readings?: readonly PreparedReading[];
}

export const prepareRule = ({ readings, ...rule }: Rule): PreparedRule => {
  const prepare = ({ asked, ...reading }: Reading): PreparedReading => {
    if (asked === undefined) return reading;
    const keeps = SHARED.filter(key => asked[key] !== undefined && asked[key] === rule[key]);
    const own = Object.fromEntries(Object.entries(asked).filter(([key]) => !keeps.some(kept => kept === key)));
    return { ...reading, asked: own as PreparedReading['asked'] & object, keeps };
  };
  return readings === undefined ? rule : { ...rule, readings: readings.map(prepare) };
};

/** The rule again; its readings share with it what they keep, so that nothing is asked of a centre twice. */
export const revivedRule = ({ readings, ...rule }: PreparedRule): Rule => {
  if (readings === undefined) return rule;
  const revive = ({ keeps = [], asked, ...reading }: PreparedReading): Reading => {
    if (asked === undefined) return reading;
    const kept = Object.fromEntries(keeps.map(key => [key, rule[key]]));
    return { ...reading, asked: askedBy({ ...asked, ...kept } as Asked) };
  };
  return { ...rule, readings: readings.map(revive) as readonly Reading[] as NonNullable<Rule['readings']> };
};
