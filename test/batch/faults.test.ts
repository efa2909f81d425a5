import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { findInputs } from '../../src/batch/files/inputs.ts';
import { type DocumentRecord, documentKey } from '../../src/batch/files/journal.ts';
import { readSources } from '../../src/batch/files/sources.ts';
import { beginRun } from '../../src/batch/files/state.ts';
import type { Write } from '../../src/batch/files/whole.ts';
import { contextDigest } from '../../src/batch/run/context.ts';
import { auditHere, auditInto } from '../../src/batch/run/here.ts';
import { type Process, runBatch } from '../../src/batch/run/run.ts';
import { openSettings } from '../../src/cli/audit/settings.ts';
import { makeAuditor } from '../../src/cli/batch/auditor.ts';
import { givenBy, makeVillages, newFolder, pathsIn, put, submissionsFolder, yamlName } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { batch, DAY, run, start } from '../support/tool.ts';

/** A run that is to be interrupted keeps the first of them after some twenty. */
const COUNT = 56;

let folder = '';

beforeAll(async () => {
  folder = await submissionsFolder(COUNT);
  await batch(folder, '报送', '-o', '一次');
});

/** Starts a batch and interrupts it once it has kept some results. */
const interrupt = async (out: string) => {
  const { child, ended } = start(['batch', '报送', '-o', out, '--workers', '2', ...DAY], { cwd: folder });
  const journal = join(folder, out, '.duibiao', 'journal.jsonl');
  while (!existsSync(journal) || readFileSync(journal).length === 0) {
    if (child.exitCode !== null) throw new Error('too quick to be disturbed');
    await setTimeout(2);
  }
  child.kill('SIGINT');
  return ended;
};

describe('a batch that does not come to its end', () => {
  it('when it is interrupted says so, and goes on', async () => {
    const out = '停';
    const { code, err } = await interrupt(out);
    expect(code).toBe(130);
    expect(err).toContain('已中断');
    expect(existsSync(join(folder, out, 'results.jsonl'))).toBe(false);
    await run(['batch', '--resume', '-o', out, '--no-config'], { cwd: folder });
    expect(givenBy(join(folder, out))).toEqual(givenBy(join(folder, '一次')));
  });
});

