import type { MapNode, SourceNode } from '../../../model/base/source.ts';
import { PARTS, SAID, WHO } from '../../../model/scoring/card-sheet.ts';
import { list, map, scalar, wordList, words } from './nodes.ts';
import { blank, unreadable, wordIn } from './reading.ts';
import { bandsOf, tiersIn } from './tiers.ts';
import { isScaled, NUMBER, plain, pointsIn, pricesIn, type Read, type StepReading, termsIn } from './values.ts';

const PRICES = '甲=5、乙=3、其余=0';

const RANGE = /^(\d+(?:\.\d+)?)\s*(?:至|到|～|~|—|-)\s*(\d+(?:\.\d+)?)$/u;

const idIn = ({ entryId, line }: StepReading): SourceNode | undefined =>
  entryId === undefined ? undefined : words(entryId, line.cells.what.location);

/** Points that somebody judges: in a range, or one of several words. */
const readJudged: Read = reading => {
  const { line } = reading;
  const { amount, per, unit, what } = line.cells;
  const label = what.text === '' ? undefined : words(what.text, what.location);
  const id = idIn(reading);
  const prices = pricesIn(unit.text);
  if (prices === null) return unreadable(reading, unit, 'unit', PRICES);
  if (prices !== undefined) {
    const options = prices.map(([name, points], index) =>
      map(unit.location, {
        id: words(`o${index + 1}`, unit.location),
        label: words(name, unit.location),
        points: scalar(points, unit.location),
      }),
    );
    return { entered: map(unit.location, { id, label, options: list(options, unit.location) }) };
  }
  const text = plain(amount.text);
  const range = RANGE.exec(text);
  const most = range?.[2] ?? (text === SAID.all ? 'all' : NUMBER.test(text) ? text : undefined);
  if (text === '') return blank(reading, line, 'amount');
  if (most === undefined) return unreadable(reading, amount, 'amount');
  if (per.text === '') return blank(reading, line, 'per');
  const ends = list([scalar(range?.[1] ?? '0', amount.location), scalar(most, amount.location)], amount.location);
  const step = scalar(plain(per.text).replace(/^每\s*/u, ''), per.location);
  return { entered: map(amount.location, { id, label, range: ends, step }) };
};

const LIMIT =
  /^(少于|不足|低于|超过|多于|高于)\s*(\d+(?:\.\d+)?\s*[^\d,，每\s]*[²³]?)\s*(?:的部分)?[,，]?\s*(?:每\s*(.+))?$/u;

interface Per {
  readonly side?: 'short_of' | 'beyond';
  readonly limit?: string;
  readonly per?: string;
}

/** A figure and of what: none that goes on behind its digits, as 1万, 1,000 and 1e3 do. */
const PER = /^\d+(?:\.\d+)?(?!.*[一二两三四五六七八九十千亿半几多余]|.*百(?!分)|万(?!元))[^\d,]*$/u;

const perIn = (text: string): Per | undefined => {
  const bare = text.normalize('NFKC').trim();
  if (bare === '') return {};
  const found = LIMIT.exec(bare);
  if (found !== null) {
    const [, word = '', limit = '', per] = found;
    const side = ['超过', '多于', '高于'].includes(word) ? 'beyond' : 'short_of';
    if (per !== undefined && !PER.test(per)) return undefined;
    return { side, limit: limit.trim(), ...(per !== undefined && { per: per.trim() }) };
  }
  const per = bare.replace(/^每\s*/u, '');
  return PER.test(per) ? { per } : undefined;
};

const withUnit = (text: string, unit: string): string =>
  NUMBER.test(text) && isScaled(unit) ? `${text}${unit}` : text;

/** What is counted: by the centre in its profile, or by who looks on site. */
const measureOf = (reading: StepReading, { side, limit, per }: Per): SourceNode => {
  const { what, unit, who } = reading.line.cells;
  const isTally = who.text === WHO.tally;
  const gap =
    side && limit !== undefined ? { [side]: scalar(withUnit(limit, unit.text), reading.line.cells.per.location) } : {};
  if (!isTally) {
    reading.facts.ask(reading, what.text, { type: 'figure', unit: unit.text }, what.location);
    const fact = words(what.text, what.location);
    return side === undefined ? fact : map(what.location, { fact, ...gap });
  }
  return map(what.location, {
    tally: words(what.text, what.location),
    counter: words(unit.text, unit.location),
    id: idIn(reading),
    step: per?.includes('.') ? scalar(per.replace(/[^\d.].*$/u, ''), reading.line.cells.per.location) : undefined,
    ...gap,
  });
};

/** Whether what is left of a step has to be said: always where not whole things are counted one by one. */
const needsPart = (unit: string, per: string | undefined): boolean =>
  isScaled(unit) || (per !== undefined && plain(per).replace(/[^\d.].*$/u, '') !== '1');

const readEach: Read = reading => {
  const { line } = reading;
  const { unit, per: perCell } = line.cells;
  const per = perIn(perCell.text);
  if (per === undefined) return unreadable(reading, perCell, 'per');
  const points = pointsIn(reading);
  const part = wordIn(reading, line, 'part', PARTS);
  const must = needsPart(unit.text, per.per);
  if (isScaled(unit.text) && per.per === undefined) return blank(reading, line, 'per');
  if (must && line.cells.part.text === '') return blank(reading, line, 'part');
  if (points === undefined || (must && part === undefined)) return undefined;
  const isOne = per.per !== undefined && !must;
  return {
    each: measureOf(reading, per),
    per: per.per === undefined || isOne ? undefined : scalar(withUnit(per.per, unit.text), perCell.location),
    steps: part && words(part, line.cells.part.location),
    points,
  };
};

