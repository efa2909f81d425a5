import * as z from 'zod';
import type { Location } from '../model/base/location.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import { nearest, type SourceNode, toPlain } from '../model/base/source.ts';
import { append } from '../model/base/text.ts';
import type { Wanted, WantedName } from '../model/base/wanted.ts';
import { meant } from './profile/names.ts';

const text = z.string().min(1);

/** A text in both languages; one that is not in brackets stands for both. */
export const bilingual = z.union([
  z.strictObject({ zh: text, en: text }),
  text.transform(alone => ({ zh: alone, en: alone })),
]);

/** What stands where something else was wanted; nothing where nothing was written. */
export const writtenAs = (node: SourceNode): { readonly found: string } => {
  if (node.kind === 'scalar') return { found: node.text };
  if (node.kind === 'list') return { found: node.items.length === 0 ? '[]' : '[…]' };
  return { found: node.entries.length === 0 ? '{}' : '{…}' };
};

/** Says that something is not of the shape that was wanted. */
export const misshapen = (
  { problems }: { readonly problems: Problem[] },
  node: SourceNode,
  path: string,
  wanted: Wanted,
): undefined => {
  problems.push(problem('shape', node.location, { path, wanted, ...writtenAs(node) }));
};

const bare = (schema: unknown): unknown =>
  schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap()) : schema;

const keysAt = (schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  let here: unknown = schema;
  for (const step of path) {
    here = bare(here);
    if (here instanceof z.ZodObject) here = here.shape[String(step)];
    else if (here instanceof z.ZodArray) here = here.element;
    else if (here instanceof z.ZodRecord) here = here.valueType;
    if (here instanceof z.ZodUnion) here = here.options.find(option => option instanceof z.ZodObject);
  }
  const found = bare(here);
  if (found instanceof z.ZodRecord && found.keyType instanceof z.ZodEnum) return found.keyType.options.map(String);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
};

const TYPES: Readonly<Record<string, WantedName>> = {
  object: 'mapping',
  record: 'mapping',
  array: 'list',
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'yes-no',
};

/** A text of this pattern, which is spoken of by its name. */
export const patterned = (pattern: RegExp, name: WantedName): z.ZodString => z.string().regex(pattern, name);

export const kebabId = patterned(/^[a-z0-9][a-z0-9-]*$/u, 'kebab-id');

const IN_WORDS: ReadonlyMap<unknown, boolean> = new Map(Object.entries({ yes: true, 是: true, no: false, 否: false }));

/** `yes`, `是` or `true`, and the opposite of each. */
export const yesOrNo = z.preprocess(said => IN_WORDS.get(said) ?? said, z.boolean());

/** What is not said is no. */
export const flag = yesOrNo.default(false);

export const isoDate = z.iso.date();

const written = (text: string): Wanted => ({ written: text });

const tooSmall = ({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Wanted => {
  if (origin === 'string') return 'text';
  if (origin === 'array') return minimum === 1 ? 'filled-list' : { entries: `≥ ${minimum}` };
  return written(`${inclusive === false ? '>' : '≥'} ${minimum}`);
};

/** What an issue wants, in words that a reader knows. */
export const wantedBy = (issue: z.core.$ZodIssue): Wanted => {
  // Data from a file holds no `undefined`: where one is found, nothing was written.
  if (issue.input === undefined) return 'required';
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && typeof issue.input === 'number') return 'quoted-text';
      return TYPES[issue.expected] ?? written(issue.expected);
    case 'invalid_value':
      return { words: issue.values.map(String) };
    case 'invalid_format':
      // The message of a pattern is the name of what it wants.
      return issue.format === 'date' ? 'day' : (issue.message as WantedName);
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options)) return { words: issue.options.map(String) };
      return {
        either: issue.errors.flatMap(([first]) =>
          first === undefined ? [] : [first.path.length > 0 ? written('[…]') : wantedBy(first)],
        ),
      };
    case 'invalid_key':
      return issue.issues[0] === undefined ? written(issue.message) : wantedBy(issue.issues[0]);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return issue.origin === 'array' ? { entries: `≤ ${issue.maximum}` } : written(`≤ ${issue.maximum}`);
    case 'custom':
      return (issue.params?.wanted as WantedName | undefined) ?? written(issue.message);
    default:
      return written(issue.message);
  }
};

const MAX_ISSUES = 200;

/** Data of the wanted shape, or undefined with each misfit among the problems, at its place. */
export const readShape = <T>(schema: z.ZodType<T>, node: SourceNode, problems: Problem[]): T | undefined => {
  const result = schema.safeParse(toPlain(node), { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, MAX_ISSUES)) append(problems, toProblems(schema, issue, node));
  return undefined;
};

/** Of several shapes the one that was meant: what is wrong inside it, not that it is none of them. */
const meantBy = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] => {
  const branch =
    issue.code === 'invalid_union'
      ? issue.errors.find(errors => errors.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'))
      : undefined;
  return (branch ?? []).map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue);
};

const keyLocation = (node: SourceNode, key: string): Location =>
  (node.kind === 'map' ? node.entries.find(entry => entry.key === key)?.keyLocation : undefined) ?? node.location;

const toProblems = (schema: z.ZodType, issue: z.core.$ZodIssue, root: SourceNode): readonly Problem[] => {
  const inside = meantBy(issue);
  if (inside.length > 0) return inside.flatMap(inner => toProblems(schema, inner, root));
  const node = nearest(root, issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MAX_ISSUES)
      .map(key => problem('unknown-key', keyLocation(node, key), { key, ...meant(key, keysAt(schema, issue.path)) }));
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    const map = nearest(root, issue.path.slice(0, -1));
    return [problem('shape', keyLocation(map, key), { path: '', wanted: wantedBy(issue), found: key })];
  }
  const [path, wanted] = [issue.path.map(String).join('.'), wantedBy(issue)];
  if (wanted === 'required') return [problem('shape', node.location, { path, wanted })];
  return [problem('shape', node.location, { path, wanted, ...writtenAs(node) })];
};
