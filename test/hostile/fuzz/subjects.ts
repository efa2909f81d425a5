import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Parts, unpackZip, workbookParts } from '../../../src/sheets/read/parts.ts';
import { packZip } from '../../../src/sheets/write/zip.ts';
import { newFolder } from '../../support/folders.ts';
import { paragraph, run, table, wordFile } from '../../support/word.ts';
import { type Draw, damaged, one, upsetIn } from './odd.ts';

/** Something that is read: what is fed to it, and the command that reads it. */
export interface Subject {
  readonly name: string;
  /** Makes a bad one of it in a folder; answers with the words to try. */
  readonly make: (folder: string, draw: Draw) => readonly string[];
}

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;
const GOOD = 'fixtures/centers/luoshan-qingshiao.yaml';

/** Text of YAML or JSON with its values upset, or else its bytes damaged. */
const badText = (bytes: Uint8Array, draw: Draw): Uint8Array =>
  draw(4) === 0
    ? damaged(bytes, draw)
    : Buffer.from(JSON.stringify(upsetIn(parse(Buffer.from(bytes).toString('utf8')), draw), null, draw(2)) ?? '');

const badLines = (bytes: Uint8Array, draw: Draw): Uint8Array => {
  const lines = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
  const at = draw(lines.length);
  lines[at] = Buffer.from(badText(Buffer.from(lines[at] ?? ''), draw)).toString('utf8');
  return Buffer.from(`${lines.join('\n')}\n`);
};

const badPackage = (parts: Parts | undefined, bytes: Uint8Array, draw: Draw): Uint8Array => {
  if (parts === undefined || draw(4) === 0) return damaged(bytes, draw);
  const name = one(draw, [...parts.keys()]);
  return packZip(new Map([...parts, [name, damaged(parts.get(name) ?? new Uint8Array(1), draw)]]));
};

const badWorkbook = (bytes: Uint8Array, draw: Draw): Uint8Array => badPackage(workbookParts(bytes), bytes, draw);

type Spoil = (bytes: Uint8Array, draw: Draw) => Uint8Array;

/** One file that is spoilt. */
const file = (
  name: string,
  sources: readonly string[],
  spoil: Spoil,
  words: (file: string, folder: string) => readonly string[],
): Subject => ({
  name,
  make: (folder, draw) => {
    const source = one(draw, sources);
    const path = join(folder, `x${/\.\w+$/u.exec(source)?.[0] ?? '.yaml'}`);
    writeFileSync(path, spoil(readFileSync(source), draw));
    return words(path, folder);
  },
});

/** A folder in which one of some files is spoilt. */
const folderOf = (
  name: string,
  source: string,
  names: Readonly<Record<string, Spoil>>,
  words: (path: string, folder: string, draw: Draw) => readonly string[],
): Subject => ({
  name,
  make: (folder, draw) => {
    const path = join(folder, 'd');
    cpSync(source, path, { recursive: true });
    const chosen = join(path, one(draw, Object.keys(names)));
    const spoil = Object.entries(names).find(([known]) => join(path, known) === chosen)?.[1] ?? damaged;
    writeFileSync(chosen, spoil(readFileSync(chosen), draw));
    return words(path, folder, draw);
  },
});

const INSPECTION = `阶段: 核查
检查人: 李检查员
级别: 县级
日期: 2024-11-20
核查情况:
  - { 填报项: 办事大厅使用面积, 核查结果: 184平方米, 理由: 激光测距 }
评分情况: []
`;

const inspection = join(newFolder(), 'inspection.yaml');
writeFileSync(inspection, INSPECTION);

const lines = join(newFolder(), 'lines.jsonl');
writeFileSync(lines, `${JSON.stringify(parse(readFileSync(GOOD, 'utf8')))}\n`.repeat(2));

const word = join(newFolder(), 'form.docx');
const ROWS = [
  ['项目', '填报内容'],
  ['县区', '罗山县'],
  ['名称', '青石坳镇便民服务中心'],
  ['办事大厅使用面积', '184平方米'],
];
writeFileSync(word, wordFile(paragraph(run('级别：乡镇')) + table(...ROWS)));

const SCORECARDS = ['hall', 'monthly', 'star'].map(name => `fixtures/schemes/${name}/table.yaml`);

const FORMATS = ['terminal', 'html', 'csv', 'json', 'markdown', 'github', 'sarif', 'junit', 'tap', 'gitlab'];

