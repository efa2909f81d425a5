import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BatchState, beginRun, writeState } from '../../src/batch/files/state.ts';
import { findParts } from '../../src/batch/merge/merge.ts';
import type { Frame } from '../../src/model/result/summary.ts';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

type Told = Partial<Omit<BatchState, 'command'>> & { readonly inputs?: readonly string[] };

const edit = (file: string, from: RegExp, to: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

/** A folder in which a run stopped in this state, or that is no batch at all. */
const folderOf = (told: Told | undefined): string => {
  const folder = newFolder();
  if (told === undefined) return folder;
  const { inputs = ['报送'], ...more } = told;
  const state = beginRun(folder, { context: 'c', command: { inputs, skipped: [], options: {} } });
  writeState(folder, { ...state, finished: true, ...more });
  return folder;
};

const part = (index: number, more: Told = {}): Told => ({ shard: { index, count: 2 }, ...more });

const EACH = { formats: ['html'], lang: 'zh' } as unknown as NonNullable<BatchState['each']>;
const FRAMES = [{ id: 'f' } as Frame];

describe('folders are the parts of one batch', () => {
  it.each<[name: string, folders: readonly (Told | undefined)[], found: unknown]>([
    ['in their order', [part(2), part(1)], [2, 1]],
    [
      'with pages that there are none of, where nothing was audited',
      [part(1, { each: EACH }), part(2, { each: EACH })],
      [1, 2],
    ],
    ['not where one is no batch', [part(1), undefined], { kind: 'no-batch', folder: 2 }],
    ['not where one is not finished', [part(1), part(2, { finished: false })], { kind: 'unfinished', folder: 2 }],
    ['not where one is a whole batch', [part(1), {}], { kind: 'not-a-part', folder: 2 }],
    ['not where the pages of one are gone', [part(1, { each: EACH, frames: FRAMES })], { kind: 'no-pages', folder: 1 }],
    ['not where the rules differ', [part(1), part(2, { context: 'd' })], { kind: 'different', folder: 2, from: 1 }],
    ['not where the inputs differ', [part(1), part(2, { inputs: ['另'] })], { kind: 'different', folder: 2, from: 1 }],
    [
      'not where one is of another number of parts',
      [part(1), { shard: { index: 2, count: 3 } }],
      { kind: 'different', folder: 2, from: 1 },
    ],
    ['not where one has pages', [part(1), part(2, { each: EACH })], { kind: 'different', folder: 2, from: 1 }],
    ['not where one is missing', [part(2)], { kind: 'absent', index: 1, count: 2 }],
    ['not where one stands twice', [part(1), part(2), part(2)], { kind: 'twice', folder: 3, index: 2 }],
  ])('%s', (_, told, found) => {
    const folders = told.map(folderOf);
    const numberOf = (folder: string): number => folders.indexOf(folder) + 1;
    const read = findParts(folders);
    const shown =
      'kind' in read
        ? {
            ...read,
            ...('folder' in read && { folder: numberOf(read.folder) }),
            ...('from' in read && { from: numberOf(read.from) }),
          }
        : read.map(({ folder }) => numberOf(folder));
    expect(shown).toEqual(found);
  });
});

describe('a part is merged as it was written, or not at all', () => {
  const folder = newFolder();
  const [first, second] = [join(folder, '部1'), join(folder, '部2')];
  const made = (async () => {
    for (const name of ['甲', '乙', '丙', '丁'])
      put(folder, join('报送', `${name}.yaml`), `名称: ${name}镇便民服务中心\n县区: 罗山县\n级别: 乡镇\n`);
    for (const index of [1, 2])
      await inside(
        ...['batch', join(folder, '报送'), '-o', join(folder, `部${index}`), '--shard', `${index}/2`],
        ...['--as-of', '2026-11-20', '--no-config'],
      );
  })();

  it.each<[string, file: string, change: (file: string, ofOther: string) => void]>([
    ['results of another part', 'results.jsonl', (file, other) => cpSync(other, file)],
    ['results cut off', 'results.jsonl', file => writeFileSync(file, readFileSync(file).subarray(0, -100))],
    ['results with another figure', 'results.jsonl', file => edit(file, /"total":\d/u, '"total":0')],
    ['no results', 'results.jsonl', file => rmSync(file)],
    ['the journal of another part', '.duibiao/journal.jsonl', (file, other) => cpSync(other, file)],
    ['a journal that has lost its last line', '.duibiao/journal.jsonl', file => edit(file, /[^\n]+\n$/u, '')],
    ['no list of what it wrote', '.duibiao/written.txt', file => rmSync(file)],
  ])('%s', async (name, file, change) => {
    await made;
    const changed = join(folder, name);
    cpSync(second, changed, { recursive: true });
    change(join(changed, file), join(first, file));
    const to = join(folder, `合 ${name}`);
    const { code, out, err } = await inside('merge', first, changed, '-o', to);
    expect({ code, out, err, isThere: existsSync(to) }).toEqual({
      code: 3,
      out: '',
      err: `“${changed}”里的结果不是当时写下的样子（改过、换过或缺了一段），合并会张冠李戴；请在那里重新审核\n`,
      isThere: false,
    });
  });

  it('and as it was written it is', async () => {
    await made;
    const { code, out } = await inside('merge', second, first, '-o', join(folder, '合'));
    expect([code, out.split('\n')[0]]).toEqual([2, '共收到 4 份：已审核 4 个中心，拒收 0，被替代 0']);
  });
});

describe('of two files of one centre', () => {
  const told = async (...more: readonly string[]): Promise<string> => {
    const [from, to] = [newFolder(), newFolder()];
    for (const file of ['甲.yaml', '乙.yaml'])
      put(from, file, '名称: 河滩口镇便民服务中心\n县区: 霍邱县\n级别: 乡镇\n');
    put(from, '丙.yaml', '名称: 青石坳镇便民服务中心\n县区: 罗山县\n级别: 乡镇\n');
    const { out } = await inside('batch', from, '-o', to, '--as-of', '2026-11-20', '--no-config', ...more);
    return out;
  };

  it.each([
    ['the later stands', [], '共收到 3 份：已审核 2 个中心，拒收 0，被替代 1', 1],
    [
      'a part keeps both, for the whole to say',
      ['--shard', '1/1'],
      '共收到 3 份：已审核 3 个中心，拒收 0，被替代 0',
      2,
    ],
  ] as const)('%s', async (_, more, line, count) => {
    const out = await told(...more);
    expect(out.split('\n')[0]).toBe(line);
    expect(out).toContain(`（luan-2022/township）：${count} 个中心`);
    expect(out).toContain('（luoshan-2021/township）：1 个中心');
  });
});
