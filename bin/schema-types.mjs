const capital = name => name[0].toUpperCase() + name.slice(1);

const each = (schemas, joint) =>
  schemas
    .map(typeOf)
    .map(type => (type.includes('|') ? `(${type})` : type))
    .join(joint);

const objectOf = ({ properties = {}, required = [], additionalProperties }) => {
  const members = Object.entries(properties).map(
    ([name, schema]) => `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`,
  );
  const rest =
    typeof additionalProperties === 'object' && members.length === 0 ? typeOf(additionalProperties) : undefined;
  return rest === undefined ? `{ ${members.join(' ')} }` : `{ readonly [name: string]: ${rest} }`;
};

const arrayOf = ({ prefixItems, items }) => {
  const all = items === undefined ? 'unknown' : typeOf(items);
  if (prefixItems === undefined) return `readonly (${all})[]`;
  const first = prefixItems.map(typeOf).join(', ');
  return items === undefined ? `readonly [${first}]` : `readonly [${first}, ...(${all})[]]`;
};

const PLAIN = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' };

/** A JSON Schema as a type of TypeScript, as far as the published result goes. */
const typeOf = schema => {
  if (schema.$ref !== undefined) return capital(schema.$ref.split('/').at(-1));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(value => JSON.stringify(value)).join(' | ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined) return each(several, ' | ');
  if (schema.allOf !== undefined) return each(schema.allOf, ' & ');
  if (schema.type === 'array') return arrayOf(schema);
  return schema.type === 'object' ? objectOf(schema) : (PLAIN[schema.type] ?? 'unknown');
};

/** Declarations of every type that a schema defines, each under its name with a capital. */
export const declarationsOf = ({ $defs }) =>
  Object.entries($defs)
    .map(([name, schema]) => `export type ${capital(name)} = ${typeOf(schema)};\n`)
    .join('');
