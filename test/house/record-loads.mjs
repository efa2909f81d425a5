// Writes down every file that is loaded as a module, into the file that RECORD_LOADS names.
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

export const load = (url, context, next) => {
  if (url.startsWith('file:')) appendFileSync(process.env.RECORD_LOADS, `${fileURLToPath(url.split('?')[0])}\n`);
  return next(url, context);
};

if (isMainThread) register(import.meta.url);
