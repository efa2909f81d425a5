import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { isNonEmpty } from '../../src/model/base/text.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import { indexVocabulary } from '../../src/model/standard/vocabulary.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import type { WordedResult as Result } from '../../src/report/result/words.ts';
import { applyWaivers } from '../../src/score/waive.ts';
import { verdictText } from '../../src/words/scoring/score.ts';
import { sampleCentres } from '../support/centres.ts';
import { succeed } from '../support/inline.ts';
import { byId, type Element, hasClass, parsed, rowsOf, select, skeleton, textOf, trimmed } from '../support/markup.ts';
import {
  expectHeadingsInOrder,
  expectLandmarks,
  expectReferencesToHold,
  expectSelfContained,
  HOSTILE,
  HOSTILE_SHOWN,
  policyOf,
} from '../support/pages.ts';
import { reported } from '../support/reports.ts';
import { sampleAudit } from '../support/sample.ts';

let luoshan: Audit;
let taojiang: Audit;

beforeAll(async () => {
  [luoshan, taojiang] = await sampleCentres();
});

const resultOf = async (one: Audit): Promise<Result> => JSON.parse(await reported('json', [one])) as Result;

const made = new Map<string, readonly [readonly Audit[], Promise<readonly [Element, string]>]>();

const makePage = async (audits: readonly Audit[], lang: 'zh' | 'en'): Promise<readonly [Element, string]> => {
  const text = await reported('html', audits, { lang });
  return [parsed(text), text];
};

/** The last of its language again where it is asked for of the same audits. */
const pageOf = (audits: readonly Audit[], lang: 'zh' | 'en' = 'zh'): Promise<readonly [Element, string]> => {
  const [before, known] = made.get(lang) ?? [];
  if (known !== undefined && before?.length === audits.length && audits.every((audit, at) => audit === before[at]))
    return known;
  const page = makePage(audits, lang);
  made.set(lang, [audits, page]);
  return page;
};

const tableOf = (page: Element, name: string): Element => select(page, `.${name}`)[0] as Element;

/** A scorecard for the sample centre: a row that loses points, one that is open, and a veto. */
const TABLE = `
kind: scorecard
id: sample-table
title: { zh: 样例评分表, en: Sample table }
total: 10
places: 1
rounding: down
floor: 0
cap: none
item_floor: 0
not_checked: leave_out
evidence: { undeclared: open }
sections:
  - id: main
    title: { zh: 场地, en: Premises }
    points: 10
    items:
      - { id: area, clause: 一, title: { zh: 大厅面积, en: Area }, points: 6, deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 10 m², steps: started, points: 0.5 } }
      - { id: notices, clause: 二, title: { zh: 公示, en: Notices }, points: 4, deduct: { points: 3, unless: { hall.notices: yes } } }
vetoes: [{ id: bank, title: { zh: 银行, en: Bank }, if: { hall.bank: yes }, effect: zero }]
grades:
  - { id: A, label: { zh: 优, en: A }, at_least: 8 }
  - { id: B, label: { zh: 差, en: B } }
`;

const scorecardAudit = (): Audit => {
  const { profile, level, pack, asOf, warnings } = sampleAudit();
  const node = succeed(readYaml('table.yaml', TABLE));
  const scheme = succeed(readScheme(node, '3'.repeat(64), pack.vocabulary));
  return audit({ profile, level, pack, scheme, asOf, warnings });
};

const WAIVER: Waiver = {
  rule: 'hall-area',
  center: 'profile.yaml',
  items: [],
  reason: '正在扩建 <b>二期</b>',
  requestedBy: '甲',
  approvedBy: '乙',
  validFrom: '2024-01-01',
  validThrough: '2024-12-31',
  evidence: ['批复〔2024〕3号'],
  location: { file: 'waivers.yaml', line: 1, column: 1 },
};

const both = (text: string) => ({ zh: text, en: text });

const inEach = <T extends readonly unknown[]>(items: T, change: (item: T[number]) => T[number]): T =>
  items.map(change) as unknown as T;

