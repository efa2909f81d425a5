import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Level } from '../../src/model/profile/profile.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import { type Library, shippedLibrary } from '../../src/read/pack/library.ts';
import { checkReadings, type Settled, withReadings } from '../../src/read/settings/readings.ts';
import { readingLines, readingsText, readingText } from '../../src/words/findings/readings.ts';
import { problemText } from '../../src/words/problems/problems.ts';
import { VOCABULARY } from '../language/operators.vocabulary.ts';
import { again } from '../support/again.ts';
import { PACK_HEAD, packOf, packOfRule, profileOf, succeed } from '../support/inline.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const TWO_LEVELS = PACK_HEAD.replace(
  'levels: {',
  'levels: { village: { zh: 村（社区）便民服务站, en: Village service station },',
);

const PACK = packOf(
  `
levels: [township]
rules:
  - id: area
    clause: 一
    section: all
    obligation: must
    title: { zh: 面积, en: Area }
    require: { hall.area: { at_least: 200 m² } }
    remedy: { zh: 扩建, en: Enlarge }
    readings:
      - { id: about, says: { zh: 二百平方米上下, en: about 200 m² }, require: { hall.area: { at_least: 190 m² } } }
      - { id: wish, says: { zh: 一种期望, en: a wish }, obligation: may }
      - { id: aim, says: { zh: 只是目标, en: only an aim }, because: 没有义务词, obligation: none }
      - { id: stations-too, says: { zh: 站点也要, en: stations too }, levels: [township, village] }
      - { id: county-names-it, says: { zh: 偏差由县里定, en: the county names it }, names: { zh: 允许的偏差, en: the tolerance } }
  - id: copies
    clause: 二
    section: all
    obligation: must
    title: { zh: 复印, en: Copies }
    require: { hall.copies: yes }
    remedy: { zh: 提供, en: Offer }
`,
  VOCABULARY,
  TWO_LEVELS,
);

const scheme = succeed(await shippedLibrary().scheme('default'));

const auditBy = (pack: Pack, profile: string, level: Level = 'township', by = scheme): Audit =>
  audit({ profile: profileOf(profile, VOCABULARY), level, pack, scheme: by, asOf: '2026-05-01', warnings: [] });

const settled = (reading: string, rule = 'area'): Settled => ({
  rule,
  reading,
  by: '样例县政务服务局',
  on: '2026-03-01',
  location: { file: 'duibiao.yaml', line: 2, column: 3 },
});

const library: Library = {
  ...shippedLibrary(),
  pack: async () => ({ ok: true, value: PACK, warnings: [] }),
  packIds: () => ['sample'],
};

const readAs = async (reading: string): Promise<Pack> =>
  succeed(await withReadings(library, [settled(reading)]).pack('sample'));

const outcomes = ({ findings }: Audit) =>
  findings.map(({ finding: { rule, outcome } }) => [rule.id, rule.obligation, outcome]);

const never = (): never => {
  throw new Error('no other reading');
};

const SMALL = '{ hall.area: 195, hall.copies: yes }';

describe('a rule that can be read otherwise', () => {
  it('is judged by the reading in force, and says which others would decide otherwise', () => {
    const result = auditBy(PACK, SMALL);
    expect(outcomes(result)).toEqual([
      ['area', 'must', 'fail'],
      ['copies', 'must', 'pass'],
    ]);
    expect(
      result.otherwise?.map(({ reading, obligation, outcome, score }) => [reading.id, obligation, outcome, score]),
    ).toEqual([
      ['about', 'must', 'pass', { low: '100', high: '100' }],
      ['wish', 'may', 'fail', { low: '100', high: '100' }],
      ['aim', 'must', 'not-applicable', { low: '100', high: '100' }],
    ]);
    expect(result.score).toMatchObject({ low: '50', high: '50' });
  });

  it('says in a line how many points hang on it', () => {
    const result = auditBy(PACK, SMALL);
    const { finding } = result.findings[0] ?? never();
    expect(readingText(finding, result, 'zh')).toContain(
      '若读作“二百平方米上下”，则为“符合”，得分由 50 变为 100；若读作',
    );
    expect(readingText(finding, result, 'en')).toContain('the score 50 becomes 100');
    expect(readingsText(result, 'zh')).toBe('1 条换一种读法会判得不同，单看一条，得分在 50～100，可达 50～100');
  });

  it.each([
    ['counts rules', '{ failed_rules: [area] }', '6', ['10', '6', '10']],
    ['counts none', '{ failed: [{ hall.copies: yes }] }', '10', ['10', '10', '10']],
  ])('under a scorecard that %s hangs on it what the rows make of it', (_, each, now, others) => {
    const row = `{ id: row, clause: 一, title: 扣分, points: 10, deduct: { each: ${each}, points: 4 } }`;
    const text = `${scorecardHead(10)}sections: [{ id: s, title: 分项, points: 10, items: [${row}] }]\n`;
    const result = auditBy(PACK, SMALL, 'township', { ...scheme, scorecard: scorecardOf(text, VOCABULARY) });
    expect(result.score).toMatchObject({ low: now, high: now });
    expect(result.otherwise?.map(({ score }) => score)).toEqual(others.map(points => ({ low: points, high: points })));
  });

  it.each([
    ['accepts_not_occurred: yes', 'hall.rate: 未发生', [['rate', 'unknown', 'not-applicable']]],
    ['accepts_not_occurred: yes', 'hall.rate: 80%', []],
    ['when: { hall.copies: yes }', 'hall.rate: 80%', [['rate', 'fail', 'unknown']]],
    ['when: { hall.copies: yes }', '{ hall.rate: 80%, hall.copies: no }', [['rate', 'fail', 'not-applicable']]],
    ['require: { hall.rate: { at_least: 70% } }', 'hall.rate: 80%', [['rate', 'fail', 'pass']]],
    ['obligation: should', 'hall.rate: 80%', [['rate', 'fail', 'fail']]],
    ['obligation: should', 'hall.rate: 95%', []],
  ])('is judged anew by a reading with %s, of %s', (change, profile, expected) => {
    const rule = `require: { hall.rate: { at_least: 90% } }
readings: [{ id: rate, says: { zh: 另一种读法, en: otherwise }, ${change} }]`;
    const result = auditBy(packOfRule(rule, VOCABULARY), profile);
    const now = result.findings[0]?.finding.outcome;
    expect(result.otherwise?.map(({ reading, outcome }) => [reading.id, now, outcome]) ?? []).toEqual(expected);
  });

  it.each<readonly [string, Level, readonly unknown[]]>([
    ['township, village', 'township', []],
    ['township, village', 'village', [['elsewhere', 'fail']]],
    ['village', 'township', [['elsewhere', 'not-applicable']]],
    ['village', 'village', [['elsewhere', 'fail']]],
    ['sub_center', 'village', []],
  ])('that binds %s is told of a %s where it changes what binds it', (levels, level, expected) => {
    const rule = `require: { hall.area: { at_least: 200 m² } }
readings: [{ id: elsewhere, says: { zh: 说的是别处, en: of other places }, levels: [${levels}] }]`;
    const head = TWO_LEVELS.replace('levels: {', 'levels: { sub_center: { zh: 分中心, en: Sub-centre },');
    const result = auditBy(packOfRule(rule, VOCABULARY, head), SMALL, level);
    expect(result.otherwise?.map(({ reading, outcome }) => [reading.id, outcome]) ?? []).toEqual(expected);
  });

  it('is not mentioned where no reading makes a difference', () => {
    const result = auditBy(PACK, '{ hall.area: 260, hall.copies: yes }');
    expect(result.otherwise).toBeUndefined();
  });
});

