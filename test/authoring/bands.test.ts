import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromDocument } from '../../src/authoring/propose/from-document.ts';
import { main } from '../../src/cli/main.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';

const WANTED = {
  id: 'sample',
  county: '高县',
  title: '高县办法',
  levels: ['township', 'village'],
  lang: 'zh',
} as const;

const drafted = async (text: string) =>
  fromDocument({ file: 'a.txt', text }, WANTED, succeed(await shippedLibrary().vocabulary()));

const AREA = 'hall.usable_area: { at_least: { by: center.class, bands: ';

/** A text, and the checks that are drafted of it with its figures, each with the level of its file. */
const DRAFTED: Readonly<Record<string, readonly [text: string, ...checks: string[]]>> = {
  'a table with a row a class': [
    '第一条 办事大厅使用面积应当符合下表：\n类别\t办事大厅使用面积\n一类乡镇\t不少于300平方米\n二类乡镇\t不少于200平方米\n三类乡镇\t不少于120平方米',
    `township { ${AREA}[{ for: ["一类乡镇"], is: 300 m² }, { for: ["二类乡镇"], is: 200 m² }, { is: 120 m² }] } } }`,
  ],
  'a table that counts its rows and has its unit and side in its head': [
    '第一条 大厅面积应当符合下表：\n序号\t类别\t办事大厅使用面积不少于（平方米）\n1\t一类\t300\n2\t二类\t200',
    `township { ${AREA}[{ for: ["一类"], is: 300 m² }, { is: 200 m² }] } } }`,
  ],
  'classes in one sentence after another': [
    '第一条 办事大厅使用面积按类别确定：一类：不少于300平方米；二类：不少于200平方米。',
    `township { ${AREA}[{ for: ["一类"], is: 300 m² }, { is: 200 m² }] } } }`,
  ],
  'classes in stretches of one sentence': [
    '第一条 中心镇办事大厅使用面积不少于400平方米，一般乡镇不少于250平方米。',
    `township { ${AREA}[{ for: ["中心镇"], is: 400 m² }, { is: 250 m² }] } } }`,
  ],
  'items with numbers of their own': [
    '第一条 办事大厅使用面积按下列标准执行：\n（一）甲类不少于300平方米；\n（二）乙类不少于200平方米。',
    `township { ${AREA}[{ for: ["甲类"], is: 300 m² }, { is: 200 m² }] } } }`,
  ],
  'a table by people': [
    '第一条 窗口数量按人口确定：\n常住人口\t窗口数量\n5万人以上\t不少于8个\n2万人以下\t不少于4个\n2万人以上5万人以下\t不少于6个',
    'township { window_setup.front_windows: { at_least: { by: center.population, bands: [{ below: 2万, is: 4 }, { below: 5万, is: 6 }, { is: 8 }] } } }',
  ],
  'a table with a row a level': [
    '第一条 面积要求如下：\n级别\t服务场所面积\n乡镇（街道）便民服务中心\t不少于150平方米\n村（社区）便民服务站\t不少于30平方米',
    'township { premises.service_area: { at_least: 150 m² } }',
    'village { premises.service_area: { at_least: 30 m² } }',
  ],
  'people that leave a gap are no bands': [
    '第一条 窗口数量按人口确定：\n常住人口\t窗口数量\n2万人以下\t不少于4个\n3万人以上\t不少于6个',
  ],
  'figures of different kinds are no bands': [
    '第一条 中心镇办事大厅使用面积不少于400平方米，一般乡镇窗口不少于8个。',
    'township { hall.usable_area: { at_least: 400 m² } }',
    'township { window_setup.front_windows: { at_least: 8 } }',
  ],
};

describe('figures by class, people or level', () => {
  it.each(Object.entries(DRAFTED))('%s', async (_, [text, ...checks]) => {
    const { rules } = await drafted(text);
    const found = rules.map(rule => `${rule.level} ${/require: (.*)/u.exec(rule.text)?.[1]}`);
    expect(found.filter(check => /\d/u.test(check))).toEqual(checks);
  });

  it('are cited by the clause that has all their rows', async () => {
    const { rules } = await drafted(
      '4 场所\n4.1 面积\n4.1.1 服务场所面积应符合表1的规定。\n表1 面积\n序号\t类别\t服务场所面积（平方米）\n1\t一类站\t不少于80\n2\t二类站\t不少于50',
    );
    expect(rules.map(({ text }) => /clause: (.*)/u.exec(text)?.[1])).toEqual(['"4.1.1"']);
  });

  it.each([0, 1].map(at => [Object.keys(DRAFTED)[at] ?? '', Object.values(DRAFTED)[at]?.[0] ?? '']))(
    'are confirmed as drafted: the pack loads, and its rules agree with every row of %s',
    async (_, text) => {
      const folder = newFolder();
      const [source, pack] = [join(folder, 'a.txt'), join(folder, 'gao')];
      writeFileSync(source, `高县办法\n${text}\n`);
      const out: string[] = [];
      const terminal = { out: (said: string | Uint8Array) => void out.push(String(said)), err: () => {}, color: false };
      const run = (...words: string[]) => main(words, { ...terminal, columns: 100, isTTY: false });
      await run('packs', 'new', pack, '--source', source);
      const rules = join(pack, 'township.yaml');
      writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll('    draft: yes\n', ''));
      await run('packs', 'trace', pack, '--source', source);
      expect(out.join('')).toContain('0 处不符');
    },
  );
});
