import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { givenBy, makeVillages, newFolder, put } from '../support/folders.ts';
import { run } from '../support/tool.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const READMES = ['rules/use/batches.md', 'rules/use/batches.zh-CN.md'] as const;
const COUNT = 12;
const UNIX = process.platform !== 'win32';

/** The snippets of a README that take a batch past one machine, by what they are for. */
const snippetsOf = (readme: string): Readonly<Record<string, string>> => {
  const blocks = [...readFileSync(join(ROOT, readme), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)];
  const find = (kind: string, word: string): string =>
    blocks.find(([, language, text = '']) => language === kind && text.includes(word))?.[2] ?? '';
  return {
    parallel: find('bash', 'parallel --pipe'),
    spark: find('python', '.pipe('),
    slurm: find('bash', 'SBATCH'),
    kubernetes: find('yaml', 'completionMode'),
  };
};

const snippets = snippetsOf(READMES[0]);

let folder = '';

beforeAll(async () => {
  folder = newFolder();
  const profiles = await makeVillages(COUNT);
  const lines = profiles.map(profile => `${JSON.stringify(profile)}\n`);
  put(folder, 'villages.jsonl', `${lines.slice(0, 9).join('')}{"坏\n${lines.slice(9).join('')}`);
  put(folder, 'submissions/villages.jsonl', lines.join(''));
  put(folder, 'bin/duibiao', `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'bin', 'duibiao.js')}' "$@"\n`);
  chmodSync(join(folder, 'bin', 'duibiao'), 0o755);
  await run(['batch', join(folder, 'submissions'), '-o', join(folder, 'whole'), '--as-of', '2026-11-20'], {
    cwd: folder,
  });
});

/** Runs a snippet as it stands, with its `/data` in the folder. */
const shell = (script: string, variables: Readonly<Record<string, string>> = {}) => {
  const env = { ...process.env, ...variables, PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter) };
  return spawnSync('bash', ['-c', script.replaceAll('/data', folder)], { cwd: folder, env, encoding: 'utf8' });
};

const hasParallel = /GNU parallel/u.test(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** Lines are counted from the beginning of what a job is given. */
const withoutLines = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line, (key, value) => (key === 'line' ? undefined : value)));

describe.skipIf(!UNIX)('a filter', () => {
  it.skipIf(!hasParallel)('gives under GNU parallel what it gives alone, in order', async () => {
    const small = snippets.parallel?.replace('20M', '50k') ?? '';
    const { stdout } = shell(`${small}\ncat results.jsonl`, { PARALLEL_HOME: folder });
    const input = readFileSync(join(folder, 'villages.jsonl'), 'utf8');
    const alone = await run(['batch', '-', '-o', '-', '--no-config'], { input, cwd: folder });
    expect(withoutLines(stdout)).toHaveLength(COUNT + 1);
    expect(withoutLines(stdout)).toEqual(withoutLines(alone.out));
  });

  it('is what Spark is told to pipe through', () => {
    const [, command = ''] = /\.pipe\("([^"]+)"\)/u.exec(snippets.spark ?? '') ?? [];
    const { status, stdout } = shell(`head -n 2 villages.jsonl | ${command}`);
    expect({ status, answers: withoutLines(stdout).length }).toEqual({ status: 0, answers: 2 });
  });
});

describe.skipIf(!UNIX)('a batch in parts', () => {
  const PARTS = 2;

  it('gives what one run gives, the first by a Slurm array, counted from 1, the last by an indexed Kubernetes job, counted from 0', async () => {
    const job = parse(snippets.kubernetes ?? '') as {
      spec: { completions: number; template: { spec: { containers: [{ args: [string] }] } } };
    };
    const { completions, template } = job.spec;
    const [script] = template.spec.containers[0].args;
    expect(script).toContain(`/${completions} `);
    expect(snippets.slurm).toContain('--array=1-');
    const ended = [
      shell(snippets.slurm ?? '', { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_COUNT: String(PARTS) }),
      shell(script.replace(`/${completions} `, `/${PARTS} `), { JOB_COMPLETION_INDEX: String(PARTS - 1) }),
    ];
    expect(ended.map(({ status }) => status)).toEqual([0, 0]);
    const parts = readdirSync(folder).filter(found => found.startsWith('part-'));
    expect(parts).toHaveLength(PARTS);
    await run(['merge', ...parts, '-o', 'merged'], { cwd: folder });
    expect(givenBy(join(folder, 'merged'))).toEqual(givenBy(join(folder, 'whole')));
  });
});

it('is shown alike in both languages', () => {
  const [one, other] = READMES.map(snippetsOf);
  expect(Object.values(one ?? {}).every(text => text !== '')).toBe(true);
  expect(other).toEqual(one);
});
