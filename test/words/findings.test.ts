import { describe, expect, it } from 'vitest';
import { silenceOf } from '../../src/evaluate/silence.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { tellRule } from '../../src/tell/explain.ts';
import { expectedText } from '../../src/words/checks/expressions.ts';
import { reasonFor } from '../../src/words/findings/findings.ts';
import { gradeText, scoreText, verdictText } from '../../src/words/scoring/score.ts';
import { VOCABULARY } from '../language/operators.vocabulary.ts';
import { some } from '../support/hunt.ts';
import { findingOf, succeed } from '../support/inline.ts';
import { SAMPLE_PACK, sampleAudit } from '../support/sample.ts';
import { shownAs } from '../support/told.ts';

const LANGS = ['zh', 'en'] as const;

const shipped = async (): Promise<readonly Pack[]> => {
  const library = shippedLibrary();
  const summaries = await library.summaries();
  return Promise.all(summaries.map(async ({ id }) => succeed(await library.pack(id))));
};

/** What a reader must never meet: a code, a hole, two marks where there should be one. */
const BLEMISHES = /\b[a-z_]+\.[a-z_]+\b|undefined|NaN|\[object|[、，；：]{2}|：$|^[，；]|\(\)|（）| {3}/u;

describe('every rule of every shipped pack', () => {
  it('reads as a sentence in both languages', async () => {
    const packs = await shipped();
    const texts = packs.flatMap(pack =>
      pack.rules.flatMap(rule =>
        LANGS.map(lang => `${pack.id} ${rule.id}: ${expectedText(rule, pack.vocabulary, lang)}`),
      ),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(text => BLEMISHES.test(text.slice(text.indexOf(': ') + 2)))).toEqual([]);
  });

  it('can be explained in both languages', async () => {
    for (const pack of await shipped())
      for (const [at, rule] of some(40, pack.rules).entries()) {
        const silence = silenceOf(rule, pack.vocabulary);
        const told = tellRule({ rule, pack, silence, quotes: [] }, at % 2 === 0 ? 'zh' : 'en');
        expect(await shownAs('terminal', told, 80), `${pack.id} ${rule.id}`).not.toMatch(/undefined|\[object/u);
      }
  });
});

describe('a rule that does not apply says why', () => {
  it.each([
    [
      'its condition',
      'when: { hall.copies: yes }\nrequire: { hall.area: { at_least: 10 } }',
      'hall.copies: 否',
      '只在提供免费复印时适用，申报为：否',
      'applies only when "Free copies" is yes; declared: no',
    ],
    [
      'a list without such records',
      'when: { some: windows, have: { kind: 农机窗口 } }\nrequire: { hall.copies: yes }',
      'windows: [信访窗口, 社保窗口]',
      '只在有农机窗口时适用，申报为：信访窗口、社保窗口',
      'applies only when there is at least one Farm machinery window; declared: Petitions window, Social security window',
    ],
    [
      'not yet in force',
      'from: 2025-01-01\nrequire: { hall.copies: yes }',
      'hall.copies: 是',
      '自 2025年1月1日起施行，审核日期 2024年5月1日尚未施行',
      'in force from 2025-01-01, not yet on 2024-05-01',
    ],
    [
      'no longer in force',
      'until: 2023-12-31\nrequire: { hall.copies: yes }',
      'hall.copies: 是',
      '施行至 2023年12月31日，审核日期 2024年5月1日已经失效',
      'in force until 2023-12-31, no longer on 2024-05-01',
    ],
    [
      'not yet due',
      'due: 2024-06-30\nrequire: { hall.copies: yes }',
      'hall.copies: 否',
      '期限为 2024年6月30日，审核日期 2024年5月1日尚在期限之内',
      'due by 2024-06-30; on 2024-05-01 there is still time',
    ],
    [
      'declared not applicable',
      'accepts_not_applicable: true\nrequire: { hall.copies: yes }',
      'hall.copies: 不适用',
      '提供免费复印（申报为“不适用”）',
      'Free copies (declared not applicable)',
    ],
    [
      'did not occur',
      'accepts_not_occurred: true\nrequire: { hall.copies: yes }',
      'hall.copies: 未发生',
      '提供免费复印（申报为“未发生”）',
      'Free copies (declared not to have occurred)',
    ],
  ])('%s', (_, rule, profile, zh, en) => {
    const finding = findingOf(rule, profile, VOCABULARY);
    if (finding.outcome !== 'not-applicable') throw new Error(finding.outcome);
    expect(LANGS.map(lang => reasonFor(finding.reason, finding.rule, { vocabulary: VOCABULARY, lang }))).toEqual([
      zh,
      en,
    ]);
  });
});

const MET = `
hall.area: 200
hall.bank: 否
hall.notices: 是
counters: [{ name: 1号台, height: 90 }]
windows: [信访窗口, 社保窗口, 农机窗口]
`;

describe('verdict, score and grade', () => {
  it.each([
    [
      'everything met',
      MET,
      ['达标：“应当”要求全部符合', '100.0', 'A 优秀'],
      ['Up to standard: every "must" requirement is met', '100.0', 'A Excellent'],
    ],
    [
      'something open',
      MET.replace('hall.notices: 是', ''),
      [
        '尚不能判定：“应当”要求没有不符合的，但有 1 条未定',
        '71.4（可达 100.0：1 项未申报）',
        'A 优秀或 B 合格，取决于：公示内容及时更新',
      ],
      [
        'Undecided: no "must" requirement fails, but 1 cannot be decided yet',
        '71.4 (up to 100.0: 1 fact not declared)',
        'A Excellent or B Adequate, decided by: Notices up to date',
      ],
    ],
    [
      'something failed',
      MET.replace('200', '199.9'),
      ['不达标：1 条“应当”要求不符合', '71.4', 'B 合格'],
      ['Not up to standard: 1 "must" requirement is not met', '71.4', 'B Adequate'],
    ],
  ])('%s', (_, profile, zh, en) => {
    const audit = sampleAudit(profile);
    const said = LANGS.map(lang => [verdictText(audit, lang), scoreText(audit, lang), gradeText(audit, lang)]);
    expect(said).toEqual([zh, en]);
  });
});

it('explains a rule whole', async () => {
  const rule = SAMPLE_PACK.rules.find(({ id }) => id === 'counter-height');
  if (rule === undefined) throw new Error('the sample has such a rule');
  expect(
    await shownAs(
      'terminal',
      tellRule({ rule, pack: SAMPLE_PACK, silence: silenceOf(rule, SAMPLE_PACK.vocabulary), quotes: [] }, 'zh'),
      80,
    ),
  ).toMatchInlineSnapshot(`
    "工作台高度  counter-height

    出处  《样例县便民服务中心管理办法》第二条(二) / 第三条(四)
    章节  第二条 场地设施
    约束  宜；乡镇便民服务中心
    要求  每个工作台：台面高度 80～100 厘米
    算法  两端的数都算在内
    未报  没有申报（不填、填“不详”）：未定，不当作没有
          工作台填“无”、其他没有申报：未定
          填“不适用”：不能免去本条，仍为未定
    核实  从地面量到台面
    整改  调整台面高度

    ■ 填报项

    工作台  counters
    填法  一张清单，每条写明各栏；没有就写“无”

    台面高度  counters.height
    填法  数字加单位（厘米），只写数字按厘米计
    核实  从地面量到台面
    "
  `);
});
