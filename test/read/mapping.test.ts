import { describe, expect, it } from 'vitest';
import { understoodLine } from '../../src/cli/validate/understood.ts';
import { parseText } from '../../src/read/files/text.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { understoodIn } from '../../src/read/profile/mapping.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import { succeed } from '../support/inline.ts';
import { commonDictionary, plainWorkbook } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

describe('what was understood', () => {
  it('is told heading by heading, with each conversion', async () => {
    const workbook = plainWorkbook({
      表: [
        ['县区', '罗山县'],
        ['大厅面积（㎡）', 230],
        ['敞开式办公', '☑是 □否'],
        ['大厅面基', 1],
      ],
      工作台: [
        ['台号', '高度（m）', '宽度'],
        ['1号台', 0.8, null],
      ],
    });
    const read = await readXlsx('file.xlsx', workbook, dictionary);
    const [root] = read.ok ? read.value : [];
    if (root === undefined) throw new Error('the sample cannot be read');
    const { profile } = readDeclarations({ path: 'file.xlsx', sha256: '' }, root, dictionary.vocabulary);
    const lines = understoodIn(root, profile).map(understood =>
      understoodLine(understood, dictionary.vocabulary, 'zh'),
    );
    const written = succeed(
      await parseText(
        'file.yaml',
        '工作台: [{ 台号: "" }]\n大厅面积: { 长: 20, 宽: [10, 12] }\n功能区: [等候区, 别处]\n',
      ),
    );
    const declared = readDeclarations({ path: 'file.yaml', sha256: '' }, written, dictionary.vocabulary);
    expect(
      understoodIn(written, declared.profile).map(one => understoodLine(one, dictionary.vocabulary, 'zh')),
    ).toEqual([
      '1:6  工作台 → 工作台：台号= → 未申报',
      '2:12  长 → 未读懂：20',
      '2:19  宽 → 未读懂：10、12',
      '3:6  功能区 → 办事大厅功能区域：等候区、别处',
    ]);
    expect(lines).toEqual([
      '表!B1  县区 → 所属县区：罗山县',
      '表!B2  大厅面积（㎡） → 办事大厅使用面积：230 → 230㎡',
      '表!B3  敞开式办公 → 符合敞开式办公要求：☑是 □否 → 是',
      '表!B4  大厅面基 → 未读懂：1',
      '工作台!A2  台号 → 工作台名称：1号台',
      '工作台!B2  高度（m） → 台面高度：0.8 → 0.8m → 0.8 米',
    ]);
  });
});
