import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadProfiles, problemLine } from '../../src/index.ts';
import { newFolder } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { said } from '../support/said.ts';
import { cell, paragraph, row, run, table, wordFile } from '../support/word.ts';

interface Read {
  readonly centers: readonly ReadonlyMap<string, string>[];
  readonly told: readonly string[];
}

const read = async (body: string, others: Readonly<Record<string, string>> = {}): Promise<Read> => {
  const loaded = await loadProfiles({ file: '表.docx', content: wordFile(body, others) });
  const told = (loaded.ok ? loaded.warnings : loaded.problems).map(found => problemLine(found, 'zh'));
  const centers = loaded.ok
    ? loaded.value.map(({ facts }) => new Map([...facts].map(([id, fact]) => [id, said(fact)])))
    : [];
  return { centers, told };
};

const HEAD = [
  ['项目', '填报内容'],
  ['县区', '罗山县'],
  ['名称', '青石坳镇便民服务中心'],
  ['级别', '乡镇'],
] as const;

const AREA = ['办事大厅使用面积', '184平方米'];

/** The form with one more row, whose answer is written in this way. */
const asked = (label: string, answer: string): string => table(...HEAD, AREA, [label, cell(answer)]);

const box = (ticked: boolean, text: string): string =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(ticked ? '☒' : '☐')}</w:sdtContent></w:sdt>${run(text)}`;

const legacyBox = (ticked: boolean, text: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${ticked ? 1 : 0}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>${run(text)}`;

const dropDown = (chosen: number, ...entries: readonly string[]): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="${chosen}"/>${entries.map(entry => `<w:listEntry w:val="${entry}"/>`).join('')}</w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>`;

const symbol = (char: string, text: string): string =>
  `<w:r><w:sym w:font="Wingdings 2" w:char="${char}"/></w:r>${run(text)}`;

it.each<[name: string, label: string, answer: string, fact: string, is: string]>([
  ['方框选否', '敞开式办公', paragraph(box(false, '是'), box(true, '否')), 'hall.open_plan', '否'],
  ['旧式方框选是', '敞开式办公', paragraph(legacyBox(true, '是'), legacyBox(false, '否')), 'hall.open_plan', '是'],
  ['旧式下拉框选否', '敞开式办公', paragraph(dropDown(1, '是', '否')), 'hall.open_plan', '否'],
  ['旧式下拉框没有选', '敞开式办公', paragraph(dropDown(0, '请选择', '是', '否')), 'hall.open_plan', 'undeclared'],
  [
    '拼音注在字上',
    '敞开式办公',
    paragraph(`<w:r><w:ruby><w:rt>${run('shì')}</w:rt><w:rubyBase>${run('是')}</w:rubyBase></w:ruby></w:r>`),
    'hall.open_plan',
    '是',
  ],
  ['符号字体的勾', '敞开式办公', paragraph(symbol('F052', '是'), symbol('F0A3', '否')), 'hall.open_plan', '是'],
  [
    '只算修订以后的字',
    '敞开式办公',
    paragraph(`<w:del><w:r><w:delText>是</w:delText></w:r></w:del>`, `<w:ins>${run('否')}</w:ins>`),
    'hall.open_plan',
    '否',
  ],
  ['隐藏的字不算', '敞开式办公', paragraph(run('不', '<w:vanish/>'), run('是')), 'hall.open_plan', '是'],
  [
    '提示填写的字不是答案',
    '敞开式办公',
    paragraph(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('选择一项。')}</w:sdtContent></w:sdt>`),
    'hall.open_plan',
    'undeclared',
  ],
  [
    '分段写的清单',
    '已建立的制度',
    paragraph(run('1.首问负责制')) + paragraph(run('2.限时办结制')),
    'systems.established',
    'first-contact、time-limit',
  ],
  ['格里还有一张小表', '敞开式办公', table(['是']), 'hall.open_plan', '是'],
])('pass-%s', async (_, label, answer, fact, is) => {
  const { centers, told } = await read(asked(label, answer));
  expect([centers.length, told]).toEqual([1, []]);
  expect(centers[0]?.get(fact) ?? 'undeclared').toBe(is);
  expect(centers[0]?.get('hall.usable_area')).toBe('184 m²');
});

