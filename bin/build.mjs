// Bundles the tool into dist/ and prepares the shipped rules, so that no start parses or validates them.
//
// Start-up is what an inspector feels, so a start reads few files and little that it does not use: one CommonJS file
// for the command line itself, one for each command and each report format, one for each package that only some of them want.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import { noticesOf } from './notices.mjs';

const root = join(import.meta.dirname, '..');
const part = join(root, `dist.${process.pid}.part`);
const dist = join(root, 'dist');

const APART = ['zod', 'yaml', 'saxes', 'csv-parse/sync', 'csv-parse', 'csv-stringify/sync', 'exceljs', 'docx'];

const vendorOf = name => `vendor/${name.replaceAll('/', '-')}.cjs`;

/** What these files reach through import() becomes a file of its own. */
const DIVIDED = [
  'src/cli/commands.ts',
  'src/cli/follow.ts',
  'src/report/compare/index.ts',
  'src/report/told/index.ts',
  'src/cli/main.ts',
  'src/cli/completion/command.ts',
  'src/cli/drop/command.ts',
  'src/cli/drop/drop.ts',
  'src/cli/drop/interview.ts',
  'src/cli/schema.ts',
  'src/report/index.ts',
  'src/cli/audit/audit.ts',
  'src/cli/outputs/reports.ts',
  'src/cli/explain.ts',
  'src/cli/audit/settings.ts',
  'src/audit/inputs.ts',
  'src/read/files/open.ts',
  'src/read/files/text.ts',
  'src/read/pack/find-rules.ts',
];

/** But for these, of which most is in what asks for them already. */
const WITHIN = ['src/audit/inspected.ts', 'src/score/waive.ts'].map(file => join(root, file));

/** The commands of those who write packs share most of what they load, and so one file; likewise those of scorecards, and others. */
const TOGETHER = {
  'src/cli/packs/commands.ts': 'cli-packs.cjs',
  'src/cli/scorecards/commands.ts': 'cli-scorecards.cjs',
  'src/cli/compare/command.ts': 'cli-compare.cjs',
  'src/cli/batch/commands.ts': 'cli-batch.cjs',
  'src/cli/results/command.ts': 'cli-results.cjs',
};

const pieceOf = file => relative(join(root, 'src'), file).replaceAll(sep, '-').replace(/\.ts$/, '.cjs');

const pieces = new Map([
  ['main.cjs', join(root, 'src/cli/main.ts')],
  ['index.cjs', join(root, 'src/index.ts')],
  ['prepare.cjs', join(root, 'src/read/pack/prepare.ts')],
  ...Object.entries(TOGETHER).map(([file, name]) => [name, file]),
  ['cli-batch-worker.cjs', join(root, 'src/cli/batch/worker.ts')],
]);

/** What a file reaches through import(). */
const reachedFrom = file =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/import\('(\.[^']+)'\)/gu)].map(([, path]) =>
    resolve(root, dirname(file), path),
  );

/** What stands together, by its file: others ask for it there. */
const TOGETHER_IN = new Map(
  Object.entries(TOGETHER).flatMap(([file, name]) => reachedFrom(file).map(reached => [reached, name])),
);