/** The same audit with everything that people type replaced by text that wants to come alive. */
const poisoned = (audit: Audit): Audit => {
  const { vocabulary } = audit.pack;
  const labelled = <T extends { label: unknown }>(item: T): T => ({ ...item, label: both(HOSTILE) });
  const pack: Pack = {
    ...audit.pack,
    id: HOSTILE,
    title: both(HOSTILE),
    document: { title: HOSTILE, number: HOSTILE, issuer: both(HOSTILE) },
    sections: inEach(audit.pack.sections, section => ({ ...section, clause: HOSTILE, title: both(HOSTILE) })),
    notes: [both(HOSTILE)],
    levels: { township: both(HOSTILE) },
    vocabulary: indexVocabulary({
      themes: vocabulary.themes.map(labelled),
      facts: vocabulary.facts.map(labelled),
      lists: vocabulary.lists.map(list => ({ ...labelled(list), terms: list.terms.map(labelled) })),
    }),
  };
  const findings = audit.findings.map(scored => ({
    ...scored,
    finding: {
      ...scored.finding,
      rule: {
        ...scored.finding.rule,
        clause: [HOSTILE] as const,
        title: both(HOSTILE),
        remedy: both(HOSTILE),
        note: both(HOSTILE),
        verify: both(HOSTILE),
      },
    },
  }));
  const center = { name: HOSTILE, county: HOSTILE, township: `${HOSTILE}乡` };
  return {
    ...audit,
    pack,
    findings,
    profile: { ...audit.profile, path: HOSTILE, center },
    scheme: { ...audit.scheme, id: HOSTILE, title: both(HOSTILE), grades: inEach(audit.scheme.grades, labelled) },
  };
};