it.each<[name: string, body: string, told: RegExp]>([
  ['划掉的答案', asked('敞开式办公', paragraph(run('是', '<w:strike/>'))), /^表\.docx:表1!B6: 这一格里有划掉的字/u],
  [
    '上标的注不是数字',
    table(...HEAD, ['办事大厅使用面积', cell(paragraph(run('184'), run('1', '<w:vertAlign w:val="superscript"/>')))]),
    /^表\.docx:表1!B5: .*数字后面带有说明/u,
  ],
  ['读不懂的值', table(...HEAD, ['办事大厅使用面积', '很大']), /^表\.docx:表1!B5: .*很大/u],
  ['段落里读不懂的值', paragraph(run('说明')) + paragraph(run('办事大厅使用面积：很大')), /^表\.docx:2:1: .*很大/u],
  [
    '表下段落里读不懂的值',
    paragraph(run('自查表')) + table(...HEAD) + paragraph(run('办事大厅使用面积：很大')),
    /^表\.docx:2:1: .*很大/u,
  ],
  ['没有申报内容的通知', paragraph(run('关于开展自查的通知')), /没有填报任何内容/u],
])('fail-%s', async (_, body, told) => {
  const loaded = await read(body);
  expect(loaded.centers).toEqual([]);
  expect(loaded.told.join('\n')).toMatch(new RegExp(told.source, 'mu'));
});

const [FORM, LINES] = [table(...HEAD, AREA), table(['窗口名称', '类型'], ['1号窗口', '综合窗口'])];

it.each<[name: string, body: string, told: readonly RegExp[]]>([
  ['整张表套在一个框里', paragraph(run('自查表')) + table([cell(FORM)]), []],
  [
    '框上写着县区',
    paragraph(run('县区：罗山县')) + table([cell(table(...HEAD.filter(([label]) => label !== '县区'), AREA))]),
    [],
  ],
  ['格里套着几栏的表', table(...HEAD, AREA, ['窗口', cell(LINES)]), [/表1!A1: 工作表“表1”里没有认得的表头/u]],
])('pass-%s', async (_, body, told) => {
  const found = await read(body);
  expect(found.told).toEqual(told.map(one => expect.stringMatching(one)));
  expect({ windows: 'undeclared', ...Object.fromEntries(found.centers[0] ?? []) }).toEqual({
    'center.county': '罗山县',
    'center.name': '青石坳镇便民服务中心',
    'center.level': 'township',
    'hall.usable_area': '184 m²',
    windows: 'undeclared',
  });
});

it('pass-合并的格、要求一栏和表前的段落', async () => {
  const { centers, told } = await read(
    paragraph(run('便民服务中心自查表')) +
      paragraph(run('填报日期：2026年10月12日')) +
      `<w:tbl>${[
        row(cell('类别'), cell('检查内容'), cell('标准要求'), cell('自查情况')),
        row(cell('基本', '<w:vMerge w:val="restart"/>'), cell('县区'), cell(''), cell('罗山县')),
        row(cell('', '<w:vMerge/>'), cell('名称'), cell(''), cell('青石坳镇便民服务中心')),
        row(
          cell('办事大厅', '<w:vMerge w:val="restart"/>'),
          cell('使用面积'),
          cell('不低于200平方米'),
          cell('184平方米'),
        ),
        row(cell('', '<w:vMerge/>'), cell('敞开式办公'), cell('是'), cell('否')),
        row(cell('提供免费复印服务', '<w:gridSpan w:val="2"/>'), cell(''), cell('有')),
      ].join('')}</w:tbl>`,
  );
  expect(told).toEqual([]);
  expect(Object.fromEntries(centers[0] ?? [])).toMatchObject({
    'center.declared_on': '2026-10-12',
    'center.county': '罗山县',
    'hall.usable_area': '184 m²',
    'hall.open_plan': '否',
    'amenities.free_copying': '是',
  });
});

