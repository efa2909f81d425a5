import { type Schema, Validator } from '@cfworker/json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';

const grammar = new Ajv2020({ strict: false, validateFormats: false });

/** What makes a text no schema, or breaks off its reader where some later text leads there: what it points to, and its patterns. */
const check = (schema: object): void => {
  if (grammar.validateSchema(schema) !== true) throw new Error(grammar.errorsText());
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') new RegExp(value, 'u');
    if (key === '$ref') {
      const [, name = ''] = /^#\/\$defs\/(.+)$/u.exec(String(value)) ?? [];
      if (!('$defs' in schema) || !Object.hasOwn(schema.$defs as object, name)) throw new Error(`${value}`);
    }
    return value;
  });
};

/** Reads by a schema as an editor does, without compiling what no text asks for: what it refuses of a text. */
export const readerBy = (schema: object): ((data: unknown) => readonly string[]) => {
  check(schema);
  const reader = new Validator(schema as Schema, '2020-12');
  return data => reader.validate(data).errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
};
