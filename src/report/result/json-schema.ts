export interface JsonSchema {
  readonly [key: string]: unknown;
}

export const text = { type: 'string' } as const;
export const number = { type: 'number' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
export const date = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

export const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

export const list = (items: JsonSchema, minItems = 0) => ({ type: 'array', items, ...(minItems > 0 && { minItems }) });

/** An object with all of these members but the optional ones; later versions may add more. */
export const object = (properties: JsonSchema, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  properties,
});

export const described = (description: string, schema: JsonSchema): JsonSchema => ({ description, ...schema });