describe('what is written', () => {
  const DAILY = { scheme: 'default', asOf: '2026-11-20' };
  const LITTLE = { standards: resolve('fixtures/packs'), pack: ['qingyuan-2024'], ...DAILY };

  /** Their results are more than is held before it is written. */
  const submissions = (): readonly string[] => findInputs([join(folder, '报送')]).files.slice(0, 30);

  const settingsFor = async (inputs: readonly string[]) =>
    succeed(await openSettings(inputs.some(file => file.endsWith('.csv')) ? LITTLE : DAILY));

  /** The same run in this process, with a disk that holds so many bytes. */
  const runOn = async (out: string, disk: number, inputs = submissions(), process?: Process): Promise<void> => {
    const settings = await settingsFor(inputs);
    const { library, vocabulary, stream } = settings;
    const context = await contextDigest({ tool: 'x', library, vocabulary, stream, files: [], options: {} });
    const state = beginRun(out, { context, command: { inputs, skipped: [], options: {} } });
    const { writeSync } = await import('node:fs');
    let left = disk;
    const write: Write = (file, bytes) => {
      if (left === 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      const written = writeSync(file, bytes, 0, Math.min(bytes.length, left));
      left -= written;
      return written;
    };
    const auditor = makeAuditor(settings, { failOn: 'must' }, { frames: state.frames, answers: false });
    const sources = readSources(inputs, { stdin: async function* () {}, stdinIsLines: false });
    await runBatch({ folder: out, state, inputs: sources, process: process ?? auditHere(auditor), write });
  };

  /** What an undisturbed run made of each document, handed over again: a disk has no say in it. */
  const handingOver = async (records: readonly DocumentRecord[], results: string): Promise<Process> => {
    const lines = results.split('\n');
    const made = records.flatMap(record =>
      record.entries.map(entry => ({ key: documentKey(record), entry, line: lines.shift() ?? '' })),
    );
    const by = makeAuditor(await settingsFor([]), { failOn: 'must' }, { frames: [], answers: false });
    return async (jobs, sink) => {
      for await (const job of jobs)
        await auditInto(job, by, sink, async function* () {
          for (const { key, entry, line } of made)
            if (key === documentKey(job)) {
              expect(sink.add(line)).toBe(entry.bytes);
              yield entry;
            }
        });
    };
  };

  const recordsIn = (journal: string): readonly DocumentRecord[] =>
    journal
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as DocumentRecord);

  const kept = (out: string): readonly string[] =>
    ['results.jsonl', 'journal.jsonl'].map(name => readFileSync(join(out, '.duibiao', name), 'utf8'));

  /** Texts this long would take minutes to be shown side by side. */
  const expectKept = (out: string, all: readonly string[]): void => {
    const now = kept(out);
    expect(now.map(text => text.length)).toEqual(all.map(text => text.length));
    expect(now.map((text, index) => text === all[index])).toEqual([true, true]);
  };

  it('on a full disk is gone on with when there is room, wherever the disk ended', async () => {
    const whole = newFolder();
    await runOn(whole, Number.POSITIVE_INFINITY);
    const all = kept(whole);
    const [results = '', journal = ''] = all;
    const size = all.join('').length;
    expect(results.length).toBeGreaterThan(300_000);
    const again = await handingOver(recordsIn(journal), results);
    const half = Math.round(size / 2);
    for (const disk of [0, 1, 5_000, half, size - 1]) {
      const out = newFolder();
      const made = disk === half ? undefined : again;
      await expect(runOn(out, disk, submissions(), made)).rejects.toThrow('full');
      await runOn(out, Math.round(disk / 2), submissions(), made).catch(() => undefined);
      await runOn(out, Number.POSITIVE_INFINITY, submissions(), made);
      expectKept(out, all);
    }
  });

  it('is gone on with up to the first submission that no longer says what it said', async () => {
    const [shared, out, fresh] = [newFolder(), newFolder(), newFolder()];
    const inputs = submissions()
      .slice(0, 4)
      .map((from, number) => {
        const to = join(shared, `${number}.yaml`);
        cpSync(from, to);
        return to;
      });
    await runOn(out, Number.POSITIVE_INFINITY, inputs);
    cpSync(submissions()[4] ?? '', inputs[1] ?? '');
    await runOn(out, Number.POSITIVE_INFINITY, inputs);
    await runOn(fresh, Number.POSITIVE_INFINITY, inputs);
    expectKept(out, kept(fresh));
  });

  it('of a long table is recorded in parts, and gone on with from before the table wherever the disk ended', async () => {
    const table = join(newFolder(), '汇总.csv');
    const rows = Array.from({ length: 260 }, (_, at) => `第${at}镇便民服务中心,青源县,乡镇,${90 + (at % 90)}`);
    writeFileSync(table, `名称,县区,级别,大厅使用面积\n${rows.join('\n')}\n`);
    const [first = '', second = ''] = ['甲', '乙'].map(name => {
      put(dirname(table), `${name}.yaml`, `名称: ${name}镇便民服务中心\n县区: 青源县\n级别: 乡镇\n`);
      return join(dirname(table), `${name}.yaml`);
    });
    const inputs = [first, table, second];
    const whole = newFolder();
    await runOn(whole, Number.POSITIVE_INFINITY, inputs);
    const [results = '', journal = ''] = kept(whole);
    const records = recordsIn(journal);
    const parts = records.map(({ from = 0, more = false, entries }) => [from, more, entries.length]);
    expect(parts).toEqual([
      [0, false, 1],
      [0, true, 256],
      [256, false, 4],
      [0, false, 1],
    ]);
    expect(results.trimEnd().split('\n')).toHaveLength(262);
    const size = results.length + journal.length;
    const again = await handingOver(records, results);
    const half = Math.round(size / 2);
    for (const disk of [half, size - 2_000]) {
      const out = newFolder();
      await expect(runOn(out, disk, inputs, disk === half ? undefined : again)).rejects.toThrow('full');
      await runOn(out, Number.POSITIVE_INFINITY, inputs, again);
      expectKept(out, [results, journal]);
    }
  });

  it.skipIf(process.platform === 'win32')('is spoken of when it cannot be, and an older result stays', async () => {
    const shared = newFolder();
    for (const number of [0, 1, 2]) cpSync(join(folder, yamlName(number)), join(shared, yamlName(number)));
    await batch(shared, '报送', '-o', '出');
    const before = givenBy(join(shared, '出'));
    const words = (out: string) => ['batch', '报送', '-o', out, '--as-of', '2026-11-21', '--no-config'];
    const { code, err } = await run(words('出'), { cwd: shared, limit: '-f 40' });
    expect(code).toBe(4);
    expect(err).toContain('文件超过系统允许的大小');
    expect(err).toContain('--resume');
    expect(givenBy(join(shared, '出'))).toEqual(before);
    await run(['batch', '--resume', '-o', '出', '--no-config'], { cwd: shared });
    await run(words('次日'), { cwd: shared });
    expect(givenBy(join(shared, '出'))).toEqual(givenBy(join(shared, '次日')));
  });
});

