import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/audit/gate.ts';
import { compareAudit } from '../../src/change/baseline.ts';
import { loadResults } from '../../src/index.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { succeed } from '../support/inline.ts';
import { reported } from '../support/reports.ts';
import { sampleAudit } from '../support/sample.ts';

const PROFILE = `
hall.area: 184
hall.bank: 否
hall.notices: 是
counters:
  - { name: 1号台, height: 70cm }
  - { name: 2号台, height: 90cm }
windows: [信访窗口, 社保窗口]
`;

const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));

const earlierOf = async (audits: readonly Audit[], format: 'json' | 'jsonl' = 'json') => {
  const file = join(folder, `before.${format}`);
  writeFileSync(file, await reported(format, audits));
  return succeed(await loadResults(file));
};

const before = await earlierOf([sampleAudit(PROFILE)]);

const changes = (profile: string) =>
  Object.fromEntries(
    compareAudit(sampleAudit(profile), before).findings.map(({ finding, change }) => [finding.rule.id, change]),
  );

const gate = (profile: string, failOn: 'must' | 'should' = 'should', minScore?: number) =>
  judge(compareAudit(sampleAudit(profile), before), { failOn, ...(minScore !== undefined && { minScore }) }).verdict;

describe('held against an earlier result', () => {
  it('what was amiss then is unchanged, what was in order says nothing', () => {
    expect(changes(PROFILE)).toEqual({
      'hall-area': 'unchanged',
      'counter-height': 'unchanged',
      screen: 'unchanged',
      windows: 'unchanged',
      notices: undefined,
      'bank-alarm': undefined,
    });
    expect(gate(PROFILE)).toBe('passed');
  });

  it.each([
    ['a wider gap', '184', '150', 'hall-area', 'worse', 'failed'],
    ['a narrower gap', '184', '190', 'hall-area', 'unchanged', 'passed'],
    ['the same gap in another unit', '70cm', '0.7m', 'counter-height', 'unchanged', 'passed'],
    ['nothing amiss any more', '184', '200', 'hall-area', 'resolved', 'passed'],
    ['a figure withdrawn', '184', '不详', 'hall-area', 'incomparable', 'undecided'],
    ['a rule that no longer applies', 'hall.notices: 是', 'hall.notices: 否', 'notices', 'new', 'failed'],
    ['what was declared and is no longer', 'hall.notices: 是', 'hall.notices: 不详', 'notices', 'new', 'undecided'],
    [
      'one counter mended and another spoilt',
      '1号台, height: 70cm }\n  - { name: 2号台, height: 90cm',
      '1号台, height: 90cm }\n  - { name: 2号台, height: 70cm',
      'counter-height',
      'worse',
      'failed',
    ],
    ['one window opened and another closed', '信访窗口, 社保窗口', '信访窗口, 农机窗口', 'windows', 'worse', 'failed'],
    ['one more window missing', '信访窗口, 社保窗口', '信访窗口', 'windows', 'worse', 'failed'],
  ])('%s', (_, was, is, rule, change, verdict) => {
    const profile = PROFILE.replace(was, is);
    expect(changes(profile)[rule]).toBe(change);
    expect(gate(profile)).toBe(verdict);
  });

  it('of a centre that it does not have all is new', async () => {
    const audit = sampleAudit(PROFILE);
    const other = { ...audit, profile: { ...audit.profile, path: 'other.yaml' } };
    const open = compareAudit(other, before).findings.filter(({ finding }) =>
      ['fail', 'unknown'].includes(finding.outcome),
    );
    expect(open.map(({ change }) => change)).toEqual(open.map(() => 'new'));
  });

  it('a rule that it does not have cannot be compared, and stands in the way', () => {
    const without = before.map(kept => ({
      ...kept,
      audit: {
        ...kept.audit,
        findings: kept.audit.findings.filter(({ finding }) => finding.rule.id !== 'hall-area'),
      },
    }));
    const audit = compareAudit(sampleAudit(PROFILE), without);
    expect(audit.findings.find(({ finding }) => finding.rule.id === 'hall-area')?.change).toBe('incomparable');
    expect(judge(audit, { failOn: 'must' }).verdict).toBe('failed');
  });

  it('a low score stands in the way only when it has sunk', () => {
    expect(gate(PROFILE, 'must', 99)).toBe('passed');
    expect(
      gate(
        PROFILE.replace('hall.notices: 是', 'hall.notices: 否').replace('信访窗口, 社保窗口', '信访窗口, 社保窗口'),
        'must',
        99,
      ),
    ).toBe('failed');
  });
});

it('is read from one result, several, or one a line', async () => {
  const audits = [sampleAudit(PROFILE), sampleAudit()];
  expect(await earlierOf(audits.slice(0, 1))).toHaveLength(1);
  expect(await earlierOf(audits)).toHaveLength(2);
  expect(await earlierOf(audits, 'jsonl')).toHaveLength(2);
});

it.each([
  ['not JSON', 'hello', 'not-a-result'],
  ['another JSON', '{"a":1}', 'not-a-result'],
  ['a result of an earlier kind', '{"schemaVersion":"1.0.0"}', 'result-version'],
])('refuses %s', async (_, text, code) => {
  const file = join(folder, 'other.json');
  writeFileSync(file, text);
  const read = await loadResults(file);
  expect(read.ok ? [] : read.problems.map(problem => problem.code)).toEqual([code]);
});
