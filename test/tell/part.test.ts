import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/model/finding/finding.ts';
import { holds, type Part, partOf, strays } from '../../src/tell/audit/part.ts';
import { hasScorecard, tellScorecard } from '../../src/tell/scorecard.ts';
import { reported } from '../support/reports.ts';
import { sampleAudit } from '../support/sample.ts';
import { workedAudits } from '../support/worked.ts';

const AUDIT = sampleAudit();

const told = (asked: Partial<Part>): readonly string[] =>
  AUDIT.findings.filter(scored => holds(scored, AUDIT, partOf(asked))).map(({ finding }) => finding.rule.id);

const ALL = AUDIT.findings.map(({ finding }) => finding.rule.id);

describe('a part of an audit', () => {
  it.each<[string, Partial<Part>, readonly string[]]>([
    ['nothing asked for is all of it', {}, ALL],
    ['a rule', { rule: ['hall-area'] }, ['hall-area']],
    ['any of several rules', { rule: ['hall-area', 'screen'] }, ['hall-area', 'screen']],
    ['a clause, whatever the width of its brackets', { clause: ['第二条（一）'] }, ['hall-area']],
    ['what lies below a clause', { clause: ['第二条'] }, ['hall-area', 'counter-height', 'screen']],
    ['either clause of a rule that has two', { clause: ['第三条(四)'] }, ['counter-height']],
    ['a section by its title', { section: ['场地设施'] }, ['hall-area', 'counter-height', 'screen']],
    ['a section by its id', { section: ['premises'] }, ['hall-area', 'counter-height', 'screen']],
    ['an outcome', { outcome: ['fail'] }, ['hall-area']],
    ['what is both', { section: ['premises'], outcome: ['unknown'] }, ['counter-height', 'screen']],
    ['what is neither', { rule: ['hall-area'], outcome: ['pass'] }, []],
  ])('%s', (_, asked, ids) => expect(told(asked)).toEqual(ids));

  it('takes 1 for no part of 12', () => {
    const [scored] = AUDIT.findings;
    if (scored === undefined) throw new Error('no finding');
    const within = (clause: string): boolean => {
      const finding = { ...scored.finding, rule: { ...scored.finding.rule, clause: [clause] as const } };
      return holds({ ...scored, finding }, AUDIT, partOf({ clause: ['三(一)1'] }));
    };
    expect(['三(一)1', '三(一)1.2', '三(一)12', '三(二)1'].map(within)).toEqual([true, true, false, false]);
  });

  it('parts an audit by outcome into all of it', () =>
    expect(OUTCOMES.flatMap(outcome => told({ outcome: [outcome] })).sort()).toEqual([...ALL].sort()));

  it('names what nothing of an audit has', () => {
    const part = { rule: ['hall-area', 'nope'], clause: ['第九条'], section: ['premises'], outcome: [] };
    expect(strays(part, [AUDIT])).toEqual(['nope', '第九条']);
  });

  it('names what no row of a scorecard has either', () => {
    const [, audit] = workedAudits('hall')[0] ?? [];
    const [row] = audit?.scorecard?.result.items ?? [];
    if (audit === undefined || row === undefined) throw new Error('no scorecard');
    const part = { rule: [row.item, 'nope'], clause: [...row.clause, '第九条'], section: [row.section], outcome: [] };
    expect(strays(part, [{ ...audit, findings: [] }])).toEqual(['nope', '第九条']);
  });

  it('narrows the rows of a scorecard and not what they come to', () => {
    const [, audit] = workedAudits('hall')[0] ?? [];
    if (audit === undefined || !hasScorecard(audit)) throw new Error('no scorecard');
    const [row] = audit.scorecard.result.items;
    const [whole, part] = [undefined, partOf({ rule: [row?.item ?? ''] })].map(each =>
      tellScorecard(audit, 'zh', each),
    );
    expect(part?.sections.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([row?.item]);
    expect(part?.total).toEqual(whole?.total);
  });

  it('takes a row of which points are lost for failed, an open one for open, a whole one for passed', () => {
    const [, audit] = workedAudits('hall')[0] ?? [];
    if (audit === undefined || !hasScorecard(audit)) throw new Error('no scorecard');
    const items = audit.scorecard.result.items.filter(({ low, high }) => !low.excluded && !high.excluded);
    const rowsOf = (outcome: Part['outcome'][number]): readonly string[] =>
      tellScorecard(audit, 'zh', partOf({ outcome: [outcome] })).sections.flatMap(({ rows }) =>
        rows.map(({ id }) => id),
      );
    const settled = items.filter(({ low, high }) => low.points === high.points);
    const whole = settled.filter(({ low, max }) => low.points === max);
    const idsOf = (rows: typeof items): readonly string[] => rows.map(({ item }) => item);
    expect([rowsOf('pass'), rowsOf('fail'), rowsOf('unknown')]).toEqual([
      idsOf(whole),
      idsOf(settled.filter(row => !whole.includes(row))),
      idsOf(items.filter(row => !settled.includes(row))),
    ]);
    expect([whole.length > 0, settled.length > whole.length]).toEqual([true, true]);
  });
});

describe.each(['terminal', 'html', 'markdown', 'csv'] as const)('%s of a part', format => {
  it('tells it, says that it is one, and leaves the score alone', async () => {
    const part = partOf({ rule: ['hall-area'] });
    const [whole, narrow] = [await reported(format, [AUDIT]), await reported(format, [AUDIT], { part })];
    expect(narrow).toContain('只列出一部分（规则 hall-area）：6 条中的 1 条');
    expect(narrow).toContain('办事大厅面积');
    expect(narrow).not.toContain('第三条(二)');
    expect(whole).not.toContain('只列出一部分');
    if (format !== 'csv') expect(narrow).toContain(AUDIT.score?.low);
  });
});

it.each(['json', 'sarif', 'junit', 'tap', 'github', 'gitlab'] as const)(
  '%s tells all, as its readers count',
  async format =>
    expect(await reported(format, [AUDIT], { part: partOf({ rule: ['hall-area'] }) })).toBe(
      await reported(format, [AUDIT]),
    ),
);
