import { afterEach, describe, expect, it } from 'vitest';
import {
  batchFault,
  endQuietly,
  environmentLang,
  errLine,
  guarded,
  outLine,
  processTerminal,
  systemFault,
  today,
} from '../../src/cli/terminal.ts';

const fault = (code: string | undefined, more: object = { syscall: 'open' }): Error =>
  Object.assign(new Error('as the system says it'), code !== undefined && { code }, more);

// What the system says, and what we say of it.
const FAULTS: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['ENOSPC', '磁盘已满', 'the disk is full'],
  ['EDQUOT', '磁盘配额已用完', 'the disk quota is used up'],
  ['EFBIG', '文件超过系统允许的大小', 'the file is larger than the system allows'],
  ['EROFS', '磁盘是只读的', 'the disk is read-only'],
  ['EACCES', '没有权限', 'it is not permitted'],
  ['EPERM', '没有权限', 'it is not permitted'],
  ['EIO', '磁盘读写出错', 'the disk reports an error'],
  ['EBUSY', '文件正被别的程序占用', 'another program holds the file'],
  ['EMFILE', '同时打开的文件太多', 'too many files are open'],
  ['ENFILE', '同时打开的文件太多', 'too many files are open'],
  ['ENOTDIR', '这个位置已有同名的文件或文件夹', 'a file or a folder of that name is in the way'],
  ['EEXIST', '这个位置已有同名的文件或文件夹', 'a file or a folder of that name is in the way'],
  ['EISDIR', '这个位置已有同名的文件或文件夹', 'a file or a folder of that name is in the way'],
  ['ENOTEMPTY', '这个位置已有同名的文件或文件夹', 'a file or a folder of that name is in the way'],
  ['ENOENT', '文件或文件夹刚被移走', 'a file or a folder has just been taken away'],
  ['ELOOP', '链接绕成了圈', 'links lead in a circle'],
  ['ENAMETOOLONG', '名称太长', 'the name is too long'],
  ['ENXIO', '设备不在', 'there is no such device'],
  ['EWHATEVER', '系统报告 EWHATEVER', 'the system reports EWHATEVER'],
];

describe('a fault of the system', () => {
  it.each(FAULTS)('%s is said in words, with the file where it is known', (code, zh, en) => {
    expect(systemFault(fault(code))).toEqual({
      zh: `读写文件出错：${zh}。原有的文件没有动`,
      en: `a file could not be read or written: ${en}. Earlier files are as they were`,
    });
    expect(systemFault(fault(code, { syscall: 'open', path: '/盘/甲.yaml' }))).toEqual({
      zh: `“/盘/甲.yaml”读写出错：${zh}。原有的文件没有动`,
      en: `"/盘/甲.yaml" could not be read or written: ${en}. Earlier files are as they were`,
    });
    const told = batchFault(fault(code), '结果');
    if (code === 'EWHATEVER') return expect(told).toBeUndefined();
    expect(told?.zh).toContain(zh);
    expect(told?.zh).toContain('结果');
    expect(told?.en).toContain(en);
  });

  it.each([
    ['an error of ours', fault(undefined)],
    ['one without a call of the system', fault('ENOSPC', {})],
    ['what is no error', { code: 'ENOSPC', syscall: 'open' }],
    ['nothing', undefined],
  ])('is not %s', (_, error) => {
    expect(systemFault(error)).toBeUndefined();
    expect(batchFault(error, '结果')).toBeUndefined();
  });

  it('names no path that is none', () => {
    expect(systemFault(fault('EIO', { syscall: 'read', path: 7 }))?.zh).toMatch(/^读写文件出错/u);
  });

  it('ends nothing where the reader has had enough', () => {
    expect(endQuietly(Object.assign(new Error(''), { code: 'EPIPE' }))).toBeUndefined();
  });
});

describe('the environment', () => {
  const before = { ...process.env };
  const NAMES = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'COLUMNS', 'NO_COLOR', 'TERM'];
  const set = (given: Readonly<Record<string, string | undefined>>): void => {
    for (const name of NAMES) {
      const value = given[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  afterEach(() => set(before));

  it.each([
    [{}, 'zh'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'de_DE.UTF-8' }, 'zh'],
    [{ LANG: 'C' }, 'zh'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'EN' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US' }, 'en'],
    [{ LC_MESSAGES: 'en_US', LC_ALL: 'zh_CN' }, 'zh'],
    [{ LANG: 'en_US', LC_ALL: '' }, 'en'],
    [{ LANG: 'fr_en' }, 'zh'],
  ])('%j says which language is spoken: %s', (given, lang) => {
    set(given);
    expect(environmentLang()).toBe(lang);
  });

  it.each([
    [{}, 100],
    [{ COLUMNS: '72' }, 72],
    [{ COLUMNS: 'wide' }, 100],
    [{ COLUMNS: '0' }, 100],
  ])('%j says how wide a pipe is: %i', (given, columns) => {
    set(given);
    const terminal = processTerminal();
    if (!process.stdout.isTTY)
      expect([terminal.columns, terminal.color, terminal.isTTY]).toEqual([columns, false, false]);
  });

  it('says which day it is in China', () => {
    const day = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const [before, said, after] = [day(), today(), day()];
    expect([before, after]).toContain(said);
  });
});

describe('what is said', () => {
  const heard: string[] = [];
  const terminal = guarded({
    out: text => void heard.push(`out ${typeof text === 'string' ? text : `bytes ${text.length}`}`),
    err: text => void heard.push(`err ${text}`),
    color: false,
    columns: 80,
    isTTY: false,
  });

  it('is a line, in one piece, on one of two streams, and only what can be read', () => {
    outLine(terminal, '甲\u001b[31m乙');
    errLine(terminal, '甲\n乙');
    terminal.status?.('一\u0007二');
    terminal.out(new Uint8Array(3));
    const [line = '', error = '', status = '', bytes] = heard;
    expect([line.startsWith('out 甲'), line.endsWith('乙\n'), line.includes('\u001b')]).toEqual([true, true, false]);
    expect(error).toMatch(/^err 甲[^\n]*乙\n$/u);
    expect([status.startsWith('err \r\u001b[K一'), status.endsWith('二'), status.includes('\u0007')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(bytes).toBe('out bytes 3');
  });
});
