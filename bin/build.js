// Bundles the tool into dist/ and prepares the shipped rules, so that no start parses or validates them.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const part = join(root, `dist.${process.pid}.part`);
const dist = join(root, 'dist');

await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/cli/main.ts', prepare: 'src/load/prepare.ts' },
  outdir: part,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['exceljs'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
});

const { prepareLibrary } = await import(pathToFileURL(join(part, 'prepare.js')).href);
const prepared = await prepareLibrary(join(root, 'rules'));
if (prepared.problems.length > 0) {
  for (const problem of prepared.problems) console.error(problem);
  process.exit(1);
}
mkdirSync(join(part, 'rules'), { recursive: true });
for (const [name, data] of Object.entries(prepared.files)) writeFileSync(join(part, 'rules', name), JSON.stringify(data));

rmSync(dist, { recursive: true, force: true });
renameSync(part, dist);
