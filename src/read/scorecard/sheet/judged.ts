import { SAID } from '../../../model/scoring/card-sheet.ts';
import { list, map, scalar, words } from './nodes.ts';
import { blank, unreadable } from './reading.ts';
import { NUMBER, plain, pricesIn, type Read } from './values.ts';

const RANGE = /^(\d+(?:\.\d+)?)\s*(?:至|到|～|~|—|-)\s*(\d+(?:\.\d+)?)$/u;

/** Points that somebody judges: in a range, or one of several words. */
export const readJudged: Read = reading => {
  const { line } = reading;
  const { amount, per, unit, what } = line.cells;
  const label = what.text === '' ? {} : { label: words(what.text, what.location) };
  const id = reading.entryId === undefined ? {} : { id: words(reading.entryId, what.location) };
  const prices = pricesIn(unit.text);
  if (prices !== undefined) {
    const options = prices.map(([name, points], index) =>
      map(
        {
          id: words(`o${index + 1}`, unit.location),
          label: words(name, unit.location),
          points: scalar(points, unit.location),
        },
        unit.location,
      ),
    );
    return { entered: map({ ...id, ...label, options: list(options, unit.location) }, unit.location) };
  }
  const text = plain(amount.text);
  const range = RANGE.exec(text);
  const most = range?.[2] ?? (text === SAID.all ? 'all' : NUMBER.test(text) ? text : undefined);
  if (text === '') return blank(reading, line, 'amount');
  if (most === undefined) return unreadable(reading, amount, 'amount');
  if (per.text === '') return blank(reading, line, 'per');
  const ends = list([scalar(range?.[1] ?? '0', amount.location), scalar(most, amount.location)], amount.location);
  const step = scalar(plain(per.text).replace(/^每\s*/u, ''), per.location);
  return { entered: map({ ...id, ...label, range: ends, step }, amount.location) };
};
