import { type Loaded, type Problem, problem, refused } from '../model/base/problem.ts';
import { Refusal } from '../sheets/read/refusal.ts';

/** What is told of a workbook that was refused; any other fault is thrown on. */
export const refusalOf = (file: string, error: unknown): Problem => {
  if (error instanceof Refusal) return problem('workbook-refused', file, { reason: error.reason });
  throw error;
};

/** What is read of a workbook, or why it was refused. */
export const unlessRefused = async <T>(file: string, read: () => Promise<T>): Promise<T | Loaded<never>> => {
  try {
    return await read();
  } catch (error) {
    return refused([refusalOf(file, error)]);
  }
};
