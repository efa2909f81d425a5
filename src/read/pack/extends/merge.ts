import { type Problem, problem } from '../../../model/base/problem.ts';
import {
  entriesOf,
  get,
  itemsOf,
  listNode,
  type MapEntry,
  type MapNode,
  mapOf,
  type SourceNode,
  set,
  textOf,
} from '../../../model/base/source.ts';
import { cited, type Origin } from '../../../model/standard/pack.ts';
import { unknownNames } from '../../profile/names.ts';
import type { PackSource } from '../pack.ts';
import { authorityOf, whyIn } from './authority.ts';

/** The first mapping with what the second has besides; what is a mapping in both is joined so itself. */
const joined = (own: SourceNode, other: SourceNode): SourceNode => {
  if (own.kind !== 'map' || other.kind !== 'map') return own;
  const more = other.entries.filter(({ key }) => get(own, key) === undefined);
  const kept = own.entries.map(entry => {
    const beside = get(other, entry.key);
    return beside === undefined ? entry : { ...entry, value: joined(entry.value, beside) };
  });
  return { ...own, entries: [...kept, ...more] };
};

/** A clause of the pack extended, as it is cited beside those of one's own document. */
const citedNode = (node: SourceNode, title: string): SourceNode => {
  if (node.kind === 'list') return { ...node, items: node.items.map(item => citedNode(item, title)) };
  return node.kind === 'scalar' ? { ...node, value: cited(title, node.text), text: cited(title, node.text) } : node;
};

const withCited = (node: SourceNode, title: string): SourceNode => {
  if (node.kind !== 'map') return node;
  const asCited = (entry: MapEntry): MapEntry =>
    entry.key === 'clause' ? { ...entry, value: citedNode(entry.value, title) } : entry;
  return { ...node, entries: node.entries.map(asCited) };
};

const JOINED = ['levels', 'counts_as', 'effort', 'calendar'];

const LISTED = ['sections', 'notes'];

/** The head of a pack with what it takes over from the head of the one that it extends. */
const headOf = (own: SourceNode, base: SourceNode, title: string): SourceNode => {
  if (own.kind !== 'map') return own;
  const maps = JOINED.reduce((head, key) => {
    const [mine, theirs] = [get(head, key), get(base, key)];
    return set(head, key, mine && theirs ? joined(mine, theirs) : (mine ?? theirs));
  }, own);
  return LISTED.reduce((head, key) => {
    const [mine, theirs] = [get(head, key), get(base, key)];
    const taken = itemsOf(theirs).map(item => withCited(item, title));
    const list = mine ?? theirs;
    return set(head, key, list?.kind === 'list' ? { ...list, items: [...taken, ...itemsOf(mine)] } : mine);
  }, maps);
};

/** What a change says of itself, beside what it changes. */
const WHY = ['because', 'by', 'on'];

/** What of a change is no part of the rule itself. */
const ELSEWHERE = [...WHY, 'levels', 'points'];

/** A rule with the keys that a change writes anew; `none` takes one away. */
const changedRule = (rule: MapNode, change: SourceNode): MapNode => {
  const written = entriesOf(change).filter(({ key }) => !ELSEWHERE.includes(key));
  const names = written.map(({ key }) => key);
  const kept = rule.entries.filter(({ key }) => !names.includes(key));
  return { ...rule, entries: [...kept, ...written.filter(({ value }) => textOf(value) !== 'none')] };
};

const fileOf = (levels: SourceNode, rule: SourceNode): MapNode =>
  mapOf(rule.location, { levels, rules: listNode([rule], rule.location) });

const unknownRules = (entries: readonly MapEntry[], known: readonly string[]): readonly Problem[] =>
  entries.flatMap(({ key, keyLocation }) => unknownNames('rule', [key], known, keyLocation));

interface Placed {
  readonly id: string;
  readonly levels: SourceNode;
  readonly rule: MapNode;
}

const placedIn = (file: SourceNode): readonly Placed[] => {
  const levels = get(file, 'levels');
  return itemsOf(get(file, 'rules')).flatMap(rule =>
    rule.kind === 'map' && levels !== undefined ? [{ id: textOf(get(rule, 'id')), levels, rule }] : [],
  );
};

/** A rule that is taken over, as the change to it has it, and where all of it comes from. */
const takenRule = (
  { levels, rule }: Placed,
  change: MapEntry | undefined,
  before: Origin,
  { pack, title }: { readonly pack: string; readonly title: string },
): { readonly file: MapNode; readonly origin: Origin } => {
  const foreign = withCited(rule, title);
  if (change === undefined || foreign.kind !== 'map') return { file: fileOf(levels, foreign), origin: before };
  const { value, keyLocation: location } = change;
  const changed = entriesOf(value).filter(({ key }) => !WHY.includes(key));
  const keys = changed.map(({ key, keyLocation }) => ({ key, location: keyLocation }));
  const why = whyIn(value);
  return {
    file: fileOf(get(value, 'levels') ?? levels, changedRule(foreign, value)),
    origin: { ...before, changes: [...before.changes, { pack, keys, location, ...(why && { why }) }] },
  };
};

const bothWays = (omitted: readonly MapEntry[], changed: readonly MapEntry[]): readonly Problem[] => {
  const gone = new Map(omitted.map(({ key, keyLocation }) => [key, keyLocation]));
  return changed.flatMap(({ key, keyLocation }) => {
    const first = gone.get(key);
    return first === undefined ? [] : [problem('duplicate-id', keyLocation, { id: key, first })];
  });
};

/** A pack with all that it takes from the one that it extends, as if it had been written in one. */
export const merged = (own: PackSource, base: PackSource, title: string, problems: Problem[]): PackSource => {
  const [omitted, changed] = [entriesOf(get(own.pack, 'omit')), entriesOf(get(own.pack, 'override'))];
  const placed = base.rules.flatMap(placedIn);
  const known = placed.map(rule => rule.id);
  problems.push(
    ...unknownRules(omitted, known),
    ...unknownRules(changed, known),
    ...[...omitted, ...changed].flatMap(authorityOf),
    ...bothWays(omitted, changed),
  );
  const unchanged: Origin = { pack: textOf(get(base.pack, 'id')), changes: [] };
  const from = { pack: textOf(get(own.pack, 'id')), title };
  const taken = placed
    .filter(({ id }) => !omitted.some(({ key }) => key === id))
    .map(rule => {
      const change = changed.find(({ key }) => key === rule.id);
      return { id: rule.id, ...takenRule(rule, change, base.origins?.get(rule.id) ?? unchanged, from) };
    });
  const schemes = own.schemes?.length ? own.schemes : base.schemes;
  return {
    sha256: own.sha256,
    pack: headOf(own.pack, base.pack, title),
    facts: [...(base.facts ?? []), ...(own.facts ?? [])],
    rules: [...taken.map(({ file }) => file), ...own.rules],
    ...(schemes && { schemes }),
    origins: new Map(taken.map(({ id, origin }) => [id, origin])),
  };
};