describe('one bad file among good ones', () => {
  it('is refused in words and changes nothing about the rest', async () => {
    const shared = newFolder();
    for (const number of [0, 1, 2]) cpSync(join(folder, yamlName(number)), join(shared, yamlName(number)));
    await batch(shared, '报送', '-o', '好');
    put(shared, '报送/0000b.yaml', '名称: "=HYPERLINK(1)"\n级别: 村级\n不认识的: 1\n');
    put(shared, '报送/0001b.xlsx', 'PK\u0003\u0004 broken');
    put(shared, '报送/0001c.pdf', '%PDF-1.4');
    put(shared, '报送/0001d.yaml', Buffer.from([0xff, 0xff, 0xff]));
    put(shared, '报送/0001e.yaml', '');
    const { code, err } = await batch(shared, '报送', '-o', '坏');
    expect(code).toBe(3);
    expect(err).toContain('5 份拒收');
    const read = (name: string): string => readFileSync(join(shared, name, 'results.jsonl'), 'utf8');
    expect(read('坏')).toBe(read('好'));
    const rejected = readFileSync(join(shared, '坏', 'rejected.csv'), 'utf8').split('\r\n');
    expect(rejected[1]).toMatch(/^报送\/0000b\.yaml,.*HYPERLINK/u);
    for (const name of ['0001b.xlsx', '0001c.pdf', '0001d.yaml', '0001e.yaml'])
      expect(rejected.filter(row => row.includes(name)).length).toBe(1);
  });
});

