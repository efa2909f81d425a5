import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newFolder, put } from './folders.ts';
import { STEERING, STEERING_NAME, steered } from './steering.ts';
import { plainWorkbook } from './workbooks.ts';

const yaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

const json = (value: unknown): string => JSON.stringify(value);

const NAMES = /^(?:title|zh|en|issuer|note|notes|says|reason|requested_by|approved_by|evidence|remedy)$/u;

const PACK = 'fixtures/packs/qingyuan-2024';

/** A folder of standards, submissions and settings, in all of which names and values steer. */
export const folder = newFolder();
export const at = (name: string): string => join(folder, name);

/** A pack whose titles steer, and one in which everything does. */
for (const name of ['pack', 'township', 'cases', 'clauses']) {
  const content = yaml(join(PACK, `${name}.yaml`));
  put(
    folder,
    `标准/qingyuan-2024/${name}.yaml`,
    json(steered(content, (_, key) => NAMES.test(key) && (name !== 'clauses' || key !== 'reason'))),
  );
  put(folder, `坏标准/qingyuan-2024/${name}.yaml`, json(steered(content, () => true)));
  put(
    folder,
    `键也坏/qingyuan-2024/${name}.yaml`,
    json(
      steered(
        content,
        () => true,
        key => key + STEERING,
      ),
    ),
  );
}

const profile = {
  便民服务中心名称: `河口镇便民服务中心${STEERING}`,
  所属县区: '青源县',
  乡镇名称: `河口镇${STEERING}`,
  级别: '乡镇级',
  大厅使用面积: 12,
  窗口: ['信访窗口', '自己的窗口'],
};
put(folder, 'good.json', json(profile));
put(folder, `名${STEERING_NAME}.json`, json({ ...profile, 乡镇名称: '另一镇' }));
put(
  folder,
  'bad.json',
  json({
    ...profile,
    窗口: [`自己的窗口${STEERING}`],
    [`不认识${STEERING}`]: STEERING,
    大厅使用面积: `约12${STEERING}`,
  }),
);
put(folder, 'broken.yaml', `a: "${'\u001b[31m'}\nb: [${STEERING.replaceAll('\u0000', '')}`);
put(
  folder,
  'sheet.xlsx',
  plainWorkbook({
    '表\u202e\u200f': [
      ['中心名称', `大厅面积`, `没有的列${STEERING.replaceAll(/(?![\t\r\n])\p{Cc}/gu, '')}`],
      [`丙镇便民服务中心\u202e\u009b31m`, '很大\u202e\u2028', 'x'],
    ],
  }),
);
put(
  folder,
  'table.csv',
  `中心名称,县区,大厅面积\n"丁镇\u001b[31m\u202e便民服务中心\nINJECTED",青源县,"大${STEERING.replaceAll('\u0000', '')}"\n`,
);
put(folder, 'lines.jsonl', `${json(profile)}\n{"坏${STEERING_NAME.replaceAll(/[\r\n]/gu, '')}\n`);
put(
  folder,
  'waivers.yaml',
  json(steered(yaml('fixtures/ci/waivers.yaml'), (_, key) => NAMES.test(key) || key === 'centre')),
);
put(folder, 'scheme.yaml', json(steered(yaml('rules/schemes/default.yaml'), () => true)));
put(folder, 'settings.yaml', json({ gate: { fail_on: STEERING }, packs: [STEERING], [STEERING]: 1 }));
put(folder, '名册.txt', `戊镇便民服务中心${STEERING_NAME}\n`);
