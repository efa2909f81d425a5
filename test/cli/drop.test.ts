import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { droppedOn } from '../../src/cli/drop/command-line.ts';
import { type DropOptions, drop } from '../../src/cli/drop/drop.ts';
import { questions } from '../../src/cli/drop/interview.ts';
import { folderFor } from '../../src/cli/drop/places.ts';
import { newFolder } from '../support/folders.ts';

const SCRIPT = '对标.cmd';

describe('what was dropped on the script of Windows', () => {
  it.each<[what: string, started: string, args: string, paths: readonly string[]]>([
    [
      'a path with a blank',
      String.raw`cmd.exe /c ""D:\工具\对标.cmd" "D:\申报 表\甲.xlsx""`,
      '',
      [String.raw`D:\申报 表\甲.xlsx`],
    ],
    [
      '& outside quotation marks',
      String.raw`C:\Windows\system32\cmd.exe /c ""D:\对标.cmd" D:\甲&乙.xlsx"`,
      String.raw`D:\甲`,
      [String.raw`D:\甲&乙.xlsx`],
    ],
    [
      'what looks like a variable',
      String.raw`cmd /c ""D:\对标.cmd" "D:\100%PATH%!a!.xlsx""`,
      '',
      [String.raw`D:\100%PATH%!a!.xlsx`],
    ],
    [
      'several',
      String.raw`cmd /c ""D:\对标.cmd" D:\一.yaml "D:\二 三.yaml" \\县局\共享\四.yaml"`,
      '',
      [String.raw`D:\一.yaml`, String.raw`D:\二 三.yaml`, String.raw`\\县局\共享\四.yaml`],
    ],
    ['a drive', String.raw`cmd /c ""C:\t\对标.cmd" E:\"`, '', ['E:\\']],
    ['nothing', String.raw`cmd /c ""D:\工具\对标.cmd" "`, '', []],
    ['a call without quotation marks', String.raw`cmd /c 对标.cmd D:\甲.yaml`, '', [String.raw`D:\甲.yaml`]],
    [
      'a call at the prompt',
      String.raw`"C:\Windows\system32\cmd.exe" `,
      '甲.yaml "乙 丙.yaml"',
      ['甲.yaml', '乙 丙.yaml'],
    ],
    ['a script of another name', 'cmd /c "other.cmd"', '甲.yaml', ['甲.yaml']],
  ])('%s', (_, started, args, paths) => {
    expect(droppedOn({ script: SCRIPT, started, args })).toEqual(paths);
  });
});

const SAMPLE = join('fixtures', 'centers', 'luoshan-qingshiao.yaml');

const OPTIONS: DropOptions = { lang: 'zh', open: true, failOn: 'must', asOf: '2026-11-20' };

/** By a standard of six rules, where what a report says is not looked at. */
const LITTLE: DropOptions = { ...OPTIONS, standards: 'fixtures/packs', pack: ['qingyuan-2024'] };

const makeDesk = () => {
  const opened: string[] = [];
  const said: string[] = [];
  const terminal = {
    out: () => undefined,
    err: (text: string): void => void said.push(text),
    color: false,
    columns: 80,
    isTTY: false,
  };
  return { opened, said, desk: { terminal, open: (file: string): void => void opened.push(file) } };
};

const withForm = (name = '青石坳 镇&100%!.yaml'): { readonly folder: string; readonly form: string } => {
  const folder = newFolder();
  const form = join(folder, name);
  cpSync(SAMPLE, form);
  return { folder, form };
};