describe('a reading that the county settled', () => {
  it('is in force, with who decided and when, and the pack’s own among the others', async () => {
    const result = auditBy(await readAs('about'), SMALL);
    expect(outcomes(result)[0]).toEqual(['area', 'must', 'pass']);
    const rule = result.findings[0]?.finding.rule;
    expect(rule?.settled).toEqual({ reading: 'about', by: '样例县政务服务局', on: '2026-03-01' });
    expect(readingLines(result, 'zh')).toEqual(['一 面积：采用读法 about（样例县政务服务局 2026年3月1日定）']);
    expect(readingsText(result, 'en')).toContain('1 settled by the county');
    expect(result.otherwise?.map(({ reading, outcome }) => [reading.id, outcome])).toContainEqual([
      'as-stated',
      'fail',
    ]);
  });

  it('may be the one the pack keeps', async () => {
    const result = auditBy(await readAs('as-stated'), SMALL);
    expect(outcomes(result)[0]).toEqual(['area', 'must', 'fail']);
    expect(result.findings[0]?.finding.rule.settled?.reading).toBe('as-stated');
  });

  it('may ask nothing of a centre', async () => {
    const result = auditBy(await readAs('aim'), SMALL);
    expect(outcomes(result)[0]).toEqual(['area', 'must', 'not-applicable']);
    expect(result.counts).toMatchObject({ 'not-applicable': 1, pass: 1 });
  });

  it('is refused where the rule has no such reading, or no pack such a rule', async () => {
    const wordless = await checkReadings([settled('county-names-it')], library, []);
    expect(wordless.map(problem => problemText(problem, 'zh'))).toEqual([expect.stringContaining('允许的偏差')]);
    const misread = await checkReadings([settled('abuot')], library, []);
    expect(misread.map(problem => problemText(problem, 'zh'))).toEqual([expect.stringContaining('没有这个读法')]);
    const unknown = await checkReadings([settled('about', 'copies')], library, []);
    expect(unknown.map(({ code }) => code)).toEqual(['unknown-name']);
  });

  it('may name what the text leaves open, and name the pack', async () => {
    const one = { ...settled('county-names-it', 'sample/area'), named: '1厘米' };
    expect(await checkReadings([one], library, [])).toEqual([]);
    const pack = succeed(await withReadings(library, [settled('about'), one]).pack('sample'));
    expect(readingLines(auditBy(pack, SMALL), 'zh')).toEqual([
      expect.stringContaining('采用读法 county-names-it = 1厘米'),
    ]);
    expect(auditBy(pack, SMALL).counts.fail).toBe(1);
  });

  it('may bind a level that the rule does not', async () => {
    const small = '{ hall.area: 100, hall.copies: yes }';
    const village = auditBy(PACK, small, 'village');
    const told = village.otherwise ?? [];
    expect(told.map(({ reading, outcome }) => [reading.id, outcome])).toEqual([['stations-too', 'fail']]);
    expect(readingLines(village, 'zh')).toEqual([expect.stringContaining('若读作“站点也要”，则为“不符合”')]);
    expect(outcomes(auditBy(await readAs('stations-too'), small, 'village'))).toEqual([['area', 'must', 'fail']]);
  });

  it('stands in the result, and the audit can be read again from it and the texts of the pack', async () => {
    for (const pack of [PACK, await readAs('about'), await readAs('aim')])
      for (const manner of ['brief', 'worded'] as const) {
        const result = auditBy(pack, SMALL);
        const kept = again(result, manner);
        const told = (one: Audit) => [
          outcomes(one),
          one.otherwise?.map(({ rule, reading, ...rest }) => [rule.settled, reading.id, rest]),
        ];
        expect(told(kept)).toEqual(told(result));
      }
  });
});
