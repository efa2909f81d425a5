import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { Inspection } from '../../src/model/profile/inspection.ts';
import { readInspection } from '../../src/read/inspection/inspection.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { packOf, profileOf, succeed } from '../support/inline.ts';
import { SAMPLE_SCHEME } from '../support/sample.ts';
import { scorecardHead } from '../support/scorecard.ts';
import { ROW_VOCABULARY, ROWS } from './rows.ts';

const SCHEME = succeed(
  readScheme(
    succeed(
      readYaml(
        'scheme.yaml',
        `${scorecardHead(15)}sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 15
    items:
      - { id: area, clause: 一, title: { zh: 面积, en: Area }, ${ROWS.area} }
      - { id: judged, clause: 二, title: { zh: 评定, en: Judged }, ${ROWS.judged} }
      - { id: rules, clause: 三, title: { zh: 规则, en: Rules }, points: 5, deduct: { each: { failed_rules: [tidy-hall, safe-hall] }, points: 2.5 } }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 12 }, { id: B, label: { zh: 差, en: Poor } }]
`,
      ),
    ),
    'f'.repeat(64),
    ROW_VOCABULARY,
  ),
);

const rule = (id: string, fact: string): string => `
  - { id: ${id}, clause: 一, section: all, obligation: must, title: { zh: 规则, en: Rule }, require: { ${fact}: yes }, remedy: { zh: 改正, en: Put it right } }`;

const PACK = packOf(
  `levels: [township]\nrules:${rule('tidy-hall', 'hall.tidy')}${rule('safe-hall', 'hall.alarm')}\n`,
  ROW_VOCABULARY,
);

const PROFILE = profileOf('大厅面积: 200\n环境整洁: 是\n消防设施完好: 是', ROW_VOCABULARY);

const record = (text: string): Inspection =>
  succeed(
    readInspection({ path: 'record.yaml', sha256: '' }, succeed(readYaml('record.yaml', text)), {
      vocabulary: ROW_VOCABULARY,
      profile: PROFILE,
      scheme: SCHEME,
    }),
  );

const SELF = record('{ 阶段: 自评, 检查人: 张主任, 级别: 本级, entered: [{ item: judged, value: 5, reason: 自评 }] }');
const CHECK = record(`{ 阶段: 核查, 检查人: 李检查员, 级别: 县级, found: [
  { fact: 大厅面积, value: 184, reason: 测距 }, { fact: 环境整洁, value: 否, reason: 现场杂乱 },
  { item: judged, value: 3, reason: 秩序一般 }] }`);
const FINAL = record(
  '{ 阶段: 终审, 检查人: 复核组, 级别: 市级, found: [{ fact: 环境整洁, value: 是, reason: 当场已清理，有照片 }] }',
);

const base = {
  profile: PROFILE,
  level: 'township',
  pack: PACK,
  scheme: SCHEME,
  asOf: '2024-05-01',
  warnings: [],
} as const;

describe('a score as declared, as inspected and as settled', () => {
  it('lays one record over the other, each with who changed what from what', () => {
    const result = audit({ ...base, inspections: [CHECK, FINAL, SELF] });
    expect(result.stages?.map(({ stage, score }) => [stage, score?.low])).toEqual([
      ['self', '15'], // 5 + 5 + 5
      ['inspection', '9.5'], // 5 − 2 × 0.5 = 4；3；5 − 2.5 = 2.5
      ['final', '12'], // 4 + 3 + 5
    ]);
    expect(result.score).toMatchObject({ low: '12', high: '12', max: '15' });
    expect(
      result.applied?.map(({ stage, kind, change }) => [stage, kind, 'fact' in change ? change.fact : change.entry]),
    ).toEqual([
      ['self', 'entry', 'judged'],
      ['inspection', 'fact', 'hall.area'],
      ['inspection', 'fact', 'hall.tidy'],
      ['inspection', 'entry', 'judged'],
      ['final', 'fact', 'hall.tidy'],
    ]);
    const last = result.applied?.at(-1);
    expect(last?.kind === 'fact' && last.before?.state === 'declared' && last.before.value).toEqual({
      type: 'yes_no',
      value: false,
    });
    expect(result.findings.map(({ finding }) => finding.outcome)).toEqual(['pass', 'pass']);
  });

  it('is a range while nobody has entered what is to be judged', () => {
    const result = audit(base);
    expect(result.score).toMatchObject({ low: '10', high: '15' });
    expect(result.score?.grade.decidedBy).toEqual(['entry:judged']);
    expect(result.stages).toBeUndefined();
  });

  it('works for schemes without a table too', () => {
    const result = audit({ ...base, scheme: SAMPLE_SCHEME, inspections: [CHECK] });
    expect(result.stages?.map(({ stage, score }) => [stage, score?.low])).toEqual([
      ['self', '100'],
      ['inspection', '50'],
    ]);
    expect(result.scorecard).toBeUndefined();
  });
});