export const SUBJECTS: readonly Subject[] = [
  {
    name: 'a profile',
    make: (folder, draw) => [
      ...file('', [GOOD, 'fixtures/centers/taojiang-zhuxiping.yaml'], badText, path => ['audit', path, ...DAY]).make(
        folder,
        draw,
      ),
      ...['--provisional', '--all', '-o', one(draw, FORMATS)],
    ],
  },
  file(
    'a profile as a workbook',
    ['fixtures/centers/luoshan-qingshiao.xlsx', 'fixtures/excel/edited-form.xlsx'],
    badWorkbook,
    path => ['audit', path, ...DAY],
  ),
  file(
    'a profile as a Word document',
    [word],
    (bytes, draw) => badPackage(unpackZip(bytes), bytes, draw),
    path => ['audit', path, ...DAY],
  ),
  file(
    'a table',
    ['fixtures/excel/county-table-utf8.csv', 'fixtures/excel/county-table.xlsx'],
    (bytes, draw) => (bytes[0] === 0x50 ? badWorkbook : damaged)(bytes, draw),
    path => ['audit', path, ...DAY],
  ),
  file('a profile to validate', [GOOD], badText, path => ['validate', path, '--verbose']),
  file('a profile to fill a form from', [GOOD], badText, path => ['template', '-p', 'luoshan-2021', '--from', path]),
  file('lines of profiles', [lines], badLines, (path, folder) => [
    'batch',
    path,
    GOOD,
    '-o',
    join(folder, 'out'),
    '-p',
    'luoshan-2021',
    ...DAY,
  ]),
  file('waivers', ['fixtures/ci/waivers.yaml'], badText, path => [
    'audit',
    'fixtures/ci/submissions/hetan.yaml',
    '--waivers',
    path,
    ...DAY,
  ]),
  file('an inspection', [inspection], badText, path => ['audit', GOOD, '--inspection', path, ...DAY]),
  file('a scheme', ['rules/schemes/default.yaml'], badText, path => ['audit', GOOD, '--scheme', path, ...DAY]),
  file('a scorecard', SCORECARDS, badText, path => ['audit', GOOD, '--scheme', path, '--plan', ...DAY]),
  file('a scorecard to validate', SCORECARDS, badText, path => ['validate', path]),
  file('settings', ['fixtures/ci/duibiao.yaml'], badText, path => ['audit', GOOD, '--config', path, '-q']),
  file(
    'a roster',
    ['fixtures/excel/county-table-utf8.csv', 'fixtures/excel/county-table.xlsx'],
    (bytes, draw) => (bytes[0] === 0x50 ? badWorkbook : damaged)(bytes, draw),
    (path, folder) => ['batch', GOOD, '--roster', path, '-o', join(folder, 'out'), ...DAY],
  ),
  file('an earlier result', ['fixtures/compare/spring/results.jsonl'], badLines, path => [
    'audit',
    GOOD,
    '--only-new',
    path,
    ...DAY,
  ]),
  folderOf(
    'a pack',
    'fixtures/packs/qingyuan-2024',
    { 'pack.yaml': badText, 'township.yaml': badText, 'cases.yaml': badText, 'clauses.yaml': badText },
    (path, folder, draw) =>
      one(draw, [
        ['packs', 'lint', path],
        ['packs', 'test', path],
        ['packs', 'trace', path, '--source', 'fixtures/packs/document.txt'],
        ['packs', 'guide', path, '-o', 'markdown'],
        ['packs', 'exemplar', path],
        ['audit', GOOD, '-p', path, ...DAY, '-o', one(draw, FORMATS)],
        ['template', '-p', path, '-o', join(folder, 'form.xlsx')],
        ['schema', 'profile', '-p', path],
      ]),
  ),
  folderOf(
    'the results of a batch',
    'fixtures/compare/spring',
    {
      'results.jsonl': badLines,
      'run.json': badText,
      'rejected.csv': damaged,
      'texts/qingyuan-2024@b0bee1e145c6.json': badText,
    },
    (path, folder, draw) =>
      one(draw, [
        ['compare', path, 'fixtures/compare/autumn', '-o', one(draw, ['terminal', 'json', 'csv', 'md'])],
        ['compare', 'fixtures/compare/autumn', path, '--all'],
        ['rounds', path, 'fixtures/compare/autumn'],
        ['merge', path, '-o', join(folder, 'out')],
      ]),
  ),
];
