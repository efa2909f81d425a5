import type * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, problem, refused } from '../../model/base/problem.ts';
import { identityOf } from '../../model/profile/identity.ts';
import { head, type KeptResult, result } from '../../model/result/contract.ts';
import { contradictions } from '../../model/result/contradictions.ts';
import { joinResult } from '../../model/result/join.ts';
import type { Kept, KeptRejection } from '../../model/result/kept.ts';
import { type Made, shapeProblem } from './json.ts';
import type { Standards } from './standards.ts';

/** Whose result it is, and by what it was held: enough to find its other half. */
export interface KeptHead {
  readonly key: string;
  readonly names: readonly string[];
  readonly made: Made;
}

const VERSION = /^2\./u;

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** What is wrong with something that should be a result, whatever else is asked of it. */
const misfit = (json: unknown, at: Location): Loaded<never> | undefined => {
  if (!isObject(json) || typeof json.schemaVersion !== 'string') return refused([problem('not-a-result', at, {})]);
  return VERSION.test(json.schemaVersion)
    ? undefined
    : refused([problem('result-version', at, { found: json.schemaVersion })]);
};

const checked = <T>(schema: z.ZodType<T>, json: unknown, at: Location): Loaded<T> => {
  const wrong = misfit(json, at);
  if (wrong !== undefined) return wrong;
  const read = schema.safeParse(json, { reportInput: true });
  return read.success ? { ok: true, value: read.data, warnings: [] } : refused([shapeProblem(read.error, at)]);
};

/** A result with the words of its texts: the audit that it was. One that is to be held against another may speak against itself. */
export const readResult = (json: unknown, at: Location, standards: Standards, asItIs = false): Loaded<Kept> => {
  const read = checked<KeptResult>(result, json, at);
  if (!read.ok) return read;
  const standard = standards(read.value, at);
  if (!standard.ok) return standard;
  const audit = joinResult(read.value, standard.value, at);
  if (!audit.ok) return audit;
  const wrong = asItIs ? [] : contradictions(read.value, standard.value.pack, at);
  return loaded(wrong, () => ({ audit: audit.value, tool: read.value.tool, at }));
};

export const readHead = (json: unknown, at: Location): Loaded<KeptHead> => {
  const read = checked<z.output<typeof head>>(head, json, at);
  if (!read.ok) return read;
  const { profile, pack, scheme } = read.value;
  const names = [profile.center.name, profile.center.township].filter(name => name !== undefined);
  return { ...read, value: { key: identityOf(profile), names, made: { pack, scheme } } };
};

export const textsIn = (json: unknown): unknown => (isObject(json) ? json.texts : undefined);

const messageOf = (json: unknown): KeptRejection['message'] => {
  const said = isObject(json) && isObject(json.message) ? json.message : {};
  return { zh: String(said.zh ?? ''), en: String(said.en ?? said.zh ?? '') };
};

/** The answer that a filter gives for an input without a result. */
export const readRejection = (json: unknown): KeptRejection | undefined => {
  if (!isObject(json) || json.rejected !== true) return undefined;
  const [first] = Array.isArray(json.problems) ? (json.problems as readonly unknown[]) : [];
  return { file: String(json.file ?? ''), center: '', message: messageOf(first) };
};
