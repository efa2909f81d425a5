import { canonical, compareDecimals, exact, isWhole, over } from '../../model/base/exact.ts';
import { groupByEach } from '../../model/base/group.ts';
import { keptFor } from '../../model/base/memo.ts';
import { problem } from '../../model/base/problem.ts';
import type { MapNode, SourceNode } from '../../model/base/source.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Entered } from '../../model/profile/inspection.ts';
import { bureausIn } from '../../model/scoring/bureaus.ts';
import { NONE_OF_THEM, SAID } from '../../model/scoring/card-sheet.ts';
import type { Entry, EntryOption } from '../../model/scoring/measure.ts';
import { rowWith } from '../../model/scoring/rows.ts';
import { fold, suggest } from '../profile/names.ts';
import { attribution, type InspectionReading, say, textAt } from './reading.ts';

const NUMBER = /^([+-]?\d{1,12}(?:\.\d{1,6})?)\s*(.*)$/u;

const COUNTERS = ['', '分', '次', '人次', '件', '处', '人', '个', '项', 'point', 'points', 'time', 'times'];

/** The digits of `3人次`: bare, with a common counter, or with the one the scorecard counts in. */
const digitsOf = (found: string, { counter }: Entry): string | undefined => {
  const [, digits, suffix = ''] = NUMBER.exec(found.normalize('NFKC')) ?? [];
  const known = [...COUNTERS, ...(counter ? [counter.zh, counter.en] : [])];
  return known.some(word => fold(word) === fold(suffix)) ? digits : undefined;
};

const entriesOf = (reading: InspectionReading): readonly Entry[] => reading.scheme?.scorecard?.entries ?? [];

/** Entries by their ids, and by what they ask for. */
const byName = keptFor((entries: readonly Entry[]) =>
  groupByEach(entries, ({ id, label }) => [id, ...(label ? [label.zh, label.en] : [])].map(fold)),
);

const unknownEntry = (reading: InspectionReading, line: MapNode, name: string): undefined => {
  const known = entriesOf(reading).flatMap(({ id, label }) => [id, ...(label ? [label.zh] : [])]);
  const [near] = suggest(name, known);
  say(reading, line.location, 'not-in-scorecard', { name, hint: near === undefined ? '' : `（${near}？）` });
};

const isWithin = (amount: Decimal, { least, most }: Entry): boolean =>
  compareDecimals(amount, least) >= 0 && (most === null || compareDecimals(amount, most) <= 0);

const nameOf = ({ scheme }: InspectionReading, entry: Entry): string =>
  entry.label?.zh ?? (scheme?.scorecard && rowWith(entry.item, scheme.scorecard)?.title.zh) ?? entry.id;

type Filled = Pick<Entered, 'value' | 'option'>;

const exampleOf = ({ least, most, counter }: Entry): string =>
  most === null ? `3、3${counter?.zh ?? '次'}` : `${least}–${most}`;

const readNumber = (reading: InspectionReading, line: MapNode, entry: Entry): Filled | undefined => {
  const found = textAt(line, 'value');
  const { least, most, step } = entry;
  const name = nameOf(reading, entry);
  const digits = digitsOf(found, entry);
  if (digits === undefined)
    return say(reading, line.location, 'not-a-tally', { name, found, example: exampleOf(entry) });
  const value = canonical(digits);
  if (!isWithin(value, entry))
    return most === null
      ? say(reading, line.location, 'below-least', { name, least, found })
      : say(reading, line.location, 'out-of-range', { name, least, most, found });
  if (step !== undefined && !isWhole(over(exact(value), exact(step))))
    return say(reading, line.location, 'not-a-step', { name, step, found });
  return { value };
};

const readOption = (reading: InspectionReading, line: MapNode, entry: Entry): Filled | undefined => {
  const { options } = entry;
  const name = nameOf(reading, entry);
  const found = textAt(line, 'value');
  const named = (text: string): EntryOption | undefined =>
    options.find(({ id, label }) => [id, label.zh, label.en].some(word => fold(word) === fold(text)));
  const option = named(found) ?? (NONE_OF_THEM.some(none => fold(none) === fold(found)) ? named(SAID.rest) : undefined);
  if (option !== undefined) return { value: option.points, option: option.id };
  const accepted = options.map(({ label }) => label.zh).join('、');
  return say(reading, line.location, 'no-such-option', { name, found, accepted });
};

/** What an inspector filled in, held against what the scorecard asks for. */
export const readEntered = (reading: InspectionReading, line: SourceNode): Entered | undefined => {
  if (line.kind !== 'map') {
    reading.problems.push(problem('shape', line.location, { path: '', wanted: { written: 'fact | entry' } }));
    return undefined;
  }
  const name = textAt(line, 'entry');
  if (name === '') return say(reading, line.location, 'no-name', { found: textAt(line, 'value') });
  const [entry] = byName(entriesOf(reading)).get(fold(name)) ?? [];
  if (entry === undefined) return unknownEntry(reading, line, name);
  const who = attribution(reading, line, name);
  const bureau = textAt(line, 'bureau') || reading.defaults.bureau;
  if (
    entry.bureau !== undefined &&
    bureau !== '' &&
    ![entry.bureau, ...bureausIn(entry.bureau)].some(own => fold(own) === fold(bureau))
  )
    return say(reading, line.location, 'wrong-bureau', { name, bureau: entry.bureau, found: bureau });
  const filled = entry.kind === 'option' ? readOption(reading, line, entry) : readNumber(reading, line, entry);
  return who && filled && { entry: entry.id, ...filled, ...who, ...(bureau !== '' && { bureau }) };
};
