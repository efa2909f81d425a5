// Installs what is missing and builds what is stale, so that `npm start` and `npm test` need nothing done before them.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const at = name => join(root, name);

const newest = path => {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
};

const isStale = (made, sources) => !existsSync(made) || sources.some(source => newest(source) > statSync(made).mtimeMs);

const run = (command, args) =>
  execFileSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });

if (isStale(at('node_modules/.package-lock.json'), [at('package-lock.json')]))
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
if (isStale(at('dist/rules/index.json'), [at('src'), at('rules'), at('package-lock.json'), at('bin/build.mjs')]))
  run('node', ['bin/build.mjs']);

// Every test is to run: the tarball holds declarations, and tools of others, which are heavy, read our reports.
if (process.env.npm_lifecycle_event === 'pretest') {
  if (!existsSync(at('dist/types/index.d.ts'))) run('node', ['bin/types.mjs']);
  if (
    process.env.CI &&
    isStale(at('test/readers/node_modules/.package-lock.json'), [at('test/readers/package-lock.json')])
  )
    run('npm', ['ci', '--prefix', 'test/readers', '--no-audit', '--no-fund', '--loglevel=error']);
}
