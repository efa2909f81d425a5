import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inside } from '../support/inside.ts';
import { comeThrough, STEERING_NAME } from '../support/steering.ts';
import { at, folder } from '../support/steering-folder.ts';

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;
const PACK = at('标准/qingyuan-2024');
const HELD = ['-p', PACK, ...DAY] as const;
const SUBMISSIONS = ['good.json', `名${STEERING_NAME}.json`, 'sheet.xlsx', 'table.csv'].map(at);

/** An inspector's own workbook stays as it came but for what is written into it. */
const isOwn = (part: string): boolean => /comments|sheet(?!1\.)\d+\.xml$/u.test(part);

/** The page's own code says in letters of its own what it looks for. */
const OWN_SCRIPT = /<script>.*?<\/script>/gsu;

const textsIn = (file: string): readonly (readonly [part: string, text: string])[] => {
  const bytes = readFileSync(file);
  if (!/\.(?:xlsx|docx)$/u.test(file)) return [[file, bytes.toString('utf8').replaceAll(OWN_SCRIPT, '')]];
  const parts = Object.entries(unzipSync(bytes)).map(
    ([part, content]) => [part, Buffer.from(content).toString('utf8')] as const,
  );
  return file.endsWith('批注.xlsx') ? parts.filter(([part]) => isOwn(part)) : parts;
};

const ENTITY = /&#(?:x([0-9a-f]+)|(\d+));/giu;

/** What an entity stands for is said too; a return at the end of a line of a cell is the cell's own. */
const spelt = (text: string): string =>
  text.replaceAll(ENTITY, (_, hex: string | undefined, decimal: string) =>
    String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );

/** Within XML, lines are no lines of a log. */
const steering = (file: string): readonly string[] =>
  textsIn(file).flatMap(([part, text]) =>
    comeThrough(spelt(text))
      .filter(found => !part.endsWith('.xml') || found.startsWith('"'))
      .map(found => `${part}: ${found.slice(0, 200)}`),
  );

const files: readonly (readonly [file: string, words: readonly string[]])[] = [
  ...['zh.xlsx', 'en.docx', 'zh.site.docx', 'en.site.xlsx'].map(
    name => [name, ['audit', ...SUBMISSIONS, ...HELD, '--all', '--lang', name.slice(0, 2)]] as const,
  ),
  ['豁免.xlsx', ['audit', at('good.json'), ...HELD, '--plan', '--waivers', at('waivers.yaml')]],
  ['批注.xlsx', ['audit', at('sheet.xlsx'), ...HELD]],
  ...['表.xlsx', '表.yaml', '表.html'].map(
    name => [name, ['template', '-p', PACK, '--from', at('good.json')]] as const,
  ),
  ['汇总表.xlsx', ['template', '-p', PACK, '--table']],
  ['记录.xlsx', ['template', '-p', PACK, '--inspection']],
  ['本.xlsx', ['packs', 'sheet', PACK]],
  ...['说明.docx', '说明.html', '说明.md'].map(name => [name, ['packs', 'guide', PACK]] as const),
  ...['变.xlsx', '变.docx'].map(
    name => [name, ['packs', 'diff', PACK, 'fixtures/packs/qingyuan-2024', '--all']] as const,
  ),
];

describe('what files say never steers who opens a file that is written of it', () => {
  it.each(files)('%s', async (name, words) => {
    const file = at(name);
    const { code, err } = await inside(...words, '-o', name === '批注.xlsx' ? `annotated=${file}` : file);
    expect([code, err]).toEqual([expect.any(Number), expect.not.stringMatching(/^(?:内部错误|internal)/u)]);
    expect(code).not.toBe(4);
    expect(steering(file)).toEqual([]);
  });

  it('in the folder of a batch, and in what is made of two', async () => {
    const out = at('批');
    await inside('batch', ...SUBMISSIONS, '-o', out, ...HELD, '--each', 'html,xlsx', '--workers', '1');
    const made = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(?:csv|html|md|xlsx|docx)$/u.test(name),
    );
    expect(made.length).toBeGreaterThan(4);
    for (const name of made) expect([name, ...comeThrough(name), ...steering(join(out, name))]).toEqual([name]);
    for (const file of ['变.xlsx', '变.html']) {
      await inside('compare', out, out, '-o', at(file), '--all');
      expect([file, ...steering(at(file))]).toEqual([file]);
    }
    await inside('rounds', out, out, '-o', join(folder, '期.xlsx'));
    expect(steering(at('期.xlsx'))).toEqual([]);
  });
});
