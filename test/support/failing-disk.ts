import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Calls that can fail, each of which names a file or one that was opened. */
const CALLS = [
  ...['openSync', 'readSync', 'writeSync', 'fsyncSync', 'ftruncateSync', 'fstatSync', 'closeSync'],
  ...['statSync', 'readdirSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'realpathSync', 'readFileSync'],
] as const;

type Call = (typeof CALLS)[number];

export interface Failed {
  /** Of the calls that had to do with the folder, so many were made. */
  readonly calls: number;
  /** The one that failed. */
  readonly call?: string;
  readonly path?: string;
}

const errorOf = (code: string, syscall: string, path: string | undefined): Error =>
  Object.assign(new Error(`${code}: made up, ${syscall}`), { code, syscall, ...(path !== undefined && { path }) });

/** Runs with a disk on which the `n`-th call that has to do with a folder fails, once. */
export const onDiskFailing = async (
  { folder, n, code }: { readonly folder: string; readonly n: number; readonly code: string },
  run: () => Promise<unknown>,
): Promise<Failed> => {
  const real = Object.fromEntries(CALLS.map(name => [name, fs[name]])) as Record<Call, (...args: unknown[]) => unknown>;
  const opened = new Map<number, string>();
  let failed: Failed = { calls: 0 };
  const faulty =
    (name: Call) =>
    (...args: unknown[]): unknown => {
      const path = typeof args[0] === 'number' ? opened.get(args[0]) : String(args[0]);
      if (path?.startsWith(folder) !== true) return real[name](...args);
      failed = { ...failed, calls: failed.calls + 1 };
      if (failed.calls === n) {
        failed = { ...failed, call: name, path };
        if (name === 'closeSync') real[name](...args);
        throw errorOf(code, name.replace('Sync', ''), typeof args[0] === 'number' ? undefined : path);
      }
      const result = real[name](...args);
      if (name === 'openSync') opened.set(result as number, path);
      return result;
    };
  const put = (calls: Readonly<Record<Call, unknown>>): void => {
    Object.assign(fs, calls);
    syncBuiltinESMExports();
  };
  put(Object.fromEntries(CALLS.map(name => [name, faulty(name)])) as Record<Call, unknown>);
  try {
    await run();
  } finally {
    put(real);
  }
  return failed;
};