const divide = {
  name: 'divide',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(${APART.join('|')})$`) }, ({ path }) => ({
      path: `./${vendorOf(path)}`,
      external: true,
    }));
    onResolve({ filter: /^\./ }, ({ path, importer, kind }) => {
      const from = relative(root, importer).replaceAll(sep, '/');
      if (kind !== 'dynamic-import' || !(from in TOGETHER || DIVIDED.includes(from))) return undefined;
      const file = resolve(dirname(importer), path);
      if (WITHIN.includes(file)) return undefined;
      const name = TOGETHER_IN.get(file) ?? pieceOf(file);
      if (!pieces.has(name)) pieces.set(name, file);
      return { path: `./${name}`, external: true };
    });
  },
};

/** Commander would start other programs by commands of their names, which ours has none of. */
const nothingStarted = {
  name: 'nothing-started',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes(`${sep}commander${sep}`) ? { path, namespace: 'nothing-started' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing-started' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  // Reached by a part of exceljs that reads from a cloud, which nobody asks it to do.
  external: ['@aws-sdk/client-s3'],
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** Every file that went into a bundle. */
const inputs = new Set();

const bundle = async options => {
  const made = await build({ ...common, ...options });
  for (const input of Object.keys(made.metafile.inputs)) inputs.add(input);
  return made;
};

// Our own pieces are asked for as they are: dressed as a foreign package (by a helper that minifying renames), one would
// lose its default export.
const BETWEEN_PIECES = /[\w$]+\(require\(("\.\/(?!vendor\/)[^"]+\.cjs")\)(?:, ?1)?\)/g;

/** A byte a character, as it is read at start: esbuild leaves patterns as they are, which mean the same in escapes. */
const inAscii = text => text.replace(/[^\0-\x7f]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** All that a file reaches through import(), in one. */
const exportsOf = file => ({
  contents: reachedFrom(file)
    .map(path => `export * from ${JSON.stringify(path)};`)
    .join('\n'),
  resolveDir: root,
});

// A Map goes on to the pieces that are found on the way.
for (const [name, entry] of pieces) {
  const from = entry in TOGETHER ? { stdin: exportsOf(entry) } : { entryPoints: [entry] };
  const {
    outputFiles: [{ text }],
  } = await bundle({ ...from, plugins: [divide, nothingStarted], write: false });
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, name), inAscii(text).replace(BETWEEN_PIECES, 'require($1)'));
}
mkdirSync(join(part, 'vendor'), { recursive: true });
for (const name of APART) {
  const { outputFiles } = await bundle({ entryPoints: [name], write: false });
  writeFileSync(join(part, vendorOf(name)), inAscii(outputFiles[0].text));
}

/** What a browser has of Node. No result is written in the page for the site, so that nothing there asks for a digest. */
const IN_BROWSERS = {
  'node:crypto': 'export const createHash = () => ({ update: () => ({ digest: () => ({ readUInt32BE: () => 0 }) }) });',
  'node:util': 'export const TextDecoder = globalThis.TextDecoder;',
};

const inBrowsers = {
  name: 'in-browsers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'in-browsers' }));
    onLoad({ filter: /.*/, namespace: 'in-browsers' }, ({ path }) => ({ contents: IN_BROWSERS[path] }));
  },
};

const site = await bundle({
  entryPoints: [join(root, 'src/site/page/main.ts')],
  format: 'iife',
  platform: 'browser',
  target: 'es2020',
  plugins: [inBrowsers],
  write: false,
});
writeFileSync(join(part, 'site.js'), site.outputFiles[0].text.replaceAll('</script', '<\\/script'));
writeFileSync(join(part, 'THIRD-PARTY.txt'), noticesOf(root, [...inputs]));

// As a library it is the same code for import and for require.
const names = Object.keys(createRequire(import.meta.url)(join(part, 'index.cjs'))).sort();
const library = `import library from './index.cjs';\n\nexport const { ${names.join(', ')} } = library;\n`;
writeFileSync(join(part, 'index.js'), library);

const { prepareLibrary } = createRequire(import.meta.url)(join(part, 'prepare.cjs'));
const prepared = await prepareLibrary(join(root, 'rules'));
if (prepared.problems.length > 0) {
  for (const problem of prepared.problems) console.error(problem);
  rmSync(part, { recursive: true });
  process.exit(1);
}
mkdirSync(join(part, 'rules'), { recursive: true });
for (const [name, data] of Object.entries(prepared.files))
  writeFileSync(join(part, 'rules', name), JSON.stringify(data));

// The packs are read as they stand by the commands of those who write packs, and by packs that extend them.
for (const name of readdirSync(join(root, 'rules'), { recursive: true, encoding: 'utf8' }))
  if (/^(?!vocabulary)[\w-]+[\\/]\w+\.yaml$/.test(name)) cpSync(join(root, 'rules', name), join(part, 'rules', name));

rmSync(dist, { recursive: true, force: true });
renameSync(part, dist);

// What a start compiles is kept beside the bundles: a run of each kind leaves it there.
const centers = join(root, 'fixtures', 'centers');
const results = join(dist, 'results.part');
for (const words of [
  ['--help'],
  ...readdirSync(centers).map(name => ['audit', join(centers, name), '--fail-on', 'none']),
  ['batch', centers, '--fail-on', 'none', '-o', results],
])
  spawnSync(process.execPath, [join(root, 'bin', 'duibiao.js'), ...words], {
    env: { ...process.env, DUIBIAO_KEEP_CODE: '1' },
    stdio: 'ignore',
  });
rmSync(results, { recursive: true, force: true });
