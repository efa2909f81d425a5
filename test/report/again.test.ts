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
import { again } from '../support/again.ts';
import { some } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';
import { inspectedAudit } from '../support/inspected.ts';
import { onPaper } from '../support/papers.ts';
import { reported } from '../support/reports.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

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

/** Of several alike each is written in one manner, by turns. */
const expectEach = (audits: readonly Audit[]): void =>
  audits.forEach((audit, at) => {
    const manner = at % 2 === 0 ? 'brief' : 'worded';
    const [was, made] = [told(audit), again(audit, manner)];
    // Told at length only where there is something to tell.
    if (!isDeepStrictEqual(told(made), was)) expect(told(made), manner).toEqual(was);
    expect(fingerprints(made), manner).toEqual(fingerprints(audit));
  });

describe('a result and the texts of its pack are the audit again', () => {
  it.each(WORKED)('under the scorecard %s', name => {
    expectEach(workedAudits(name).map(([, audit]) => audit));
  });

  it.each(binding)('under $name', async ({ pack, level }) => {
    const make = profileMaker(pack, level);
    const inputs = Array.from({ length: 2 }, (_, number) => ({
      file: `报送/${number}号 "表".json`,
      text: JSON.stringify(make(number), null, number),
    }));
    const audits = await auditsOf(inputs, { packs: [pack.id] });
    expect(audits.length).toBe(inputs.length);
    expectEach(audits);
  });

  it.each(['not-in-force', 'not-yet-due'] as const)('where a rule is %s on the day', kind => {
    const audit = sampleAudit();
    const [first, ...rest] = audit.findings;
    if (first === undefined) throw new Error('an audit without a finding');
    const { rule } = first.finding;
    const reason = { kind, date: '2025-06-30', asOf: audit.asOf } as const;
    const made = {
      ...audit,
      findings: [{ ...first, finding: { rule, outcome: 'not-applicable', reason } }, ...rest],
    } as const;
    expectEach([made, made]);
  });

  it('where a figure is none that a JSON number is exactly', () => {
    const audit = sampleAudit('hall.area: 184');
    const [first, ...rest] = audit.findings;
    if (first?.finding.outcome !== 'fail') throw new Error('184 m² are too little');
    const value = { type: 'quantity', amount: '184.00000000000000000001', unit: 'm²' } as const;
    const finding = { ...first.finding, grounds: [{ ...first.finding.grounds[0], value }] as const };
    const made = { ...audit, findings: [{ ...first, finding }, ...rest] };
    expectEach([made, made]);
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

/** In either language by turns: each case in both, and each format. */
describe.each(cases.map((one, at) => [...one, at] as const))(
  'a kept result gives every report again, to the byte: %s',
  (name, audits, at) => {
    const kept = audits.map(audit => again(audit, 'brief'));

    const expectSame = async (format: ReportName): Promise<void> => {
      expect(audits.length).toBeGreaterThan(0);
      const lang = (at + FORMATS.indexOf(format)) % 2 === 0 ? 'zh' : 'en';
      const was = await reported(format, audits, { lang, all: true });
      expect((await reported(format, kept, { lang, all: true })) === was, lang).toBe(true);
    };

    const card = WORKED.findIndex(one => name === `the scorecard ${one}`);
    const turned = [...FORMATS.slice(card), ...FORMATS.slice(0, card)];
    // That the audit is the same is seen of each scorecard above: in a usual run each format is made of one of them.
    const own = card < 0 ? FORMATS : some(FORMATS.length / WORKED.length, turned);

    it.each(own)('%s', format => (name === 'a centre' ? expectSame(format) : onPaper(() => expectSame(format))));
  },
);
