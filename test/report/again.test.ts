import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { auditInputs, type StreamOptions } from '../../src/audit/inputs.ts';
import { compareAudit } from '../../src/change/baseline.ts';
import { openSettings } from '../../src/cli/audit/settings.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { missingIn } from '../../src/model/finding/finding.ts';
import { fingerprintOf } from '../../src/model/finding/fingerprint.ts';
import { LEVELS } from '../../src/model/profile/profile.ts';
import { isReportName, OF_PROFILES, REPORTS, type ReportName } from '../../src/report/index.ts';
import { profileMaker } from '../bench/profiles.ts';
import { again, type Manner } from '../support/again.ts';
import { succeed } from '../support/inline.ts';
import { inspectedAudit } from '../support/inspected.ts';
import { onPaper } from '../support/papers.ts';
import { reported } from '../support/reports.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

const MANNERS: readonly Manner[] = ['brief', 'worded'];

const settings = succeed(await openSettings({ scheme: 'default', asOf: '2026-11-20' }));

const packs = (await Promise.all(settings.library.packIds().map(id => settings.library.pack(id)))).map(succeed);

const binding = packs.flatMap(pack =>
  LEVELS.filter(level => pack.levels[level] !== undefined).map(level => ({ pack, level, name: `${pack.id} ${level}` })),
);

const auditsOf = async (
  inputs: readonly { readonly file: string; readonly text?: string }[],
  more: Partial<StreamOptions> = {},
): Promise<readonly Audit[]> => {
  const found: Audit[] = [];
  const { library, vocabulary, stream } = settings;
  const sources = inputs.map(({ file, text }) => ({
    file,
    ...(text !== undefined && { content: { ok: true as const, value: Buffer.from(text), warnings: [] } }),
  }));
  for await (const event of auditInputs(sources, library, vocabulary, { ...stream, ...more }))
    if (event.kind === 'audit') found.push(event.audit);
  return found;
};

/** Where a term of a list stands, and what nobody asks of a check or a record, is not told by a result. */
const UNTOLD = new Set(['pack', 'scheme', 'profile', 'asked', 'found', 'compared', 'rule', 'if', 'list', 'facts']);

/** Kept in a result, and reckoned in a new audit. */
const fingerprints = ({ findings, profile }: Audit): readonly string[] =>
  findings.map(({ finding }) => fingerprintOf(finding, profile));

const told = (audit: Audit): unknown =>
  JSON.parse(
    JSON.stringify(audit, (key, value) => {
      if (UNTOLD.has(key) || key === 'fingerprint') return undefined;
      // A result names all that is missing in one list.
      if (key === 'finding' && value.outcome === 'unknown')
        return { ...value, gaps: missingIn(value), besides: undefined };
      if (key === 'terms') return value.map(({ code }: { code: string }) => code);
      return key === 'items' && Array.isArray(value) ? value.map(one => one.key ?? one) : value;
    }),
  );

const expectAgain = (audit: Audit): void => {
  const was = told(audit);
  for (const manner of MANNERS) {
    const made = again(audit, manner);
    // Told at length only where there is something to tell.
    if (!isDeepStrictEqual(told(made), was)) expect(told(made)).toEqual(was);
    expect(fingerprints(made)).toEqual(fingerprints(audit));
  }
};

describe('a result and the texts of its pack are the audit again', () => {
  it.each(WORKED)('under the scorecard %s', name => {
    for (const [, audit] of workedAudits(name)) expectAgain(audit);
  });

  it.each(binding)('under $name', async ({ pack, level }) => {
    const make = profileMaker(pack, level);
    const inputs = Array.from({ length: 4 }, (_, number) => ({
      file: `报送/${number}号 "表".json`,
      text: JSON.stringify(make(number), null, number % 2),
    }));
    const audits = await auditsOf(inputs, { packs: [pack.id] });
    expect(audits.length).toBe(inputs.length);
    audits.forEach(expectAgain);
  });

  it.each(['not-in-force', 'not-yet-due'] as const)('where a rule is %s on the day', kind => {
    const audit = sampleAudit();
    const [first, ...rest] = audit.findings;
    if (first === undefined) throw new Error('an audit without a finding');
    const { rule } = first.finding;
    const reason = { kind, date: '2025-06-30', asOf: audit.asOf } as const;
    expectAgain({ ...audit, findings: [{ ...first, finding: { rule, outcome: 'not-applicable', reason } }, ...rest] });
  });

  it('where a figure is none that a JSON number is exactly', () => {
    const audit = sampleAudit('hall.area: 184');
    const [first, ...rest] = audit.findings;
    if (first?.finding.outcome !== 'fail') throw new Error('184 m² are too little');
    const value = { type: 'quantity', amount: '184.00000000000000000001', unit: 'm²' } as const;
    const finding = { ...first.finding, grounds: [{ ...first.finding.grounds[0], value }] as const };
    expectAgain({ ...audit, findings: [{ ...first, finding }, ...rest] });
  });
});

const waived = await auditsOf([{ file: 'fixtures/ci/submissions/hetan.yaml' }], {
  ...succeed(await openSettings({ pack: ['luan-2022'], waivers: ['fixtures/ci/waivers.yaml'], asOf: '2026-11-20' }))
    .stream,
});

/** What nobody else makes of results that are kept: of one centre, a table, a workbook and waivers `render` is held to it by test/cli/results. */
const cases: readonly (readonly [string, readonly Audit[]])[] = [
  ['a centre', [sampleAudit()]],
  [
    'an earlier result',
    waived.map(audit => compareAudit(audit, [{ audit, tool: PLAIN.tool, at: audit.profile.root }])),
  ],
  ['records of inspections', [inspectedAudit()]],
  ...WORKED.map(
    name =>
      [
        `the scorecard ${name}`,
        workedAudits(name)
          .slice(0, 2)
          .map(([, audit]) => audit),
      ] as const,
  ),
];

/** All but the one that is written into the submitter's own workbook, which a result does not hold. */
const FORMATS = Object.keys(REPORTS)
  .filter(isReportName)
  .filter(format => !OF_PROFILES.includes(format));

describe.each(cases)('a kept result gives every report again, to the byte: %s', (name, audits) => {
  const kept = audits.map(audit => again(audit, 'brief'));

  const expectSame = async (format: ReportName): Promise<void> => {
    expect(audits.length).toBeGreaterThan(0);
    for (const lang of ['zh', 'en'] as const) {
      const was = await reported(format, audits, { lang, all: true });
      expect((await reported(format, kept, { lang, all: true })) === was, lang).toBe(true);
    }
  };

  it.each(FORMATS)('%s', format => (name === 'a centre' ? expectSame(format) : onPaper(() => expectSame(format))));
});
