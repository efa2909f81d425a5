import type { SourceNode } from '../../model/base/source.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { headingsOf } from '../layouts/headings.ts';
import { withUnit } from '../layouts/value.ts';
import { fold } from '../profile/names.ts';
import type { InspectionReading } from './reading.ts';

interface NamedFact {
  readonly fact: FactDefinition;
  /** What the name says of it: 办事大厅使用面积（㎡）. */
  readonly unit?: string;
}

/** The fact that a line names, as a form may too: with its unit, its number, 是否 before it. */
export const factNamed = (
  { vocabulary, names }: Pick<InspectionReading, 'vocabulary' | 'names'>,
  name: string,
): NamedFact | undefined => {
  const fact = vocabulary.fact.get(names.facts().get(fold(name)) ?? name);
  if (fact !== undefined) return { fact };
  const heading = headingsOf({ vocabulary }).fact(name);
  return heading?.kind === 'fact'
    ? { fact: heading.definition, ...(heading.unit && { unit: heading.unit }) }
    : undefined;
};

/** What a line found, with the unit that the name of its fact tells. */
export const measured = (value: SourceNode, { fact, unit }: NamedFact): SourceNode =>
  value.kind === 'scalar' ? { ...value, text: withUnit(value.text, fact, unit) } : value;
