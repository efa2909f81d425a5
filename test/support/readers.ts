import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', 'readers');

/** Tools of others that are too heavy for everyone's install. */
export const hasReaders = existsSync(join(FOLDER, 'node_modules', '.package-lock.json'));

/** Joins the name of a test that wants them. */
export const UNLESS_INSTALLED = hasReaders ? '' : '（没有安装 test/readers，跳过：npm ci --prefix test/readers）';

export const readerFile = (...path: readonly string[]): string => join(FOLDER, 'node_modules', ...path);

export const requireReader = createRequire(join(FOLDER, 'package.json'));
