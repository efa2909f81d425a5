import { jsonText } from '../model/base/clean.ts';
import type { CentreHistory, Range, RoundResult, RoundsHistory } from '../model/scoring/history.ts';

const range = ({ low, high }: Range) => ({ low: Number(low), high: Number(high) });

const roundOf = (round: RoundResult | undefined) =>
  round === undefined ? null : { score: round.score ? range(round.score) : null, grades: round.grades };

const centreOf = ({ center, pack, rounds, repeats, extra, after, together, badRunning, year }: CentreHistory) => ({
  center,
  pack,
  rounds: rounds.map(roundOf),
  repeats: repeats.map(({ item, title, rounds: running, open }) => ({ row: item, title, rounds: running, open })),
  ...(together && { together: range(together) }),
  ...(extra && { extra: range(extra) }),
  ...(after && { after: range(after) }),
  ...(badRunning !== undefined && { badRunning }),
  ...(year && { year }),
});

/** Centres over several rounds, as data. */
export const roundsJson = ({ rounds, scheme, rule, centres }: RoundsHistory): string =>
  `${jsonText({ schemaVersion: '1.0', rounds, scheme, rule, centres: centres.map(centreOf) }, 2)}\n`;