it('pass-表后的清单属于前面的中心', async () => {
  const { centers } = await read(
    table(...HEAD) + paragraph(run('工作台')) + table(['名称', '高度'], ['1号台', '80厘米'], ['2号台', '85厘米']),
  );
  expect(centers.map(facts => facts.get('counters'))).toEqual(['name 1号台 height 80 cm；name 2号台 height 85 cm']);
});

it('pass-一份里有两个中心', async () => {
  const other = [HEAD[0], HEAD[1], ['名称', '石桥镇便民服务中心'], HEAD[3], ['办事大厅使用面积', '300平方米']] as const;
  const { centers } = await read(table(...HEAD, AREA) + paragraph(run('以下是石桥镇')) + table(...other));
  expect(centers.map(facts => facts.get('hall.usable_area'))).toEqual(['184 m²', '300 m²']);
});

it('pass-一行一个中心', async () => {
  const { centers } = await read(
    table(
      ['名称', '县区', '级别', '办事大厅使用面积'],
      ['青石坳镇便民服务中心', '罗山县', '乡镇', '184'],
      ['石桥镇便民服务中心', '罗山县', '乡镇', '300'],
    ),
  );
  expect(centers.map(facts => facts.get('hall.usable_area'))).toEqual(['184 m²', '300 m²']);
});

it('warn-批注里可能有话', async () => {
  const answer = `<w:p>${run('是')}<w:r><w:commentReference w:id="7"/></w:r></w:p>`;
  const { centers, told } = await read(asked('敞开式办公', answer), {
    'word/comments.xml': `<w:comments><w:comment w:id="7">${paragraph(run('下半年改'))}</w:comment></w:comments>`,
  });
  expect(centers).toHaveLength(1);
  expect(told).toEqual([expect.stringMatching(/^表\.docx:表1!B6: .*下半年改/u)]);
});

it('warn-图片当答案', async () => {
  const { centers, told } = await read(asked('敞开式办公', paragraph('<w:r><w:drawing/></w:r>')));
  expect(centers.map(facts => facts.get('hall.open_plan'))).toEqual(['undeclared']);
  expect(told).toEqual([expect.stringMatching(/^表\.docx:表1!B6: .*图片/u)]);
});

const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

it.each<[file: string, content: Uint8Array | string, todo: string]>([
  ['a.doc', OLE, '另存为 .docx 再提交'],
  ['a.wps', OLE, '另存为 .docx 再提交'],
  ['a.rtf', '{\\rtf1 }', '另存为 .docx 再提交'],
  ['a.pdf', '%PDF-1.4 /Font', '请报送原来的 Excel 或 Word 表'],
  ['a.pdf', '%PDF-1.4', '扫描件'],
  ['a.docx', 'a', '另存为 .docx 再提交'],
  ['a.docx', wordFile('<w:p>'), '这个 Word 文件已损坏'],
  ['a.docx', wordFile('<w:p><w:r><w:t>184</w:t></w:r></w:p>'.repeat(700_000)), '展开后太大'],
])('fail-%s that is no Word document', async (file, content, todo) => {
  const loaded = await loadProfiles({ file, content });
  expect(loaded.ok ? [] : loaded.problems.map(found => problemLine(found, 'zh'))).toEqual([
    expect.stringContaining(todo),
  ]);
});

it('fail-工具自己写的报告', async () => {
  const report = join(newFolder(), '报告.docx');
  await inside('audit', 'fixtures/centers/luoshan-qingshiao.yaml', '--no-config', '-o', report);
  const { code, err } = await inside('audit', report, '--no-config');
  expect([code, err]).toEqual([3, expect.stringContaining('工具写出的 Word 文件，不是申报表')]);
});