/** What a tier says that is no tier of its kind: 扣 where a row gives. */
const OPPOSITE = { deduct: /得/u, award: /扣/u } as const;

const readFigure: Read = reading => {
  const { amount, unit, what } = reading.line.cells;
  if (plain(amount.text) === SAID.share) {
    reading.facts.ask(reading, what.text, { type: 'figure', unit: unit.text }, what.location);
    return { share_of: words(what.text, what.location), points: words('all', amount.location) };
  }
  const tiers = tiersIn(amount.text);
  if (tiers === null || (tiers && OPPOSITE[reading.kind].test(amount.text)))
    return unreadable(reading, amount, 'amount');
  if (tiers === undefined) return readEach(reading);
  return { tiers: measureOf(reading, {}), bands: bandsOf(tiers, isScaled(unit.text) ? unit.text : '', amount) };
};

const readYesNo: Read = reading => {
  const { what, unit } = reading.line.cells;
  const points = pointsIn(reading);
  reading.facts.ask(reading, what.text, { type: 'yes_no' }, what.location);
  const onYes = unit.text === SAID.yes;
  const isUnless = !onYes && reading.kind === 'deduct';
  const check = map(what.location, { [what.text]: words(onYes || isUnless ? 'yes' : 'no', unit.location) });
  return points && { points, [isUnless ? 'unless' : 'if']: check };
};

const readTerms: Read = reading => {
  const { what, unit } = reading.line.cells;
  const points = pointsIn(reading);
  const terms = termsIn(unit.text);
  reading.facts.ask(reading, what.text, { type: 'terms', terms }, what.location);
  const of = wordList(terms, unit.location);
  const counted = reading.kind === 'deduct' ? 'missing' : 'present';
  return points && { each: map(what.location, { [counted]: words(what.text, what.location), of }), points };
};

const readPrices = (reading: StepReading, prices: readonly (readonly [string, string])[]) => {
  const { what, unit } = reading.line.cells;
  const named = prices.filter(([name]) => name !== SAID.rest);
  const rest = prices.find(([name]) => name === SAID.rest)?.[1];
  if (rest === undefined) return unreadable(reading, unit, 'unit', PRICES);
  reading.facts.ask(reading, what.text, { type: 'term', terms: prices.map(([name]) => name) }, what.location);
  return {
    points_by: words(what.text, what.location),
    prices: map(
      unit.location,
      Object.fromEntries(named.map(([name, points]) => [name, scalar(points, unit.location)])),
    ),
    otherwise: scalar(rest, unit.location),
  };
};

const readList: Read = reading => {
  const { what } = reading.line.cells;
  const points = pointsIn(reading);
  reading.facts.ask(reading, what.text, { type: 'records' }, what.location);
  return points && { for_each: words(what.text, what.location), points };
};

const readDeclared: Read = reading => {
  const { unit, who } = reading.line.cells;
  const prices = pricesIn(unit.text);
  if (prices === null) return unreadable(reading, unit, 'unit', PRICES);
  if (prices !== undefined) return readPrices(reading, prices);
  if (unit.text === SAID.list) return readList(reading);
  if (unit.text === SAID.yes || unit.text === SAID.no) return readYesNo(reading);
  if (who.text === WHO.fact && termsIn(unit.text).length > 1) return readTerms(reading);
  return readFigure(reading);
};

const FORMS: Readonly<Record<keyof typeof WHO, Read>> = {
  fact: readDeclared,
  tally: readFigure,
  entered: readJudged,
};

/** What lets a centre off: a yes or no of its own, or that it gives a reason. */
const excuseOf = (reading: StepReading): SourceNode | undefined => {
  const { text, location } = reading.line.cells.excuse;
  if (text === '') return undefined;
  const isReason = /说明|理由|原因$/u.test(text);
  reading.facts.ask(reading, text, { type: isReason ? 'text' : 'yes_no' }, location);
  return map(location, {
    [text]: isReason ? map(location, { stated: words('yes', location) }) : words('yes', location),
  });
};

/** One line of a row: what it takes or gives. Everything that is still to be filled in is asked for at its cell. */
export const readStepLine = (reading: StepReading, title: SourceNode | undefined): MapNode | undefined => {
  const { line } = reading;
  const who = wordIn(reading, line, 'who', WHO);
  if (line.cells.who.text === '') blank(reading, line, 'who');
  const needsWhat = who !== 'entered' && line.cells.what.text === '';
  if (needsWhat) blank(reading, line, 'what');
  const needsUnit = who !== undefined && who !== 'entered' && line.cells.unit.text === '';
  if (needsUnit) blank(reading, line, 'unit');
  if (who === undefined || needsWhat || needsUnit) return undefined;
  const read = FORMS[who](reading);
  if (line.cells.cap.text !== '' && !line.cells.cap.own)
    return unreadable(reading, line.cells.cap, 'cap', '每行各写各的，不合并');
  const cap = line.cells.cap.text === '' ? undefined : scalar(plain(line.cells.cap.text), line.cells.cap.location);
  const excuse = excuseOf(reading);
  if (read === undefined) return undefined;
  return map(line.location, { title, ...read, cap, excused_if: excuse });
};
