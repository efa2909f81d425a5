import type * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, problem, refused } from '../../model/base/problem.ts';
import type { KeptRejection, KeptResult } from '../../model/result/kept.ts';
import { fold } from '../profile/names.ts';
import { headSchema, keptSchema, toKept } from './schema.ts';

/** Whose result it is, and against what: enough to find its other half. */
export interface KeptHead {
  readonly key: string;
  readonly pack: string;
  readonly names: readonly string[];
}

const VERSION = /^1\./u;

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** What is wrong with something that should be a result, whatever else is asked of it. */
const misfit = (json: unknown, at: Location): Loaded<never> | undefined => {
  if (!isObject(json) || typeof json.schemaVersion !== 'string') return refused([problem('not-a-result', at, {})]);
  return VERSION.test(json.schemaVersion)
    ? undefined
    : refused([problem('result-version', at, { found: json.schemaVersion })]);
};

const shapeProblem = ({ issues: [issue] }: z.ZodError, at: Location): Loaded<never> =>
  refused([
    problem('shape', at, { path: issue?.path.map(String).join('.') ?? '', wanted: { written: issue?.message ?? '' } }),
  ]);

const checked = <T>(schema: z.ZodType<T>, json: unknown, at: Location): Loaded<T> => {
  const wrong = misfit(json, at);
  if (wrong !== undefined) return wrong;
  const read = schema.safeParse(json);
  return read.success ? { ok: true, value: read.data, warnings: [] } : shapeProblem(read.error, at);
};

export const parseJson = (text: string, at: Location): Loaded<unknown> => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown, warnings: [] };
  } catch (error) {
    return refused([problem('syntax', at, { detail: error instanceof Error ? error.message : String(error) })]);
  }
};

export const readResult = (json: unknown, at: Location): Loaded<KeptResult> => {
  const read = checked(keptSchema, json, at);
  return read.ok ? { ...read, value: toKept(read.value, at) } : read;
};

type Center = z.infer<typeof headSchema>['profile']['center'];

const keyOf = ({ name, level, county, township }: Center, path: string): string =>
  [level, fold(county ?? ''), fold(township ?? ''), fold(name ?? township ?? path)].join('\n');

/** What a centre is known by: its level, county, township and name, however they are written. */
export const readHead = (json: unknown, at: Location): Loaded<KeptHead> => {
  const read = checked(headSchema, json, at);
  if (!read.ok) return read;
  const { profile, pack } = read.value;
  const names = [profile.center.name, profile.center.township].filter(name => name !== undefined);
  return { ...read, value: { key: keyOf(profile.center, profile.path), pack: pack.id, names } };
};

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