describe('dropped', () => {
  it('a form has its page and its workbook beside it, and the page is opened', async () => {
    const { folder, form } = withForm();
    const { desk, opened } = makeDesk();
    expect(await drop([form], OPTIONS, desk)).toBe(1);
    const page = '青石坳 镇&100%!-对标报告.html';
    expect(readdirSync(folder).sort()).toEqual(['青石坳 镇&100%!-对标报告.xlsx', page, '青石坳 镇&100%!.yaml'].sort());
    expect(opened).toEqual([join(folder, page)]);
  });

  it('a folder is a batch in a new folder beside it, each time another, and reports in it are no forms', async () => {
    const { folder, form } = withForm();
    const forms = join(folder, '申报');
    mkdirSync(forms);
    cpSync(form, join(forms, '甲.yaml'));
    const { desk, opened } = makeDesk();
    await drop([join(forms, '甲.yaml')], LITTLE, desk);
    expect(await drop([forms], LITTLE, desk)).toBe(1);
    expect(await drop([forms], LITTLE, desk)).toBe(1);
    expect(opened.slice(1)).toEqual([
      join(folder, '申报-对标结果', 'summary.html'),
      join(folder, '申报-对标结果-2', 'summary.html'),
    ]);
    expect(
      readFileSync(join(folder, '申报-对标结果', 'results.jsonl'), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(1);
  });

  it('several files, or a file of several centres, are a batch', async () => {
    const { folder, form } = withForm('甲.yaml');
    cpSync(join('fixtures', 'centers', 'taojiang-zhuxiping.yaml'), join(folder, '乙.yaml'));
    const { desk, opened } = makeDesk();
    await drop([form, join(folder, '乙.yaml')], LITTLE, desk);
    const lines = join(folder, '各中心.jsonl');
    writeFileSync(
      lines,
      '{"中心名称":"甲","县区":"罗山县","级别":"乡镇"}\n{"中心名称":"乙","县区":"罗山县","级别":"乡镇"}\n',
    );
    await drop([lines], LITTLE, desk);
    expect(opened).toEqual([join(folder, '对标结果', 'summary.html'), join(folder, '各中心-对标结果', 'summary.html')]);
  });

  it('a form that cannot be read leaves its problems in the page', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '甲.yaml'), '办事大厅使用面积: 很大\n');
    const { desk, said } = makeDesk();
    expect(await drop([join(folder, '甲.yaml')], OPTIONS, desk)).toBe(3);
    expect(said.join('')).toContain('很大');
    expect(existsSync(join(folder, '甲-对标报告.html'))).toBe(true);
  });

  it('a report that cannot be written anew is told, and nothing is overwritten', async () => {
    const { folder, form } = withForm('甲.yaml');
    mkdirSync(join(folder, '甲-对标报告.xlsx'));
    const { desk, said, opened } = makeDesk();
    expect(await drop([form], OPTIONS, desk)).toBe(3);
    expect(said.join('')).toContain('WPS');
    expect(opened).toEqual([]);
  });

  it('a workbook that somebody wrote into is left, and told; one that nobody touched is made anew', async () => {
    const { folder, form } = withForm('甲.yaml');
    const { desk, said } = makeDesk();
    const codes = [await drop([form], LITTLE, desk), await drop([form], LITTLE, desk)];
    const report = join(folder, '甲-对标报告.xlsx');
    cpSync(join('fixtures', 'centers', 'luoshan-qingshiao.xlsx'), report);
    expect([...codes, await drop([form], LITTLE, desk)]).toEqual([1, 1, 3]);
    expect(said.at(-1)).toContain('有人改过，没有动它');
    expect(readFileSync(report)).toEqual(readFileSync(join('fixtures', 'centers', 'luoshan-qingshiao.xlsx')));
  });

  it('what is not there is told', async () => {
    const { desk, said } = makeDesk();
    expect(await drop(['没有.yaml'], OPTIONS, desk)).toBe(3);
    expect(said).toEqual(['找不到：“没有.yaml”\n']);
  });
});

describe('where nothing can be written', () => {
  it('the results go to a folder of the user', () => {
    const home = newFolder();
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    expect(folderFor(join(home, 'no such folder'), 'zh')).toBe(join(homedir(), '对标结果'));
    expect(folderFor(home, 'zh')).toBe(home);
    vi.unstubAllEnvs();
  });
});

describe('started with nothing', () => {
  it.each<[what: string, ...standard: readonly string[]]>([
    ['the standard of its county', ''],
    ['one of the list, after a number that is none', '99', '４'],
  ])('asks: a form, by %s', async (_, ...standard) => {
    const { folder, form } = withForm('甲.yaml');
    const answers = ['1', `"${form}"`, ...standard];
    const { desk, opened } = makeDesk();
    await questions(OPTIONS, desk, async () => answers.shift());
    expect(opened).toEqual([join(folder, '甲-对标报告.html')]);
  });

  it('lists what there is to choose from once, and says what is wanted where it was none of them', async () => {
    const asked: string[] = [];
    await questions(OPTIONS, makeDesk().desk, async question => {
      asked.push(question);
      return asked.length < 3 ? '99' : undefined;
    });
    expect(asked.map(question => /^ {2}1 /mu.test(question))).toEqual([true, false, false]);
  });

  it('asks: a blank form', async () => {
    const home = newFolder();
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    const { desk, opened } = makeDesk();
    const answers = ['2', '', ''];
    expect(await questions(OPTIONS, desk, async () => answers.shift())).toBe(0);
    expect(opened).toEqual([expect.stringMatching(/对标结果[\\/]hengyang-village\.xlsx$/u)]);
    expect(existsSync(opened[0] ?? '')).toBe(true);
    const kept = makeDesk();
    const once = ['2', '', ''];
    expect(await questions({ ...OPTIONS, open: false }, kept.desk, async () => once.shift())).toBe(0);
    expect(kept.opened).toEqual([]);
    vi.unstubAllEnvs();
  });

  it('ends where nobody answers', async () => {
    const { desk } = makeDesk();
    expect(await questions(OPTIONS, desk, async () => undefined)).toBe(64);
  });
});
