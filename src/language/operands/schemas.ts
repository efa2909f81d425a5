import type { JsonSchema } from '../operator.ts';

export const manyOf = (items: JsonSchema): JsonSchema => ({ type: 'array', minItems: 1, items });

export const TEXT: JsonSchema = { type: 'string' };

export const YES_NO: JsonSchema = { enum: ['yes', 'no', '是', '否', true, false] };

/** Tests of a time of day. */
export const TIME_TESTS: JsonSchema = { $ref: '#/$defs/time' };

/** What several tests of a number look like, by the name that the schema of checks gives them. */
export const NUMBER_TESTS: JsonSchema = { $ref: '#/$defs/count' };
