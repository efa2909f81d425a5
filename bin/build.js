// Bundles the tool into dist/ and prepares the shipped rules, so that no start parses or validates them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/cli/main.ts', prepare: 'src/load/prepare.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['exceljs'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
});

const { prepareLibrary } = await import(pathToFileURL(join(dist, 'prepare.js')).href);
const prepared = await prepareLibrary(join(root, 'rules'));
if (prepared.problems.length > 0) {
  for (const problem of prepared.problems) console.error(problem);
  process.exit(1);
}
mkdirSync(join(dist, 'rules'), { recursive: true });
for (const [name, data] of Object.entries(prepared.files)) writeFileSync(join(dist, 'rules', name), JSON.stringify(data));
