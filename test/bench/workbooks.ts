/** Reading workbooks against the bare library pass (inflate and saxes) over the same file: a process each, in turn. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { FactDefinition, Vocabulary } from '../../src/model/standard/vocabulary.ts';
import { streamWorkbook } from '../../src/read/layouts/workbook.ts';
import { openWorkbook } from '../../src/sheets/read/open.ts';
import { inflateInPieces, newBudget, openZip } from '../../src/sheets/read/zip.ts';
import { commonDictionary, ROOT } from '../support/workbooks.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const COLUMNS = 120;
const READERS = ['bare', 'rows', 'facts'] as const;

type Reader = (typeof READERS)[number];

const sampleOf = (fact: FactDefinition, vocabulary: Vocabulary, row: number): string | number => {
  const terms = 'list' in fact ? (vocabulary.list.get(fact.list)?.terms ?? []).map(({ label }) => label.zh) : [];
  switch (fact.type) {
    case 'quantity':
      return 100.5 + ((row * 7) % 100);
    case 'count':
      return row % 9;
    case 'percent':
      return '98.5%';
    case 'yes_no':
      return row % 3 === 0 ? '否' : '是';
    case 'date':
      return `2021-11-${10 + (row % 15)}`;
    case 'term':
      return terms[row % terms.length] ?? '';
    case 'terms':
      return terms.slice(0, 1 + (row % 3)).join('、');
    default:
      return `第${(row * 7) % 2300}号样例`;
  }
};

const makeTable = async (file: string, rows: number): Promise<void> => {
  const { default: ExcelJS } = await import('exceljs');
  const { vocabulary } = await commonDictionary();
  const singles = vocabulary.facts.filter(({ type, id }) => type !== 'records' && id !== 'center.name');
  const name = vocabulary.fact.get('center.name') as FactDefinition;
  const facts = [name, ...singles].slice(0, COLUMNS);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('汇总');
  sheet.addRow(facts.map(({ label }) => label.zh)).commit();
  for (let row = 1; row <= rows; row++)
    sheet
      .addRow(facts.map(fact => (fact === name ? `第${row}乡便民服务中心` : sampleOf(fact, vocabulary, row))))
      .commit();
  sheet.commit();
  await workbook.commit();
};

const bare = async (bytes: Uint8Array): Promise<void> => {
  for (const entry of openZip(bytes).values()) {
    if (!/(?:sheet\d+|sharedStrings|styles)\.xml$/u.test(entry.name)) continue;
    const parser = new SaxesParser({ position: false });
    for (const event of ['opentag', 'text', 'closetag'] as const) parser.on(event, () => undefined);
    const decoder = new TextDecoder();
    for await (const piece of inflateInPieces(entry, newBudget()))
      parser.write(decoder.decode(piece, { stream: true }));
    parser.close();
  }
};

const rows = async (bytes: Uint8Array): Promise<void> => {
  for (const sheet of openWorkbook(bytes).sheets) {
    await sheet.merges();
    for await (const _ of sheet.rows());
  }
};

const facts = async (bytes: Uint8Array): Promise<void> => {
  for await (const _ of streamWorkbook('file.xlsx', bytes, await commonDictionary()).centers);
};

const PASSES: Readonly<Record<Reader, (bytes: Uint8Array) => Promise<void>>> = { bare, rows, facts };

/** Reads once and tells how much processor time and memory it took. */
const child = async (reader: Reader, file: string): Promise<void> => {
  const bytes = readFileSync(file);
  await commonDictionary();
  const before = process.cpuUsage();
  await PASSES[reader](bytes);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ ms: (user + system) / 1000, mib: process.resourceUsage().maxRSS / 1024 }));
};

const run = (reader: Reader, file: string): { ms: number; mib: number } => {
  const args = ['--import', 'tsx', import.meta.filename, reader, file];
  return JSON.parse(spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }).stdout) as {
    ms: number;
    mib: number;
  };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const compare = (name: string, file: string): void => {
  const results = Array.from({ length: ROUNDS }, () => READERS.map(reader => run(reader, file)));
  READERS.forEach((reader, index) => {
    const ms = median(results.map(round => round[index]?.ms ?? 0));
    const mib = median(results.map(round => round[index]?.mib ?? 0));
    const ratio = median(results.map(round => (round[index]?.ms ?? 0) / (round[0]?.ms ?? 1)));
    console.log(
      `${name.padEnd(22)} ${reader.padEnd(6)} ${ms.toFixed(0).padStart(6)} ms   ×${ratio.toFixed(2)}   ${mib.toFixed(0)} MiB`,
    );
  });
};

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
  try {
    compare('form', join(ROOT, 'fixtures', 'centers', 'luoshan-qingshiao.xlsx'));
    for (const count of [3_000, 40_000]) {
      const file = join(folder, `${count}.xlsx`);
      await makeTable(file, count);
      compare(`table of ${count} rows`, file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const [, , reader, file] = process.argv;
await (reader !== undefined && file !== undefined ? child(reader as Reader, file) : main());
