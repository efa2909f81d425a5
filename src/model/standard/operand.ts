import type { NonEmpty } from '../base/text.ts';
import type { UnitCode } from '../base/unit.ts';
import type { Decimal, ScalarValue } from '../base/value.ts';

/**
 * Another fact, `times` as much; with a unit, so much for each that it counts. `item`: a field of the record at hand and no
 * fact of the centre. `share`: a part of a whole, which says nothing where the whole is 0.
 */
export interface FactOperand {
  readonly kind: 'fact';
  readonly fact: string;
  readonly times: Decimal;
  readonly unit?: UnitCode;
  readonly item?: true;
  readonly share?: true;
}

/** What holds for figures below one, or for certain terms; the last of several holds for all the others. */
export interface Band {
  readonly below?: ScalarValue;
  readonly among?: NonEmpty<ScalarValue>;
  readonly is: Operand;
}

/**
 * What a value is held against: a figure of the rule's own, another fact, several added up, or what the band of
 * another fact says, or the number of what it lists (`counted`). `also` has the codes of other terms that the pack takes for the one asked.
 */
export type Operand =
  | { readonly kind: 'value'; readonly value: ScalarValue; readonly also?: NonEmpty<string> }
  | FactOperand
  | { readonly kind: 'sum'; readonly of: NonEmpty<Operand> }
  | { readonly kind: 'bands'; readonly by: string; readonly counted?: true; readonly bands: NonEmpty<Band> };

/** The operands directly inside another. */
export const operandsIn = (operand: Operand): readonly Operand[] => {
  if (operand.kind === 'sum') return operand.of;
  return operand.kind === 'bands' ? operand.bands.map(({ is }) => is) : [];
};

/** The facts of the centre that an operand takes its figure from. */
export const centerFactsOfOperand = (operand: Operand): readonly string[] => {
  const own = operand.kind === 'fact' && operand.item ? [] : ownFact(operand);
  return [...own, ...operandsIn(operand).flatMap(centerFactsOfOperand)];
};

const ownFact = (operand: Operand): readonly string[] =>
  operand.kind === 'fact' ? [operand.fact] : operand.kind === 'bands' ? [operand.by] : [];

/** The facts and fields that an operand takes its figure from. */
export const factsOfOperand = (operand: Operand): readonly string[] => [
  ...ownFact(operand),
  ...operandsIn(operand).flatMap(factsOfOperand),
];
