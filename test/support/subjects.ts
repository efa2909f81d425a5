import { frameOf, rowOf } from '../../src/batch/summary/row.ts';
import { problem } from '../../src/model/base/problem.ts';
import { both } from '../../src/model/base/text.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { FrameSummary, RosterState, Summary } from '../../src/model/result/summary.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { applyWaivers } from '../../src/score/waive.ts';
import { sampleSummary, summarize } from './batches.ts';
import { inspectedAudit } from './inspected.ts';
import { sampleAudit } from './sample.ts';
import { workedAudits } from './worked.ts';

const at = (line: number, file = 'a.yaml') => ({ file, line, column: 1 });

export const QUOTES = [{ clause: '第二条', text: '大厅不小于二百平方米。' }] as never;

const waiver: Waiver = {
  ...{
    rule: 'hall-area',
    center: 'profile.yaml',
    items: [],
    reason: '新大厅在建',
    requestedBy: '甲',
    approvedBy: '乙',
  },
  ...{ validFrom: '2024-01-01', validThrough: '2024-12-31', evidence: ['批复'], location: at(2, 'waivers.yaml') },
};

const FAILED = `hall.area: 184
hall.notices: 否
hall.bank: 是
hall.screen: 否
counters: [{ name: 1号台, height: 1.2m }, { name: 2号台, height: 70 cm }]
windows: [信访窗口]
`;

const failed = (): Audit => {
  const audit = sampleAudit(FAILED);
  return {
    ...applyWaivers(audit, [waiver]),
    pack: {
      ...audit.pack,
      status: 'draft',
      notes: [both('按文件第二条', 'By article two'), both('另见附件', 'See the annex')],
    },
    warnings: [problem('provisional', at(1), { count: 1 }), problem('cell-error', at(3), { found: '#REF!' })],
  };
};

const center = (name: string, more = {}) => ({ level: 'township' as const, name, county: '样例县', ...more });

const absent = (name: string, state: RosterState, arrived?: string) => ({
  ...{ center: center(name, { township: `${name}乡` }), location: at(4, 'roster.csv'), state },
  ...(arrived !== undefined && { arrived: at(1, arrived) }),
});

const rostered = (): Summary => ({
  ...sampleSummary(24),
  counts: { documents: 30, audited: 24, rejected: 3, superseded: 1 },
  roster: {
    expected: 31,
    missing: [
      ...[absent('甲', 'not-submitted'), absent('乙', 'not-submitted')],
      ...[
        absent('丙', 'unreadable', '丙.xlsx'),
        absent('丁', 'rejected', '丁.yaml'),
        absent('戊', 'set-aside', '戊.yaml'),
      ],
    ],
    unlisted: [{ center: center('己'), location: at(1, '己.yaml') }],
    unclaimed: [at(1, '不明.pdf')],
  },
});

/** Problems of each kind of treatment, of which some are left out. */
export const REJECTED = {
  problems: (['rejected', 'superseded', 'noted', 'broken'] as const).map((kind, index) => ({
    ...{
      kind,
      file: `${index}.yaml`,
      code: 'x',
      message: both('读不出', 'cannot be read'),
      location: at(index + 1, `${index}.yaml`),
    },
    ...(index > 0 && { center: center('庚') }),
  })),
  total: 5,
};

/** Centres of two counties, one without a score and some tied, in a standard beside another. */
const several = (): Summary => {
  const summary = sampleSummary(9);
  const frames = summary.frames.map(
    (frame): FrameSummary => ({
      ...frame,
      centers: frame.centers.map((one, index) => ({
        ...one,
        row: { ...one.row, center: { ...one.row.center, county: index % 2 === 0 ? '东县' : '西县' }, gate: 'failed' },
      })),
    }),
  );
  const held = sampleSummary(3).frames.map(frame => ({ ...frame, centers: [] }));
  return { ...summary, frames: [...frames, ...held] };
};

const carded = (name: string): Summary => {
  const audits = workedAudits(name).map(([, audit]) => audit);
  const [first] = audits;
  if (first === undefined) throw new Error('no case');
  const frame = { ...frameOf(first.pack, first.level, first.scheme), rules: [] };
  const rows = audits.slice(0, 6).map((audit, number) => ({
    ...rowOf(audit, frame, 'passed'),
    ...{ outcomes: '', center: center(`${number}号镇中心`, { township: `${number}号镇` }) },
  }));
  return summarize(rows, [frame], '2024-05-01', { documents: 6, audited: 6, rejected: 0, superseded: 0 });
};

const workedCase =
  (name: string, index: number): (() => Audit) =>
  () => {
    const [, audit] = workedAudits(name)[index] ?? [];
    if (audit === undefined) throw new Error('no case');
    return audit;
  };

/** Audits between them of every outcome, waived and not, by rules and by rows, declared and inspected. */
export const AUDITS = {
  audit: sampleAudit,
  'audit-failed': failed,
  'audit-inspected': inspectedAudit,
  'scorecard-hall': workedCase('hall', 0),
  'scorecard-star': workedCase('star', 1),
  'scorecard-monthly': workedCase('monthly', 2),
} satisfies Readonly<Record<string, () => Audit>>;

/** Batches with a roster, of several standards, and by a scorecard alone. */
export const SUMMARIES = {
  summary: rostered,
  'summary-several': several,
  'summary-star': () => carded('star'),
} satisfies Readonly<Record<string, () => Summary>>;
