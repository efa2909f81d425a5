import { formatLocation, isCell, type Location } from '../../model/base/location.ts';
import { finder } from '../../model/base/memo.ts';
import { type Loaded, loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';
import type { RecordItem } from '../../model/base/value.ts';
import type { Entered, FactChange, Inspection, Stage } from '../../model/profile/inspection.ts';
import { declaredValue } from '../../model/profile/profile.ts';
import { factsIn } from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import type { RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { AS_DECLARED } from '../profile/answers.ts';
import { dayIn } from '../profile/dates.ts';
import { readFact } from '../profile/facts.ts';
import { fold, namesOf, suggest } from '../profile/names.ts';
import { readEntered } from './entry.ts';
import { inspectionKey, inspectionKeys, isForTheEye, stageNamed } from './keys.ts';
import { factNamed, measured } from './named.ts';
import { attribution, type InspectionContext, type InspectionReading, say, textAt } from './reading.ts';

/** The same mapping under the keys that the rest of this file knows; several lists of lines become one. */
const canonical = (reading: Pick<InspectionReading, 'problems'>, node: MapNode): MapNode => ({
  ...node,
  entries: node.entries.flatMap(entry => {
    const key = inspectionKey(entry.key);
    if (key !== undefined) return [{ ...entry, key }];
    if (isForTheEye(entry.key)) return [];
    const suggestions = suggest(entry.key, inspectionKeys());
    reading.problems.push(problem('unknown-key', entry.keyLocation, { key: entry.key, suggestions }));
    return [];
  }),
});

const stageOf = (reading: Pick<InspectionReading, 'problems'>, root: MapNode): Stage | undefined => {
  const found = stageNamed(textAt(root, 'stage'));
  const { location } = get(root, 'stage') ?? root;
  const wanted = { words: ['自评', '核查', '终审'] };
  if (found === undefined)
    reading.problems.push(problem('shape', location, { path: '阶段', wanted, found: textAt(root, 'stage') }));
  return found;
};

const linesOf = (root: MapNode): readonly SourceNode[] =>
  root.entries
    .filter(({ key }) => key === 'lines')
    .flatMap(({ value }) => (value.kind === 'list' ? value.items : value.kind === 'map' ? [value] : []));

/** Reads an inspection record against the profile and the scorecard that it is about; every problem at once. */
export const readInspection = (
  source: { readonly path: string; readonly sha256: string },
  root: SourceNode,
  context: InspectionContext,
): Loaded<Inspection> => {
  const problems: Problem[] = [];
  if (root.kind !== 'map')
    return refused([problem('not-a-mapping', root.location, { found: root.kind === 'list' ? '[…]' : root.text })]);
  if (!isRecord(root)) {
    return refused([problem('bad-inspection', root.location, { defect: 'not-a-record', values: {} })]);
  }
  const head = canonical({ problems }, root);
  const stage = stageOf({ problems }, head);
  const defaults = { person: textAt(head, 'person'), level: textAt(head, 'level'), bureau: textAt(head, 'bureau') };
  const reading: InspectionReading = { ...context, names: namesOf(context.vocabulary), problems, defaults };
  checkHead(reading, head);
  const date = dateOf(reading, head);
  const written = linesOf(head).map(line => (line.kind === 'map' ? canonical(reading, line) : line));
  tellUnknown(reading, written.filter(isAsDeclared));
  const lines = written.filter(isFilledIn);
  const changes = lines.flatMap(line => (isFact(line) ? (readChange(reading, line) ?? []) : []));
  const entries = lines.flatMap(line => (isFact(line) ? [] : (readEntered(reading, line) ?? [])));
  if (lines.length === 0) say(reading, root.location, 'nothing-changed');
  checkTwice(reading, changes, entries);
  return loaded(problems, () => ({
    ...source,
    stage: stage ?? 'inspection',
    ...textIf('center', textAt(head, 'center')),
    ...textIf('scheme', textAt(head, 'scheme')),
    ...textIf('date', date),
    ...textIf('person', defaults.person),
    ...textIf('level', defaults.level),
    changes,
    entries,
  }));
};

const textIf = <K extends string>(key: K, text: string): Partial<Record<K, string>> =>
  text === '' ? {} : ({ [key]: text } as Record<K, string>);

const checkHead = (reading: InspectionReading, head: MapNode): void => {
  const { center } = reading.profile;
  const [about, scheme] = [textAt(head, 'center'), textAt(head, 'scheme')];
  const own = [center.name, center.township].flatMap(name => name ?? []);
  const at = (key: string): Location => (get(head, key) ?? head).location;
  if (about !== '' && own.length > 0 && !own.some(name => fold(name) === fold(about)))
    say(reading, at('center'), 'other-center', { found: about, expected: own.join('、') });
  if (scheme !== '' && reading.scheme !== undefined && scheme !== reading.scheme.id)
    say(reading, at('scheme'), 'other-scheme', { found: scheme, expected: reading.scheme.id });
};

const says = ({ entries }: MapNode, keys: readonly string[]): boolean =>
  entries.some(({ key }) => keys.includes(inspectionKey(key) ?? ''));

/** Whether a line says which fact it is about, as nothing does that a centre declares. */
const namesFact = (root: MapNode): boolean =>
  root.entries.some(
    ({ key, value }) =>
      inspectionKey(key) === 'lines' &&
      value.kind === 'list' &&
      value.items.some(item => item.kind === 'map' && says(item, ['fact'])),
  );

/** Whether a record is a row of a sheet with a column for the centre: what it says is nobody's where nothing stands there. */
export const isRow = (root: MapNode): boolean => isCell(root.location) && says(root, ['center']);

/**
 * Whether a document is a record of an inspection, well written or not: it has lines, or says who inspected. A row for
 * a centre in a sheet may be what the centre declares as well, unless the sheet says who inspected.
 */
export const isRecord = (root: SourceNode): boolean =>
  root.kind === 'map' && (says(root, ['stage', 'person', ...(isRow(root) ? [] : ['lines'])]) || namesFact(root));

const isAsDeclared = (line: SourceNode): line is MapNode =>
  isFact(line) && AS_DECLARED.has(fold(textAt(line, 'value')));

const ruleNamed = ({ rules }: InspectionReading, name: string): Rule | undefined =>
  rules?.find(({ id, title }) => [id, title.zh, title.en].some(one => fold(one) === fold(name)));

/** A fact that nobody knows, found as it was declared: nothing is made of it. */
const tellUnknown = (reading: InspectionReading, lines: readonly MapNode[]): void => {
  for (const line of lines) {
    const [label, found] = [textAt(line, 'fact'), textAt(line, 'value')];
    if ((factNamed(reading, label) ?? ruleNamed(reading, label)) !== undefined) continue;
    reading.problems.push(problem('unread-label', (get(line, 'fact') ?? line).location, { label, found }));
  }
};

/** A line of a blank record that nobody filled in says nothing, nor does one that finds a fact as it was declared. */
const isFilledIn = (line: SourceNode): boolean => {
  if (line.kind !== 'map') return true;
  if (isAsDeclared(line)) return false;
  const value = get(line, 'value');
  return (
    textAt(line, 'reason') !== '' || (value !== undefined && (value.kind !== 'scalar' || value.text.trim() !== ''))
  );
};

const tellOlder = ({ profile, problems }: InspectionReading, found: string, location: Location): void => {
  const declared = declaredValue(profile, 'center.declared_on');
  if (declared?.type === 'date' && declared.value > found)
    problems.push(problem('older-inspection', location, { found, declared: declared.value }));
};

const dateOf = (reading: InspectionReading, head: MapNode): string => {
  const found = textAt(head, 'date');
  if (found === '') return '';
  const { location } = get(head, 'date') ?? head;
  const day = dayIn(found);
  if (day === undefined) say(reading, location, 'no-such-day', { found });
  else if (reading.today !== undefined && day > reading.today) say(reading, location, 'day-to-come', { found: day });
  else tellOlder(reading, day, location);
  return day ?? '';
};

const isFact = (line: SourceNode): line is MapNode => line.kind === 'map' && textAt(line, 'fact') !== '';

const unknownFact = (reading: InspectionReading, line: MapNode, name: string, known: readonly string[]): undefined => {
  const location = (get(line, 'fact') ?? line).location;
  const rule = ruleNamed(reading, name);
  if (rule !== undefined) {
    const ids = [...(rule.when ? factsIn(rule.when) : []), ...factsIn(rule.require)];
    const facts = [...new Set(ids)].map(id => reading.vocabulary.fact.get(id)?.label.zh ?? id).join('、');
    return say(reading, location, 'rule-not-fact', { name, facts });
  }
  reading.problems.push(problem('unknown-name', location, { kind: 'fact', name, suggestions: suggest(name, known) }));
};

/** A fact of the centre as it was found, or a field of one of its records. */
const readChange = (reading: InspectionReading, line: MapNode): FactChange | undefined => {
  const name = textAt(line, 'fact');
  const { vocabulary } = reading;
  const named = factNamed(reading, name);
  const who = attribution(reading, line, name);
  if (named === undefined) {
    const labels = vocabulary.facts.map(known => known.label.zh);
    return unknownFact(reading, line, name, labels);
  }
  const { fact } = named;
  const place = fact.type === 'records' && textAt(line, 'record') !== '' ? recordPlace(reading, line, fact) : { fact };
  const value = get(line, 'value');
  const path = '核查结果';
  if (value === undefined) reading.problems.push(problem('shape', line.location, { path, wanted: 'required' }));
  const found = place && value && readFact(reading, place.fact, place.fact === fact ? measured(value, named) : value);
  if (place === undefined || found === undefined || who === undefined) return undefined;
  return { fact: place.fact.id, found, ...who, ...('record' in place && { record: place.record }) };
};

const itemsOf = (reading: InspectionReading, id: string): readonly RecordItem[] => {
  const declared = reading.profile.facts.get(id);
  return declared?.state === 'declared' && declared.value.type === 'records' ? declared.value.items : [];
};

const itemWith = finder(({ key }: RecordItem) => fold(key));

const recordPlace = (reading: InspectionReading, line: MapNode, records: RecordsDefinition) => {
  const key = textAt(line, 'record');
  const field = textAt(line, 'field');
  const items = itemsOf(reading, records.id);
  const byKey = itemWith(items, fold(key));
  const number = byKey === undefined ? Number(key) : items.indexOf(byKey) + 1;
  const item = items[number - 1];
  const definition = records.fields.find(one => one.id === reading.names.fields(records.id).get(fold(field)));
  if (item === undefined) return say(reading, line.location, 'no-such-record', { name: records.label.zh, key });
  const known = records.fields.map(({ label }) => label.zh);
  if (definition === undefined) return unknownFact(reading, line, field, known);
  return { fact: definition, record: { number, key: item.key } };
};

const checkTwice = (reading: InspectionReading, changes: readonly FactChange[], entries: readonly Entered[]): void => {
  const first = new Map<string, Location>();
  const named = [
    ...changes.map(({ fact, record, location }) => ({
      name: record === undefined ? fact : `${fact} ${record.key}`,
      location,
    })),
    ...entries.map(({ entry, location }) => ({ name: entry, location })),
  ];
  for (const { name, location } of named) {
    const earlier = first.get(name);
    if (earlier !== undefined) say(reading, location, 'twice', { name, first: formatLocation(earlier) });
    else first.set(name, location);
  }
};
