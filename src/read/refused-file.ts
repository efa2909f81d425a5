import { type Loaded, type Problem, problem, refused } from '../model/base/problem.ts';
import type { MapNode } from '../model/base/source.ts';
import { Refusal } from '../sheets/read/refusal.ts';

const isCsvError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/** What is told of a workbook or a text of separated values that was refused; any other fault is thrown on. */
export const refusalOf = (file: string, error: unknown): Problem => {
  if (error instanceof Refusal) return problem('workbook-refused', file, { reason: error.reason });
  if (isCsvError(error)) return problem('syntax', file, { detail: error.message });
  throw error;
};

/** What is read of a file, or why it was refused. */
export const unlessRefused = async <T>(file: string, read: () => Promise<T>): Promise<T | Loaded<never>> => {
  try {
    return await read();
  } catch (error) {
    return refused([refusalOf(file, error)]);
  }
};

/** The same centres; what cannot be read becomes a problem of the file. */
export async function* guarded(
  file: string,
  centers: AsyncIterable<MapNode>,
  problems: Problem[],
): AsyncGenerator<MapNode> {
  try {
    yield* centers;
  } catch (error) {
    problems.push(refusalOf(file, error));
  }
}
