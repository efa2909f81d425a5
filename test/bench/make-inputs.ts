import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../../src/model/profile/profile.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { succeed } from '../support/inline.ts';
import { type MadeUp, profileMaker, toYaml } from './profiles.ts';

const makerOf = async (pack: string, level: Level): Promise<(number: number) => MadeUp> =>
  profileMaker(succeed(await shippedLibrary().pack(pack)), level);

/** Every township of a province, a file each, a thousand in a folder. */
export const makeTownships = async (folder: string, count: number): Promise<void> => {
  const make = await makerOf('luoshan-2021', 'township');
  for (let number = 0; number < count; number++) {
    const part = join(folder, String(Math.floor(number / 1000)).padStart(2, '0'));
    if (number % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${String(number).padStart(5, '0')}.yaml`), toYaml(make(number)));
  }
};

/** Every village, a line each. */
export const makeVillageLines = async (file: string, count: number): Promise<void> => {
  const make = await makerOf('hengyang', 'village');
  const opened = openSync(file, 'w');
  for (let number = 0; number < count; number++) writeSync(opened, `${JSON.stringify(make(number))}\n`);
  closeSync(opened);
};

const isPlain = (value: MadeUp[string]): value is string | readonly string[] =>
  typeof value === 'string' || value.every(part => typeof part === 'string');

const cellOf = (value: MadeUp[string] | undefined): string => {
  if (value === undefined || !isPlain(value)) return '';
  return typeof value === 'string' ? value : value.join('、') || '无';
};

/** A workbook with a row a township. */
export const makeWorkbook = async (file: string, count: number): Promise<void> => {
  const { default: ExcelJS } = await import('exceljs');
  const make = await makerOf('luoshan-2021', 'township');
  const profiles = Array.from({ length: 20 }, (_, number) => make(number));
  const entries = profiles.flatMap(profile => Object.entries(profile));
  const labels = [...new Set(entries.filter(([, value]) => isPlain(value)).map(([label]) => label))];
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = workbook.addWorksheet('汇总');
  sheet.addRow(labels).commit();
  for (let number = 0; number < count; number++) {
    const profile = make(number);
    sheet.addRow(labels.map(label => cellOf(profile[label]))).commit();
  }
  sheet.commit();
  await workbook.commit();
};
