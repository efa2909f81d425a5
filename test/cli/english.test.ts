import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { holdTo } from '../support/lines.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const ROUNDS = ['fixtures/compare/spring', 'fixtures/compare/autumn'];
const PACKS = ['fixtures/packs/qingyuan-2024', 'fixtures/packs/qingyuan-north'];
const LEVEL = ['--level', 'township'];

it('what is seldom said is said in English too', async () => {
  const folder = newFolder();
  const at = (name: string): string => join(folder, name);
  const [kept, other] = [at('kept.jsonl'), at('other.jsonl')];
  put(folder, 'bad.yaml', '大厅面积: 很大\n县区: 青源县\n级别: 乡镇\n');
  put(folder, 'good.yaml', '大厅面积: 100㎡\n县区: 青源县\n级别: 乡镇\n名称: 甲镇便民服务中心\n');
  const rows = [
    ['名称', '县区', '级别', '办事大厅使用面积'],
    ['甲镇便民服务中心', '罗山县', '乡镇', 200],
    ['合计', '', '', 200],
  ];
  writeFileSync(at('sum.xlsx'), plainWorkbook({ 表: rows }));
  const audit = ['audit', at('good.yaml'), '-p', PACKS[0] ?? '', '--as-of', '2026-11-20'];
  await inside(...audit, '-o', kept, '-q');
  const result = readFileSync(kept, 'utf8');
  writeFileSync(other, result.replace(/("tool":\{"name":"duibiao","version":)"[^"]*"/u, '$1"0.0.9"'));
  writeFileSync(at('cut.jsonl'), result.replace('"findings":[', '"findings":{},"x":['));
  const asked: readonly (readonly string[])[] = [
    ['compare', ...ROUNDS, '-o', 'x.pdf'],
    ['compare', ...ROUNDS, '--center', 'nobody'],
    ['compare', ...ROUNDS, '--center', '乡'],
    ['audit', at('bad.yaml'), '-p', PACKS[0] ?? '', '-o', at('o.json'), '-q'],
    [...audit, '-o', `annotated=${at('o.xlsx')}`, '-q'],
    [...audit, '--only-new', at('cut.jsonl'), '-o', at('o.csv')],
    ['render', kept, other, '-o', 'json'],
    ['template', '-p', PACKS[0] ?? '', '-p', 'taojiang-2014', '--level', 'village'],
    ['packs', 'diff', ...PACKS, '-o', 'csv'],
    ['packs', 'readings', 'luoshan-2021', '-o', 'csv'],
    ['packs', 'show', 'luoshan-2021'],
    ['packs', 'exemplar', PACKS[0] ?? '', '--failing', 'aids', ...LEVEL],
    ['packs', 'exemplar', PACKS[0] ?? '', '--failing', 'nobodys', ...LEVEL],
    ['validate', at('sum.xlsx'), '--verbose'],
    ['explain', 'waiting-zone', '-p', PACKS[1] ?? '', '--source', 'fixtures/packs'],
    ['schema', 'comparison'],
    ['completion', 'fish'],
  ];
  const lines: string[] = [];
  for (const words of asked) {
    const most = words[0] === 'completion' ? 1 : 2;
    const { code, out, err } = await inside(...words, '--lang', 'en');
    const said = [
      ...err.split('\n'),
      ...out
        .split('\n')
        .filter((line, index) => index < most || / other readings?$|^Text /u.test(line))
        .slice(0, 3),
    ].filter(line => line.trim() !== '');
    lines.push(`$ ${words.join(' ')} (${code})`, ...said);
  }
  const told = lines.map(line => line.replaceAll(folder, '…').replace(/duibiao \d+\.\d+\.\d+,/u, 'duibiao now,'));
  holdTo(join(import.meta.dirname, 'told', 'english.txt'), told);
});
