import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/model/base/problem.ts';
import { displayWidth } from '../../src/report/text/layout.ts';
import { reported } from '../support/reports.ts';
import { sampleAudit } from '../support/sample.ts';

describe('the terminal report', () => {
  it('tells a Chinese reader what matters first', async () => {
    expect(await reported('terminal', [sampleAudit()])).toMatchInlineSnapshot(`
      "profile.yaml

      结论  不达标：1 条“应当”要求不符合
      得分  28.5（可达 71.4：2 项未申报），满分 100
      等次  B 合格或 C 不合格，取决于：台面高度、公示内容及时更新
      计分  工具自带计分方案
      条目  符合 1，不符合 1，未定 3，不适用 1，共 6 条

      对象  乡镇便民服务中心
      标准  《样例县便民服务中心管理办法》（样政〔2024〕1号，样例县，2024年1月5日）
            sample-2024 1.0.0
      日期  按 2024年5月1日有效的要求审核
      申报  profile.yaml

      ■ 不符合（1 条）

      第二条 场地设施

        × 第二条(一)  办事大厅面积  [应当，失 2 分，hall-area]
          要求  办事大厅使用面积 ≥ 200 ㎡
          申报  184 ㎡
          差距  还差 16 ㎡
          位置  profile.yaml:2:12
          整改  扩建或调整用房
          说明  只计室内使用面积

      ■ 未定（2 条，不含可做事项 1 条）
      补报下列内容即可判定；没有注明位置的，申报表里还没有这一项。

      第二条 场地设施

        ? 第二条(二) / 第三条(四)  工作台高度  [宜，待定 1 分，counter-height]
          要求  每个工作台：台面高度 80～100 厘米
          补报  2号台 台面高度（未申报）
          位置  profile.yaml:6:5
          核实  从地面量到台面

      第三条 服务管理

        ? 第三条(二)  公示更新  [应当，待定 2 分，notices]
          补报  公示内容及时更新（未申报）
          核实  抽三项比对

      ■ 可做事项中没有做到和没有申报的（1 条，不影响结论）

        ? 第二条(三)  电子显示屏：电子显示屏（未申报）

      ■ 其余：符合 1 条，不适用 1 条（加 --all 逐条列出）

      ■ 分项得分

        章节             符合  不符合  未定  不适用  得分  可达  满分
        第二条 场地设施     0       1     2       0     0     1     3
        第三条 服务管理     1       0     1       1     2     4     4
        合计                1       1     3       1     2     5     7

      得分 2 ÷ 7 × 100 = 28.5，可达 5 ÷ 7 × 100 = 71.4（保留 1 位小数，其余舍去，不进
      位）
      每条分值：应当 2 分，宜 1 分，可 0 分；符合得满分，未定的只计入可达，不适用的不
      计入满分

      申报  sha256:1111111111111111111111111111111111111111111111111111111111111111
            profile.yaml
      标准  sha256:0000000000000000000000000000000000000000000000000000000000000000
            sample-2024 1.0.0
      计分  sha256:2222222222222222222222222222222222222222222222222222222222222222
            sample
      工具  duibiao 0.0.0
      "
    `);
  });

  it('tells an English reader the same', async () => {
    expect(await reported('terminal', [sampleAudit()], { lang: 'en', columns: 100 })).toMatchInlineSnapshot(`
      "profile.yaml

      Verdict  Not up to standard: 1 "must" requirement is not met
      Score    28.5 (up to 71.4: 2 facts not declared) of 100
      Grade    B Adequate or C Inadequate, decided by: Counter height, Notices up to date
      Points   The tool's own scheme
      Rules    pass 1, fail 1, unknown 3, not applicable 1, 6 in all

      Centre   Township service centre
      Pack     Sample County standard (样政〔2024〕1号, Sample County, 2024-01-05)  sample-2024 1.0.0
      As of    the requirements in force on 2024-05-01
      Profile  profile.yaml

      ■ Not met (1)

      第二条 Premises

        × 第二条(一)  Area of the hall  [must, 2 points lost, hall-area]
          Asked    Usable area of the hall: at least 200 m²
          Found    184 m²
          Gap      16 m² short
          Place    profile.yaml:2:12
          To do    Extend or rearrange the rooms
          Note     Indoor usable area only

      ■ Not decided (2, and 1 optional)
      The facts asked for would decide; one without a place is not in the profile yet.

      第二条 Premises

        ? 第二条(二) / 第三条(四)  Height of the counters  [should, 1 point at stake, counter-height]
          Asked    Every counter — Counter height: 80–100 cm
          Ask for  2号台 — Counter height (not declared)
          Place    profile.yaml:6:5
          How      Measure from the floor

      第三条 Service

        ? 第三条(二)  Notices  [must, 2 points at stake, notices]
          Ask for  Notices up to date (not declared)
          How      Compare three

      ■ Optional, not done or not declared (1; no effect on the verdict)

        ? 第二条(三)  Electronic display: Electronic display (not declared)

      ■ The rest: 1 met, 1 not applicable (--all lists them)

      ■ Points by section

        Section          Pass  Fail  Open  N/A  Low  High  Max
        第二条 Premises     0     1     2    0    0     1    3
        第三条 Service      1     0     1    1    2     4    4
        Total               1     1     3    1    2     5    7

      Score 2 ÷ 7 × 100 = 28.5, up to 5 ÷ 7 × 100 = 71.4 (cut after 1 decimal place, never rounded up)
      Points a rule: must 2, should 1, may 0; met earns them, undecided counts for "High" alone, not
      applicable leaves "Max"

      Profile  sha256:1111111111111111111111111111111111111111111111111111111111111111  profile.yaml
      Pack     sha256:0000000000000000000000000000000000000000000000000000000000000000  sample-2024 1.0.0
      Scheme   sha256:2222222222222222222222222222222222222222222222222222222222222222  sample
      Tool     duibiao 0.0.0
      "
    `);
  });

  it('lists all of it where asked', async () => {
    const text = await reported('terminal', [sampleAudit()], { all: true });
    expect(text).toContain('√ 第三条(一)  统一设置的窗口：3 个齐全');
    expect(text).toContain('- 第三条(三)  银行处公示：只在有银行进驻时适用，申报为：否');
  });

  it.each([50, 80, 100, 140])('keeps within %i columns', async columns => {
    for (const lang of ['zh', 'en'] as const) {
      const lines = (await reported('terminal', [sampleAudit()], { lang, columns, all: true })).split('\n');
      const wide = lines.filter(line => displayWidth(line) > columns && !line.includes('sha256:'));
      expect(wide).toEqual([]);
    }
  });

  it('says the same without colour', async () => {
    const colored = await reported('terminal', [sampleAudit()], { color: true });
    expect(colored).not.toBe(stripVTControlCharacters(colored));
    expect(stripVTControlCharacters(colored)).toBe(await reported('terminal', [sampleAudit()]));
  });

  it('lets nothing in a profile steer the terminal', async () => {
    const audit = sampleAudit('counters: [{ name: "1\\e[2J\\u202e号\\n台", height: 75 }]');
    const text = await reported('terminal', [audit]);
    expect(text).toContain('1[2J号台 台面高度 75 厘米');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cf}\p{Cc}]/u);
  });

  it('sets several centres apart', async () => {
    const text = await reported('terminal', [sampleAudit(), sampleAudit('hall.area: 300')]);
    expect(text.split(`\n${'='.repeat(80)}\n`)).toHaveLength(2);
  });

  it('tells in a file of its own what standard error tells of one on the screen', async () => {
    const doubt = problem('provisional', { file: 'profile.yaml', line: 1, column: 1 }, { count: 2 });
    const told = { rejected: [{ file: 'bad.yaml', problems: [doubt] }], notes: [doubt] } as const;
    const audits = [{ ...sampleAudit(), warnings: [doubt] }];
    const [shown, alone] = await Promise.all(
      [false, true].map(is => reported('terminal', audits, { ...told, alone: is })),
    );
    const chapters = ['■ 申报表中的疑点（1 处）', '■ 未能审核的文件（1 个）', '■ 其他情况'];
    expect(chapters.filter(title => shown?.includes(title))).toEqual([]);
    expect(chapters.filter(title => alone?.includes(title))).toEqual(chapters);
    const refused = await reported('terminal', [], { ...told, alone: true });
    expect(refused.split('\n')[0]).toBe('对标审核报告');
    expect(await reported('terminal', [], told)).toBe('');
  });

  it('gives no score where nothing counted', async () => {
    const { score: _, ...audit } = sampleAudit();
    const text = await reported('terminal', [audit]);
    expect(text).toContain('得分  无（没有可计分的条目）');
    expect(text).not.toContain('分项得分');
  });
});