describe('two submissions of one centre', () => {
  const twice = async (first: object, second: object, ...words: readonly string[]) => {
    const shared = newFolder();
    const [profile] = await makeVillages(1);
    put(shared, '报送/a.json', JSON.stringify({ ...profile, ...first }));
    put(shared, '报送/b.json', JSON.stringify({ ...profile, ...second }));
    const { code } = await batch(shared, '报送', '-o', '出', '--fail-on', 'none', ...words);
    const rejected = readFileSync(join(shared, '出', 'rejected.csv'), 'utf8')
      .split('\r\n')
      .slice(1, -1);
    return { code, counted: pathsIn(join(shared, '出', 'results.jsonl')), rejected };
  };

  it('count as the one declared last, and it is said', async () => {
    const { code, counted, rejected } = await twice({ 申报日期: '2026-10-20' }, { 申报日期: '2026-10-12' });
    expect(code).toBe(0);
    expect(counted).toEqual(['报送/a.json']);
    expect(rejected).toEqual([expect.stringMatching(/^报送\/b\.json,.*,被替代,.*以 报送\/a\.json:1:1 为准/u)]);
  });

  it('are counted one by one where one file holds them all, so that the figures add up', async () => {
    const shared = newFolder();
    const [one, two] = await makeVillages(2);
    const rows = [
      one,
      { ...two, 申报日期: '2026-10-20' },
      { ...two, 申报日期: '2026-10-12' },
      { ...one, 没有的项: '1' },
    ];
    put(shared, '报送.json', JSON.stringify(rows));
    const { out } = await batch(shared, '报送.json', '-o', '出');
    expect(out).toContain('共收到 4 份：已审核 2 个中心，拒收 1，被替代 1');
  });

  it('are both refused where nobody can say which is the last, or none is to count', async () => {
    const sameDay = await twice({ 申报日期: '2026-10-12' }, { 申报日期: '2026年10月12日' });
    expect(sameDay).toMatchObject({ code: 3, counted: [] });
    expect(sameDay.rejected.length).toBe(2);
    const refused = await twice({ 申报日期: '2026-10-20' }, { 申报日期: '2026-10-12' }, '--duplicates', 'refuse');
    expect(refused).toMatchObject({ code: 3, counted: [] });
  });

  it('count once where they are the same to the byte', async () => {
    expect(await twice({}, {})).toMatchObject({ code: 0, counted: ['报送/a.json'] });
  });
});

describe('the roster', () => {
  it.each([
    ['a text', '名册.txt', (names: readonly string[]) => `${names.join('\r\n')}\n另一村便民服务站\n`],
    [
      'a table',
      '名册.csv',
      (names: readonly string[]) =>
        `序号,中心名称,所属县区\n${[...names, '另一村便民服务站'].map((name, index) => `${index + 1},${name},衡阳市`).join('\n')}\n`,
    ],
    [
      'a table of names',
      '名册.csv',
      (names: readonly string[]) => `序号,中心名称\n1,${[...names, '另一村便民服务站'].join('\n2,')}\n`,
    ],
    [
      'a column of names',
      '名册.tsv',
      (names: readonly string[]) => `中心名称\n${[...names, '另一村便民服务站'].join('\n')}\n`,
    ],
  ])('as %s tells who did not submit, and whom nobody expected', async (_, file, write) => {
    const shared = newFolder();
    const villages = await makeVillages(3);
    villages.forEach((profile, index) => {
      put(shared, `报送/${index}.json`, JSON.stringify(profile));
    });
    const names = villages.map(profile => String(profile.便民服务中心名称));
    put(shared, file, write(names.slice(0, 2)));
    const { out } = await batch(shared, '报送', '-o', '出', '--roster', file);
    expect(out).toContain('应报 3，未报送 1：另一村便民服务站');
    expect(out).toContain(`不在名册上 1：${names[2]}`);
  });
});

describe('as a filter', () => {
  it('answers every line with a line, a bad one too, in order', async () => {
    const villages = await makeVillages(30);
    const lines = villages.map(profile => JSON.stringify(profile));
    const input = [...lines.slice(0, 10), '{"坏', '', ...lines.slice(10)].join('\n');
    const { code, out } = await run(['batch', '-', '-o', '-', '--workers', '2', ...DAY], { input });
    expect(code).toBe(3);
    const answers = out
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line) as Record<string, unknown>);
    expect(answers.length).toBe(31);
    expect(answers[10]).toMatchObject({ rejected: true, file: '-', line: 11 });
    const named = answers.flatMap(
      ({ profile }) => (profile as { center: { name: string } } | undefined)?.center.name ?? [],
    );
    expect(named).toEqual(villages.map(profile => profile.便民服务中心名称));
  });

  it('ends quietly when its reader has had enough', async () => {
    const lines = (await makeVillages(80)).map(profile => `${JSON.stringify(profile)}\n`).join('');
    const { child, ended } = start(['batch', '-', '-o', '-', ...DAY], { input: lines });
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { err, signal } = await ended;
    expect({ err, signal }).toEqual({ err: '', signal: null });
  });
});
