import { entriesOf, oneOrMore, type SourceNode, textOf } from '../../model/base/source.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { Also } from '../../model/standard/expression.ts';
import { unknownName } from '../profile/names.ts';
import { type Counting, type ExpressionReading, namedTerm } from './reading.ts';

export type { Counting } from './reading.ts';

type Reading = Pick<ExpressionReading, 'vocabulary' | 'names' | 'problems'>;

/** `counts_as` of a pack: list → term → the terms that count as it. */
export const readCounting = (node: SourceNode | undefined, reading: Reading): Counting =>
  new Map(
    entriesOf(node).flatMap(({ key, keyLocation, value }) => {
      const lists = reading.vocabulary.list;
      if (lists.has(key)) return [[key, readList(reading, key, value)] as const];
      reading.problems.push(unknownName('list', key, lists.keys(), keyLocation));
      return [];
    }),
  );

const readList = (reading: Reading, list: string, node: SourceNode): Also =>
  Object.fromEntries(
    entriesOf(node).flatMap(({ key, keyLocation, value }) => {
      const code = namedTerm(reading, list, key, keyLocation);
      const others = oneOrMore(value).flatMap(item => namedTerm(reading, list, textOf(item), item.location) ?? []);
      return code !== undefined && isNonEmpty(others) ? [[code, others] as const] : [];
    }),
  );