describe('the page of a centre', () => {
  it.each(['zh', 'en'] as const)('is well built: landmarks, headings, labels, references (%s)', async lang => {
    // One centre and several, with much to tell and little, in either language.
    const fine = sampleAudit('hall.area: 300');
    for (const audits of lang === 'zh'
      ? [[luoshan], [sampleAudit(), taojiang]]
      : [[taojiang], [sampleAudit(), fine], [fine]]) {
      const [page, text] = await pageOf(audits, lang);
      expect(select(page, 'html')[0]?.attributes.lang).toBe(lang === 'zh' ? 'zh-CN' : 'en');
      expectLandmarks(page);
      expectHeadingsInOrder(page);
      expectReferencesToHold(page);
      expectSelfContained(page, text);
    }
  });

  it('lets in no style or script but its own', async () => {
    const [page, text] = await pageOf([luoshan]);
    const digest = (name: string): string => {
      const [, own = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 'su').exec(text) ?? [];
      return `'sha256-${createHash('sha256').update(own).digest('base64')}'`;
    };
    expect(policyOf(page)).toBe(
      `default-src 'none'; style-src ${digest('style')}; script-src ${digest('script')}; base-uri 'none'; form-action 'none'`,
    );
  });

  it('is the same to the byte each time', async () => {
    expect(await reported('html', [luoshan])).toBe(await reported('html', [luoshan]));
  });

  it('says the verdict, the score and its range before all else', async () => {
    const [page] = await pageOf([luoshan]);
    const { low = '', high = '', grade } = luoshan.score ?? {};
    const said = trimmed(select(page, '.chapter')[0] as Element);
    expect(said).toContain(`结论 ${verdictText(luoshan, 'zh')} 得分${low} 可达 ${high} 满分 100`);
    expect(said).toContain(`共 ${grade?.decidedBy.length} 项`);
    const [earned, open, lost] = select(select(page, '.legend')[0] as Element, 'b').map(each => Number(trimmed(each)));
    expect([earned, (earned ?? 0) + (open ?? 0) + (lost ?? 0)]).toEqual([Number(low), 100]);
  });

  it('has the numbers of the result', async () => {
    for (const audit of [luoshan, taojiang]) {
      const [page] = await pageOf([audit]);
      const result = await resultOf(audit);
      const { pass, fail, unknown, notApplicable, total } = result.counts;
      expect(rowsOf(tableOf(page, 'counts')).at(-1)).toEqual(
        ['合计', pass, fail, unknown, notApplicable, total].map(String),
      );
      const sums = rowsOf(tableOf(page, 'sums'));
      expect(sums.slice(0, -1).map(row => row.slice(-3).map(Number))).toEqual(
        result.sections
          .filter(({ id }) => result.findings.some(({ section }) => section === id))
          .map(({ low, high, max }) => [low, high, max]),
      );
      const { points } = result.score ?? { points: { low: 0, high: 0, max: 0 } };
      expect(sums.at(-1)?.slice(-3).map(Number)).toEqual([points.low, points.high, points.max]);
      const ledger = select(tableOf(page, 'ledger'), 'tr').filter(row => select(row, 'a').length > 0);
      expect(ledger).toHaveLength(total);
      for (const finding of result.findings) {
        const row = ledger.find(each => select(each, 'a')[0]?.attributes.href === `#rule-${finding.rule}`) as Element;
        const { low, high, max } = finding.points;
        expect(
          rowsOf({ name: 'tbody', attributes: {}, children: [row] })[0]
            ?.slice(-3)
            .map(Number),
        ).toEqual([low, high, max]);
      }
    }
  });

  it('can be added up again by hand', async () => {
    const [page] = await pageOf([luoshan]);
    const bodies = select(tableOf(page, 'ledger'), 'tbody');
    const add = (rows: readonly (readonly string[])[]): readonly number[] =>
      [-3, -2, -1].map(column => rows.reduce((sum, row) => sum + Number(row.at(column)), 0));
    const parts = bodies.slice(0, -1).map(body => rowsOf(body).slice(1));
    for (const part of parts) expect(add(part.slice(0, -1))).toEqual(part.at(-1)?.slice(-3).map(Number));
    const total = rowsOf(bodies.at(-1) as Element)[0]
      ?.slice(-3)
      .map(Number);
    expect(add(parts.map(part => part.at(-1) ?? []))).toEqual(total);
    expect(textOf(page)).toContain(`得分 ${total?.[0]} ÷ ${total?.[2]} × 100 = ${luoshan.score?.low}`);
  });

  it('shows every finding once, by section, with all that is to be said of it', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const [page] = await pageOf([luoshan], lang);
      const result = await resultOf(luoshan);
      const items = select(page, '.finding');
      expect(items.map(({ attributes }) => attributes.id).sort()).toEqual(
        result.findings.map(({ rule }) => `rule-${rule}`).sort(),
      );
      for (const finding of result.findings) {
        const item = items.find(({ attributes }) => attributes.id === `rule-${finding.rule}`) as Element;
        const text = trimmed(item);
        expect(hasClass(item, finding.outcome)).toBe(true);
        expect(text).toContain(trimmed({ name: '', attributes: {}, children: [finding.title[lang]] }));
        expect(text).toContain(finding.clause.join(' / '));
        expect(text).toContain(finding.expected[lang]);
        if (finding.outcome === 'fail') {
          expect(text).toContain(finding.actual[lang]);
          expect(text).toContain(finding.shortfall?.[lang]);
          expect(text).toContain(finding.remedy[lang]);
        }
      }
    }
  });

  it('tells outcomes by shape and word, not by colour alone', async () => {
    const [page] = await pageOf([luoshan]);
    for (const item of select(page, '.finding')) {
      const [outcome] = select(item, '.outcome');
      expect(trimmed(outcome as Element)).not.toBe('');
      expect(select(outcome as Element, 'use')[0]?.attributes.href).toBe(`#mark-${item.attributes['data-outcome']}`);
    }
  });

  it('lists what to ask by points at stake', async () => {
    const [page] = await pageOf([sampleAudit()]);
    expect(rowsOf(tableOf(page, 'asks')).map(row => row.slice(0, 4))).toEqual([
      ['1', '公示内容及时更新（未申报）', '2', '第三条(二) 公示更新（应当）'],
      ['2', '2号台 台面高度（未申报）', '1', '第二条(二) / 第三条(四) 工作台高度（宜）'],
      ['3', '电子显示屏（未申报）', '0', '第二条(三) 电子显示屏（可）'],
    ]);
    const [real] = await pageOf([luoshan]);
    const stakes = rowsOf(tableOf(real, 'asks')).map(row => Number(row[2]));
    expect(stakes).toEqual(stakes.toSorted((a, b) => b - a));
  });

  it('shows what it rests on, to the byte', async () => {
    const [page] = await pageOf([luoshan]);
    const digests = rowsOf(tableOf(page, 'digests'));
    const { profile, pack, scheme } = luoshan;
    expect(digests.map(row => row[2])).toEqual([profile.sha256, pack.sha256, scheme.sha256, '']);
  });

  it('keeps text that wants to come alive as text', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const plain = await reported('html', [sampleAudit()], { lang });
      const text = await reported('html', [poisoned(sampleAudit())], { lang });
      const [clean, page] = [parsed(plain), parsed(text)];
      const own = (source: string): string => /<script>.*<\/script>/su.exec(source)?.[0] ?? '';
      expect(own(text)).toBe(own(plain));
      expect(policyOf(page)).toBe(policyOf(clean));
      const kinds = (tree: Element): readonly string[] => [...new Set(skeleton(tree).split('\n'))].sort();
      expect(kinds(page).filter(kind => !kinds(clean).includes(kind))).toEqual([]);
      expectSelfContained(page, text.replaceAll('javascript:', ''));
      expectReferencesToHold(page);
      expect(trimmed(select(page, 'h1')[0] as Element)).toBe(
        trimmed({ name: '', attributes: {}, children: [HOSTILE_SHOWN] }),
      );
      expect(text).not.toContain('\u202e');
    }
  });

  it('works a scorecard out row by row', async () => {
    const [page, text] = await pageOf([scorecardAudit()]);
    expectReferencesToHold(page);
    expectHeadingsInOrder(page);
    expectSelfContained(page, text);
    expect(rowsOf(tableOf(page, 'scoring'))).toEqual([
      ['场地'],
      ['一', '大厅面积', '16㎡ ÷ 每 10㎡（不足按一档）= 2 × 0.5 分 = −16 − 1 = 5', '5', '5', '6'],
      ['二', '公示', '得分：“公示内容及时更新”为“否” = −34 − 3 = 1可达：不失分待查：公示内容及时更新', '1', '4', '4'],
      ['小计', '6', '9', '10'],
      ['样例评分表', '6', '9', '10'],
    ]);
    expect(trimmed(select(page, '.legend')[0] as Element)).toBe(
      '已得 6.0未定 3.0（1 项未申报——公示内容及时更新）已失 1.0',
    );
    expect(rowsOf(tableOf(page, 'asks'))[0]?.slice(0, 3)).toEqual(['1', '公示内容及时更新（未申报）', '3']);
  });

  it('keeps what is waived in sight, with who granted it and the score without', async () => {
    const [page] = await pageOf([applyWaivers(sampleAudit(), [WAIVER])]);
    const item = byId(page, 'rule-hall-area');
    expect(hasClass(item, 'fail')).toBe(true);
    expect(trimmed(item)).toContain('已豁免，不计分');
    expect(trimmed(item)).toContain(
      '正在扩建 <b>二期</b>；申请：甲；批准：乙；至 2024-12-31 止；依据：批复〔2024〕3号',
    );
    expect(textOf(page)).toContain('1 条已豁免，不计入得分；不计豁免得分 28.5');
  });

  it('says that nothing counted instead of giving a score', async () => {
    const nothing: Audit = { ...sampleAudit(), findings: [] };
    const { score: _, ...unscored } = nothing;
    const [page] = await pageOf([{ ...unscored, counts: { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 } }]);
    expect(textOf(page)).toContain('没有可计分的条目');
    expect(select(page, '.score-bar')).toEqual([]);
  });

  it('puts several centres one after the other under a list of them', async () => {
    const [page] = await pageOf([luoshan, taojiang]);
    expect(rowsOf(tableOf(page, 'centres')).map(row => row.slice(0, 4))).toEqual([
      ['青石坳镇便民服务中心', '不达标', luoshan.score?.low, luoshan.score?.high],
      ['桃江县竹溪坪乡便民服务中心', '不达标', taojiang.score?.low, taojiang.score?.high],
    ]);
    expect(select(page, 'article')).toHaveLength(2);
    expect(select(page, 'form')).toHaveLength(1);
  });

  it('names files that could not be audited, with every reason', async () => {
    const location = { file: '坏的.yaml', line: 3, column: 7 };
    const problems = [{ code: 'empty-file', location }] as never[];
    if (!isNonEmpty(problems)) throw new Error('no problems');
    const text = await reported('html', [], { rejected: [{ file: '坏的.yaml', problems }] });
    const page = parsed(text);
    expectReferencesToHold(page);
    expect(trimmed(select(page, '.chapter-rejected')[0] as Element)).toContain('坏的.yaml');
  });
});
