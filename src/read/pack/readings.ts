import * as z from 'zod';
import { problem } from '../../model/base/problem.ts';
import { get, itemsOf, type MapNode, textOf } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import { LEVELS } from '../../model/profile/profile.ts';
import { AS_STATED, type Asked, OBLIGATIONS, type Reading, type Rule } from '../../model/standard/pack.ts';
import { namesakes } from '../namesakes.ts';
import { bilingual, kebabId, misshapen, yesOrNo } from '../shape.ts';
import { readExpression } from './checks/expression.ts';
import type { ExpressionReading } from './reading.ts';

/** How far a rule or a reading binds; `none` where the text, so read, asks nothing of a centre. */
export const bindingSchema = z.enum([...OBLIGATIONS, 'none']);

/**
 * What a reading does not say anew is as in the rule; `when: none` takes the condition away, and by `obligation: none`
 * the text asks nothing of a centre. `names`: what the text leaves to the county to name.
 */
export const readingSchema = z.strictObject({
  id: kebabId.refine(id => id !== AS_STATED),
  says: bilingual,
  because: bilingual.exactOptional(),
  names: bilingual.exactOptional(),
  levels: z.tuple([z.enum(LEVELS)], z.enum(LEVELS)).exactOptional(),
  obligation: bindingSchema.exactOptional(),
  when: z.unknown().exactOptional(),
  require: z.unknown().exactOptional(),
  accepts_not_occurred: yesOrNo.exactOptional(),
});

type RawReading = z.infer<typeof readingSchema>;

const CHANGES = ['levels', 'obligation', 'when', 'require', 'accepts_not_occurred', 'names'];

const same = (asked: Asked, rule: Rule): boolean =>
  rule.noDuty === undefined &&
  (Object.keys(asked) as (keyof Asked)[]).every(key => JSON.stringify(asked[key]) === JSON.stringify(rule[key])) &&
  (asked.when === undefined) === (rule.when === undefined);

const readAsked = (
  reading: ExpressionReading,
  node: MapNode,
  raw: Pick<RawReading, 'levels' | 'accepts_not_occurred'> & { readonly obligation: Asked['obligation'] | undefined },
  rule: Rule,
): Asked => {
  const [ownWhen, ownRequire] = [get(node, 'when'), get(node, 'require')];
  const readWhen = () => (ownWhen === undefined ? rule.when : readExpression(reading, ownWhen));
  const when = textOf(ownWhen) === 'none' ? undefined : readWhen();
  const require = (ownRequire && readExpression(reading, ownRequire)) ?? rule.require;
  return {
    levels: raw.levels ?? rule.levels,
    obligation: raw.obligation ?? rule.obligation,
    ...(when && { when }),
    require,
    acceptsNotOccurred: raw.accepts_not_occurred ?? rule.acceptsNotOccurred,
  };
};

const readOne = (reading: ExpressionReading, node: MapNode, raw: RawReading, rule: Rule): readonly Reading[] => {
  const { id, says, because, names, obligation, ...rest } = raw;
  const told = { id, says, ...(because && { because }), ...(names && { names }) };
  if (obligation === 'none') {
    if (rule.noDuty) reading.problems.push(problem('idle-reading', node.location, { reading: id }));
    return [told];
  }
  if (rule.noDuty && obligation === undefined && names === undefined) {
    misshapen(reading, node, id, { words: OBLIGATIONS.map(one => `obligation: ${one}`) });
    return [];
  }
  if (!CHANGES.some(key => get(node, key) !== undefined)) {
    misshapen(reading, node, id, { words: CHANGES });
    return [];
  }
  const before = reading.problems.length;
  const asked = readAsked(reading, node, { ...rest, obligation }, rule);
  if (reading.problems.length === before && names === undefined && same(asked, rule))
    reading.problems.push(problem('idle-reading', node.location, { reading: id }));
  return [{ ...told, asked }];
};

/** The readings of a rule beside its own, each whole as it would stand. */
export const readReadings = (
  reading: ExpressionReading,
  node: MapNode,
  raw: readonly RawReading[],
  rule: Rule,
): readonly Reading[] => {
  const nodes = itemsOf(get(node, 'readings'));
  const located = raw.map(({ id }, index) => ({ id, location: (nodes[index] ?? node).location }));
  append(reading.problems, namesakes(located));
  return raw.flatMap((one, index) => {
    const own = nodes[index];
    return own?.kind === 'map' ? readOne(reading, own, one, rule) : [];
  });
};
