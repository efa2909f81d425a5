import { expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { buildForm } from '../../src/forms/form.ts';
import { formYaml } from '../../src/forms/yaml.ts';
import type { Inspection } from '../../src/model/profile/inspection.ts';
import { packOfScheme } from '../../src/model/standard/card-pack.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { tellScorecard } from '../../src/tell/scorecard.ts';
import { scoreText } from '../../src/words/scoring/score.ts';
import { profileOf, succeed } from '../support/inline.ts';
import { entered } from '../support/scorecard.ts';

const CARD = `kind: scorecard
id: told
title: 样表
standard: { counties: [清河县], levels: [township] }
total: 10
places: 1
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open, not_applicable: not_checked }
not_checked: leave_out
vocabulary:
  - theme: own
    label: 本表数据
    facts:
      hotline: { label: 设有热线电话, type: yes_no }
      place: { label: 地形, type: term, list: places }
      sent: { label: 报送日期, type: date }
      asked: { label: 投诉件数, type: count, counter: 件 }
      answered: { label: 回复件数, type: count, counter: 件 }
  - list: places
    label: 地形
    terms: { hill: 山区, plain: 平原 }
sections:
  - id: part
    title: 服务
    points: 10
    items:
      - { id: phone, clause: "1", title: 热线接听, points: 4, when: { hotline: yes }, deduct: { entered: { range: [0, 4], step: 1 } } }
      - { id: order, clause: "2", title: 秩序, points: 6, when: { place: 平原 }, deduct: { entered: { range: [0, 6], step: 1 } } }
`;

const common = succeed(await shippedLibrary().vocabulary());
const scheme = succeed(readScheme(succeed(readYaml('card.yaml', CARD)), 'f'.repeat(64), common));
const pack = packOfScheme(scheme, withWords(common, scheme));
if (pack === undefined) throw new Error('a card with a standard');

const held = (profile: string) => {
  const head = { path: 'r.yaml', sha256: 'e'.repeat(64), stage: 'inspection', changes: [] } as const;
  const inspection: Inspection = { ...head, entries: entered({ phone: 2, order: 1 }) };
  const subject = profileOf(profile, pack.vocabulary);
  const input = { profile: subject, level: 'township', pack, scheme, asOf: '2025-06-01', warnings: [] } as const;
  return audit({ ...input, inspections: [inspection] });
};

it('says what an inspector gave for a row that does not count here', () => {
  const said = (profile: string) =>
    held(profile).warnings.map(one => ('row' in one ? [one.code, one.row] : [one.code]));
  expect(said('设有热线电话: 否\n地形: 平原\n')).toEqual([['idle-entry', '热线接听']]);
  expect(said('设有热线电话: 是\n地形: 平原\n')).toEqual([]);
  expect(said('地形: 平原\n')).toEqual([]);
});

it('says where bureaus that score a row together differ', () => {
  const record = (bureau: string, points: number): Inspection => ({
    ...{ path: `${bureau}.xlsx`, sha256: 'e'.repeat(64), stage: 'inspection', changes: [] },
    entries: entered({ order: points }).map(one => ({ ...one, bureau })),
  });
  const profile = profileOf('设有热线电话: 是\n地形: 平原\n', pack.vocabulary);
  const input = { profile, level: 'township', pack, scheme, asOf: '2025-06-01', warnings: [] } as const;
  const said = (...points: readonly number[]) =>
    audit({
      ...input,
      inspections: points.map((one, index) => record(['城管局', '公安局'][index] ?? '', one)),
    }).warnings.map(({ code }) => code);
  expect(said(1, 2)).toEqual(['entry-differs']);
  expect(said(2, 2)).toEqual([]);
  expect(said(2)).toEqual([]);
});

it('gives a score of the points that count', () => {
  const left = held('设有热线电话: 否\n地形: 平原\n');
  expect(left.score).toMatchObject({ low: '5', max: '6' });
  if (left.scorecard === undefined) throw new Error('a scorecard');
  expect(tellScorecard({ ...left, scorecard: left.scorecard }, 'zh').total).toMatchObject({ max: '6' });
  expect(held('地形: 平原\n').score).toMatchObject({ max: '10' });
});

it('asks in its form what its rows ask, and offers 其他 only where the list is open', () => {
  const form = formYaml(buildForm([{ pack, level: 'township' }], 'township'), undefined, 'zh');
  expect(form).toMatch(/设有热线电话:/u);
  expect(form).toMatch(/从下拉清单中选一项\n.*山区、平原/u);
  expect(form).not.toContain('其他');
});

const OPEN_CARD = CARD.replace(
  /items:[\s\S]*/u,
  `items:
      - { id: answers, clause: "1", title: 回复率, points: 4, award: { share_of: { rate: answered, of: asked }, points: 4 } }
      - { id: sent, clause: "2", title: 报送, points: 6, deduct: [{ each: { late: sent, due: 2026-01-05, in: workdays }, points: 1 }, { points: 2, if: { hotline: no } }] }
calendar: { covers: 2025-01-01..2025-12-31, holidays: [], workdays: [] }
`,
);

it.each<[string, string, string]>([
  ['unknown: by name', '报送日期: 2025-12-01\n投诉件数: 4\n回复件数: 2\n', '1 项未申报——设有热线电话'],
  ['unknown: a rate of none', '报送日期: 2025-12-01\n投诉件数: 0\n回复件数: 0\n设有热线电话: 是\n', '1 项没有可计算的'],
  [
    'unknown: a day outside',
    '报送日期: 2026-02-01\n投诉件数: 4\n回复件数: 2\n设有热线电话: 是\n',
    '1 项日期超出评分表的日历',
  ],
])('says in its headline what it waits for, %s', (_, profile, open) => {
  const own = succeed(readScheme(succeed(readYaml('card.yaml', OPEN_CARD)), 'f'.repeat(64), common));
  const ownPack = packOfScheme(own, withWords(common, own));
  if (ownPack === undefined) throw new Error('a card with a standard');
  const subject = profileOf(profile, ownPack.vocabulary);
  const input = {
    profile: subject,
    level: 'township',
    pack: ownPack,
    scheme: own,
    asOf: '2026-06-01',
    warnings: [],
  } as const;
  expect(scoreText(audit(input), 'zh')).toContain(open);
});
