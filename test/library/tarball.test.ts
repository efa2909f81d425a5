import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Packed, packInto, ROOT } from '../support/tarball.ts';
import { run as tool } from '../support/tool.ts';

const SHELL = process.platform === 'win32';

const home = mkdtempSync(join(tmpdir(), 'duibiao-consumer-'));

const run = (command: string, words: readonly string[]): string =>
  execFileSync(command, words, { cwd: home, encoding: 'utf8', shell: SHELL, stdio: ['ignore', 'pipe', 'pipe'] });

const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

let packed: Packed | undefined;

/** A repository of someone who knows the tool by its tarball alone, and is not connected. */
beforeAll(() => {
  packed = packInto(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'county', private: true, type: 'module' }));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`]);
  cpSync(join(ROOT, 'fixtures', 'ci'), home, { recursive: true });
  cpSync(join(ROOT, 'fixtures', 'library', 'consumer.ts'), join(home, 'consumer.ts'));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the tarball', () => {
  it('holds what it needs and no more', () => {
    const strays = packed?.files
      .map(({ path }) => path)
      .filter(
        path =>
          !/^(?:package\.json|LICENSE|README(?:\.zh-CN)?\.md|bin\/(?:duibiao\.js|package\.json|batch-array\.sh)|dist\/.*\.(?:c?js|json|txt|d\.ts)|dist\/rules\/[\w-]+\/\w+\.yaml)$/u.test(
            path,
          ),
      );
    expect(strays).toEqual([]);
    expect(packed?.files.map(({ path }) => path)).not.toContain('dist/prepare.cjs');
    expect(packed?.unpackedSize).toBeLessThan(17_000_000);
  });

  it('brings nothing else with it', () => {
    expect(readdirSync(join(home, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['duibiao']);
  });

  it('tells the licences of what it bundles', () => {
    const notices = readFileSync(join(home, 'node_modules', 'duibiao', 'dist', 'THIRD-PARTY.txt'), 'utf8');
    for (const name of ['zod', 'yaml', 'exceljs', 'commander'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'mu'));
  });

  it('knows neither process nor console as a library', () => {
    const library = readFileSync(join(home, 'node_modules', 'duibiao', 'dist', 'index.cjs'), 'utf8');
    expect(library).not.toMatch(/\b(?:process|console)\./u);
  });

  it('holds no sentence of where it was made', () => {
    const files = packed?.files.map(({ path }) => path).filter(path => !path.includes('vendor')) ?? [];
    const telling = files.filter(path =>
      readFileSync(join(home, 'node_modules', 'duibiao', path), 'utf8').includes(ROOT),
    );
    expect(telling).toEqual([]);
  });
});

describe('someone who installed it', () => {
  it('has types that hold under the strictest check', () => {
    const options = {
      strict: true,
      exactOptionalPropertyTypes: true,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2023', 'dom'],
      types: [],
      skipLibCheck: false,
      outDir: 'out',
    };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }));
    expect(run(process.execPath, [tsc, '-p', '.'])).toBe('');
  });

  it('audits and reports with it, and may ask for it with require', async () => {
    const words = ['audit', 'submissions/hetan.yaml', '--as-of', '2026-11-20', '-q', '-o', 'json=before.json'];
    await tool(words, { cwd: home });
    const script = `import { createRequire } from 'node:module';
import { seen } from './out/consumer.js';
const required = typeof createRequire(import.meta.url)('duibiao').audit;
console.log(JSON.stringify({ ...seen, required }));`;
    const seen = JSON.parse(run(process.execPath, ['--input-type=module', '-e', script]));
    expect(seen).toEqual({
      version: '0.2.0',
      packs: expect.any(Number),
      verdict: 'failed',
      failed: 12,
      place: 'submissions/hetan.yaml:7:9',
      waived: 1,
      total: 71,
      sarif: '2.1.0',
      markdown: '## Audit of submissions',
      workbook: 'PK',
      problem: expect.stringContaining('办事大厅使用面积'),
      events: ['audit', 'rejected'],
      unchanged: true,
      required: 'function',
    });
  });

  it('has the command', () => {
    expect(outputOf(['--version'])).toMatch(/^0\.2\.0\n(?:[\w-]+ [\d.]+ sha256:[0-9a-f]{64}\n)+$/u);
  });
});

const outputOf = (words: readonly string[]): string => {
  try {
    return run(process.execPath, [join('node_modules', 'duibiao', 'bin', 'duibiao.js'), ...words]);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};
