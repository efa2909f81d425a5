import type { Calendar } from '../model/base/day.ts';
import type { Problem, ProblemOf } from '../model/base/problem.ts';
import type { MapNode, SourceNode } from '../model/base/source.ts';
import type { Bilingual, NonEmpty } from '../model/base/text.ts';
import type { Fact, ScalarValue, Value, ValueType } from '../model/base/value.ts';
import type { Wanted } from '../model/base/wanted.ts';
import type { Verdict } from '../model/finding/finding.ts';
import type { Operand, TermSet, Test } from '../model/standard/expression.ts';
import type { FactDefinition, FieldDefinition } from '../model/standard/vocabulary.ts';
import type { Facts, Truth, World } from './second/world.ts';
import type { Speech } from './speech.ts';
import type { KnownCodes, Resolved, Scope } from './truth/scope.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** What a reckoned figure is measured in. */
export type Measure = Pick<Extract<FieldDefinition, { type: 'quantity' }>, 'type' | 'unit'> | { readonly type: 'time' };

/** What an operand is read with. Whatever cannot be read is told as a problem at its place, and is undefined. */
export interface OperandReading {
  readonly op: string;
  readonly node: SourceNode;
  readonly problems: Problem[];
  readonly figure: (node: SourceNode) => Operand | undefined;
  readonly terms: (node: SourceNode) => TermSet | undefined;
  readonly answer: (node: SourceNode) => boolean | undefined;
  /** Tests of the number of what the fact holds. */
  readonly numbers: (node: SourceNode) => NonEmpty<Test> | undefined;
  /** Tests of a figure that is reckoned from the value. */
  readonly figures: (node: SourceNode, measure: Measure) => NonEmpty<Test> | undefined;
  /** By which working days are counted. */
  readonly calendar?: Calendar;
  /** Another fact of the centre that this one can be held against, by its name. */
  readonly other: (node: SourceNode) => FactDefinition | undefined;
  /** How many of so many are wanted, at the key `at_least`. */
  readonly howMany: (node: MapNode, most: number) => number | undefined;
  /** Whether a mapping has none but these keys. */
  readonly hasOnly: (node: MapNode, keys: readonly string[]) => true | undefined;
  readonly refuse: (node: SourceNode, wanted: ProblemOf<'operand-type'>['wanted']) => undefined;
  readonly misshapen: (node: SourceNode, path: string, wanted: Wanted) => undefined;
}

/** What was done to a test to make a mutant of it. */
export type TestMutation =
  | { readonly kind: 'limit'; readonly from: ScalarValue; readonly to: ScalarValue }
  | { readonly kind: 'times'; readonly from: string; readonly to: string }
  | { readonly kind: 'operator'; readonly from: string; readonly to: string }
  | { readonly kind: 'term-dropped'; readonly list: string; readonly code: string }
  | { readonly kind: 'counting-dropped'; readonly list: string; readonly code: string; readonly other: string }
  | { readonly kind: 'value-dropped'; readonly value: ScalarValue }
  | { readonly kind: 'alternative-dropped'; readonly text: string }
  | { readonly kind: 'terms-number'; readonly from: number; readonly to: number }
  | { readonly kind: 'answer-turned' }
  | { readonly kind: 'test-dropped' };

export interface AlteredTest<T extends Test = Test> {
  readonly mutation: TestMutation;
  readonly test: T;
}

/**
 * What the terms of a list must be like for a test to come out: `n` of those named held or lacking, nothing beside
 * those named, or something.
 */
export type Demand = { readonly kind: 'hold' | 'lack'; readonly n: number } | { readonly kind: 'within' | 'beyond' };

export type StateOfFact = Exclude<Fact['state'], 'declared'>;

/** What tests of one shape have in common, whatever their operator. */
export interface Shape<T extends Test> {
  read(reading: OperandReading): T | undefined;
  /** What an editor accepts as the operand, where `one` is a single figure or term. */
  schema(one: JsonSchema): JsonSchema;
  /** The test altered in one respect, in every way that its shape has. */
  mutants(test: T): readonly AlteredTest[];
  /** The test with the figures that other facts stand at in place of those facts. */
  settled(test: T, facts: Facts): Test;
}

/** All that the language, the tool and its authors know of one operator. */
export interface Operator<T extends Test = Test> extends Shape<T> {
  /** Types of fact that it is asked of. */
  readonly types: readonly ValueType[];
  judge(test: T, value: Value, at: Resolved, scope: Scope): Verdict;
  /** What it says where nothing is declared, if that decides it. */
  judgeState?(test: T, at: Resolved): Verdict | undefined;
  /** What it says of the terms that one field takes over all records of a list, where that can be asked. */
  judgeCodes?(test: T, codes: KnownCodes, scope: Scope): Verdict;

  /** What it asks, without naming of what. */
  phrase(test: T, speech: Speech): string;
  /** What its opposite asks, where that has plain words of its own. */
  opposed?(test: T, speech: Speech): string;
  /** What joins a quoted subject and the phrase in an English clause. */
  readonly verb: string;
  /** What counts as met, where a reader might ask. */
  remark?(test: T): Bilingual | undefined;
  /** What is met or not, where nothing else is asked. */
  ruling?(test: T): readonly Bilingual[];
  /** What a profile is told to say where it has no value. */
  readonly nothing?: Bilingual;
  /** Any other test of the same fact says it too. */
  readonly implied?: boolean;
  /** It asks what is declared, which changes with what is filled in. */
  readonly ofDeclaring?: boolean;
  /** The only values that meet it. */
  accepted?(test: T): readonly Operand[];
  /** Whether it asks no more than that there is one. */
  asksForOne?(test: T): boolean;
  /** How a list is told that it was asked of: by the named terms that it has, by how many of them, or whole. */
  readonly heldAs?: 'names' | 'share' | 'whole';
  /** What is told of missing terms, where it is more than their names. */
  lacking?(test: T, codes: readonly string[], speech: Speech): string | undefined;

  /** The meaning told a second time, for generated cases. */
  truth(test: T, value: Value, world: World): Truth;
  truthOfState?(test: T, state: StateOfFact): Truth;
  /** Of all records; `open` entries may still turn out to be any term. */
  truthOfCodes?(test: T, codes: ReadonlySet<string>, open: number, world: World): Truth;

  /** How the terms must be for it to come out as wanted. */
  demand?(test: T, wanted: boolean): Demand;
  /** Texts that meet it, the best first: `parts` are what other tests want in them. */
  texts?(test: T, parts: readonly string[]): readonly string[];
  /** Texts on either side of its edges. */
  textsAround?(test: T): readonly string[];
  /** The text that a figure of it must be part of. */
  readonly asksForPart?: boolean;
  /** What must be so of the other fact before it can be asked; that it has a value, where nothing else is said. */
  other?(test: T): Test;
  /** Values of the fact for which what is reckoned from it comes to these figures. */
  values?(test: T, figures: readonly ScalarValue[]): readonly ScalarValue[];
}
