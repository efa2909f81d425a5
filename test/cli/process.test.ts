import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as here } from '../support/tool.ts';

const TOOL = join(import.meta.dirname, '..', '..', 'bin', 'duibiao.js');
const CI = join('fixtures', 'ci');
const DAY = ['--as-of', '2026-11-20'] as const;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Setting {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  /** Stop reading after the first piece. */
  readonly hangUp?: boolean;
}

/** The built tool as a process of its own, where that is what is looked at, with neither terminal nor language but what is given. */
const run = (words: readonly string[], { cwd = '.', input = '', hangUp = false }: Setting = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TOOL, ...words], {
      cwd,
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '', FORCE_COLOR: '' },
    });
    const heard = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => {
      heard.out += data.toString();
      if (hangUp) child.stdout.destroy();
    });
    child.stderr.on('data', (data: Buffer) => {
      heard.err += data.toString();
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, ...heard }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

const bad = readFileSync(join(CI, 'submissions', 'hetan.yaml'), 'utf8');

describe('standard input', () => {
  it('is audited under the name that it is given', async () => {
    const { code, out } = await run(
      ['audit', '-', '--stdin-name', 'submissions/新 报.yaml', '-p', 'luan-2022', ...DAY, '-o', 'json', '--no-config'],
      { input: bad },
    );
    expect(code).toBe(1);
    expect(JSON.parse(out).profile.path).toBe('submissions/新 报.yaml');
  });

  it('without a name is taken for YAML or JSON', async () => {
    const { code, out } = await here(['audit', '-', '-p', 'luan-2022', ...DAY, '-o', 'jsonl', '--no-config'], {
      input: JSON.stringify({ 基本信息: { 级别: '乡镇' } }),
    });
    expect(code).toBe(2);
    expect(JSON.parse(out).profile.path).toBe('-.yaml');
  });

  it('is validated too', async () => {
    const said = await here(['validate', '-'], {
      input: '{"基本信息": {"县区": "罗山县", "级别": "乡镇"}, "没有的": 1}',
    });
    expect([said.code, said.out]).toEqual([3, '']);
    expect(said.err).toMatch(/^错误 -\.yaml:1:\d+: 不认识“没有的”/u);
    const form = readFileSync(join('fixtures', 'centers', 'luoshan-qingshiao.xlsx'));
    expect(await here(['validate', '-'], { input: form })).toMatchObject({ code: 0, out: '-.xlsx: 没有问题\n' });
    const card = readFileSync(join('fixtures', 'invalid', 'scorecard', 'a-pass-mark-above-the-total.yaml'));
    const scored = await here(['validate', '-'], { input: card });
    expect([scored.code, scored.err]).toEqual([3, '错误 -.yaml:10:7: “pass”须 ≤ 20，实际是“60”\n']);
  });

  it('that is empty is bad input', async () => {
    const { code, err } = await here(['audit', '-', '--no-config'], { input: '' });
    expect([code, err]).toEqual([3, expect.stringMatching(/-\.yaml: 文件是空的/u)]);
  });
});

describe('outside a terminal', () => {
  it('nothing is coloured and nothing moves', async () => {
    const { out, err } = await run(['audit', join(CI, 'submissions', 'hetan.yaml'), ...DAY]);
    expect(out.length).toBeGreaterThan(1000);
    expect(out + err).not.toMatch(/\p{Cc}(?<!\n)/u);
  });

  it('a pipe that closes early ends it quietly, with the word of the gate', async () => {
    const words = [
      'audit',
      join(CI, 'submissions', 'hetan.yaml'),
      join(CI, 'submissions', 'yunling.yaml'),
      ...DAY,
      '-o',
      'sarif',
      '-q',
    ];
    const { code, err } = await run(words, { hangUp: true });
    expect(err).toBe('');
    expect(code).toBe(1);
  });
});

describe('the settings of a repository', () => {
  it('are found from a folder inside it', async () => {
    const inside = { cwd: join(CI, 'submissions') };
    expect((await here(['config'], inside)).out).toContain('packs: ["luan-2022"]');
    expect((await here(['audit', 'yunling.yaml', ...DAY, '-q'], inside)).code).toBe(0);
    const { code, err } = await here(['audit', 'hetan.yaml', ...DAY, '-q', '-o', 'tap'], inside);
    expect([code, err]).toEqual([1, '']);
  });
});
