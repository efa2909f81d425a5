import { afterAll } from 'vitest';

declare global {
  var reached: Set<string> | undefined;
}

declare module 'vitest' {
  interface TaskMeta {
    reached?: readonly string[];
  }
}

globalThis.reached = new Set();

// biome-ignore lint/correctness/noEmptyPattern: the runner reads the pattern, and asks for one
afterAll(({}, { file }) => {
  file.meta.reached = [...(globalThis.reached ?? [])];
});
