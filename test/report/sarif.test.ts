import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log, Result } from 'sarif';
import { describe, expect, it, test } from 'vitest';
import type { ReportName } from '../../src/report/index.ts';
import { hasReaders, readerFile, UNLESS_INSTALLED } from '../support/readers.ts';
import { reported } from '../support/reports.ts';
import { BAD, GOOD, hostileProfile, inCells, type Run, runOf, UNREADABLE } from '../support/submissions.ts';

const MULTITOOL = readerFile('@microsoft', 'sarif-multitool-linux');

const all = await runOf([BAD, GOOD, UNREADABLE, hostileProfile()]);
const several: Run = { ...all, audits: [...all.audits, ...all.audits.slice(0, 1).map(inCells)] };

const logOf = async (run: Run, format: ReportName = 'sarif', lang: 'zh' | 'en' = 'zh'): Promise<Log> =>
  JSON.parse(await reported(format, run.audits, { ...run.options, lang }));

const resultsOf = (log: Log, run = 0): readonly Result[] => log.runs[run]?.results ?? [];

const log = await logOf(several);
const [bad] = log.runs;

test('every finding is a result of its kind, and only what fails has a level', () => {
  const found = resultsOf(log).filter(({ ruleId }) => ruleId !== 'gate' && !ruleId?.startsWith('input/'));
  const [audit] = several.audits;
  expect(found).toHaveLength(audit?.findings.length ?? 0);
  const kinds = { pass: 'pass', fail: 'fail', unknown: 'open', 'not-applicable': 'notApplicable' };
  expect(found.map(({ kind }) => kind)).toEqual(audit?.findings.map(({ finding }) => kinds[finding.outcome]));
  expect(resultsOf(log).filter(({ kind, level }) => (kind === 'fail') === (level === 'none'))).toEqual([]);
});

test('level follows obligation', () => {
  const levels = { must: 'error', should: 'warning', may: 'note' };
  const [audit] = several.audits;
  for (const result of resultsOf(log).filter(({ kind, ruleId }) => kind === 'fail' && ruleId !== 'gate')) {
    const rule = audit?.pack.rules.find(({ id }) => id === result.ruleId);
    if (rule) expect(result.level).toBe(levels[rule.obligation]);
  }
});

test('rules help in the language of the report, and lead to clauses of the standard', () => {
  const rule = bad?.tool.driver.rules?.find(({ id }) => id === 'office-equipment');
  expect(rule?.help?.text).toContain('要求：');
  expect(rule?.help?.text).not.toContain('Asked: ');
  const target = rule?.relationships?.[0]?.target;
  const taxon = bad?.taxonomies?.[target?.toolComponent?.index ?? -1]?.taxa?.[target?.index ?? -1];
  expect(taxon?.id).toBe(target?.id);
  expect(taxon?.id).toBe('二(四)11');
});

test('each result names its rule by place too', () => {
  for (const run of log.runs)
    for (const { ruleId, ruleIndex } of run.results ?? [])
      expect(run.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
});

test('a waived finding is suppressed with its justification, and all others say that they are not', () => {
  const results = resultsOf(log);
  expect(results.every(({ suppressions }) => suppressions !== undefined)).toBe(true);
  const [waived, ...more] = results.filter(({ suppressions = [] }) => suppressions.length > 0);
  expect(more).toEqual([]);
  expect(waived).toMatchObject({
    ruleId: 'barrier-free-refit',
    kind: 'fail',
    suppressions: [
      { kind: 'external', status: 'accepted', location: { physicalLocation: { region: { startLine: 3 } } } },
    ],
  });
  expect(waived?.suppressions?.[0]?.justification).toContain('整体迁建');
});

test('fingerprints hold when lines move, names of files change or words are translated', async () => {
  const moved = await runOf([{ file: 'elsewhere/x.yaml', text: `# one\n# two\n${readFileSync(BAD, 'utf8')}` }]);
  const prints = (results: readonly Result[]) =>
    results.flatMap(({ partialFingerprints: found }) => found?.primaryLocationLineHash ?? []);
  expect(prints(resultsOf(await logOf(moved, 'sarif', 'en')))).toEqual(prints(resultsOf(log)));
  expect(new Set(prints(resultsOf(log))).size).toBe(prints(resultsOf(log)).length);
});

test('a text has a region, a cell is a logical place', () => {
  const cells = resultsOf(log, 3).filter(({ ruleId }) => ruleId === 'plaque-name');
  expect(cells[0]?.locations?.[0]).toEqual({
    physicalLocation: { artifactLocation: { uri: '%E7%94%B3%E6%8A%A5%20%E8%A1%A8.xlsx' } },
    logicalLocations: [
      { name: 'B7', fullyQualifiedName: "'基本 ''情况'!B7", kind: 'cell' },
      { fullyQualifiedName: 'center.plaque_text', kind: 'property' },
    ],
  });
  const lines = resultsOf(log).flatMap(({ locations = [] }) => locations.map(place => place.physicalLocation?.region));
  expect(lines.every(region => (region?.startLine ?? 0) > 0 && (region?.startColumn ?? 0) > 0)).toBe(true);
});

test('runs are told apart by pack, county and centre', () => {
  expect(log.runs.map(({ automationDetails }) => automationDetails?.id).slice(0, 2)).toEqual([
    'duibiao/luan-2022/霍邱县/河滩口镇便民服务中心/',
    'duibiao/luan-2022/霍邱县/云岭渡乡便民服务中心/',
  ]);
});

test('what could not be audited is a result at its line', () => {
  const last = log.runs.at(-1);
  expect(last?.invocations?.[0]?.executionSuccessful).toBe(false);
  expect(last?.results?.[0]).toMatchObject({
    ruleId: 'input/unknown-fact',
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: UNREADABLE }, region: { startLine: 8 } } }],
  });
});

test('against an earlier result every result says how it stands to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
  const file = join(folder, 'before.json');
  writeFileSync(file, await reported('json', all.audits.slice(0, 1), all.options));
  const text = readFileSync(BAD, 'utf8')
    .replace('老花镜、轮椅', '老花镜')
    .replace('台面整齐划一: 否', '台面整齐划一: 是');
  const now = await logOf(await runOf([{ file: BAD, text }], { onlyNew: file }));
  const states = Object.fromEntries(resultsOf(now).map(({ ruleId, baselineState }) => [ruleId, baselineState]));
  expect(states).toMatchObject({
    amenities: 'updated',
    'counters-uniform': 'updated',
    'office-equipment': 'unchanged',
  });
  expect(resultsOf(now).every(({ baselineState }) => baselineState !== undefined)).toBe(true);
});

test('for code scanning only what is amiss is a result, each with a place', async () => {
  const alerts = await logOf(several, 'code-scanning');
  const results = alerts.runs.flatMap(run => run.results ?? []);
  expect(results.filter(({ kind, suppressions = [] }) => kind !== 'fail' || suppressions.length > 0)).toEqual([]);
  expect(results.every(({ locations = [] }) => locations.length > 0)).toBe(true);
  expect(alerts.runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
    'duibiao/luan-2022/',
    'duibiao/inputs/',
  ]);
});

test('for code scanning an alert of a cell stands at the first line, and its text begins with the cell', async () => {
  const ownOf = ({ runs }: Log) =>
    runs.flatMap(({ results = [] }) => results).filter(({ kind, ruleId }) => kind === 'fail' && ruleId !== 'gate');
  const told = ({ locations: [place] = [], message }: Result) => ({
    file: place?.physicalLocation?.artifactLocation?.uri,
    line: place?.physicalLocation?.region?.startLine,
    cell: place?.logicalLocations?.find(({ kind }) => kind === 'cell')?.fullyQualifiedName,
    text: message.text ?? '',
  });
  const [plain, alerts] = [ownOf(log).map(told), ownOf(await logOf(several, 'code-scanning')).map(told)];
  const inCell = alerts.filter(({ cell }) => cell !== undefined);
  expect(inCell.length).toBeGreaterThan(0);
  for (const { line, cell, text } of inCell) {
    expect([line, text.startsWith(`${cell} `)]).toEqual([1, true]);
    expect(plain).toContainEqual(
      expect.objectContaining({ cell, line: undefined, text: text.slice(`${cell} `.length) }),
    );
  }
  const inLine = alerts.filter(({ cell }) => cell === undefined);
  expect(inLine.length).toBeGreaterThan(0);
  for (const alert of inLine) expect(plain).toContainEqual(alert);
});

describe.skipIf(!hasReaders)(`what others make of it${UNLESS_INSTALLED}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
  const formats = ['sarif', 'code-scanning'] as const;

  it.each(formats)('%s has the shape of the published schema', async format => {
    const schema: object = JSON.parse(readFileSync(join(MULTITOOL, 'sarif-2.1.0.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    validate(await logOf(several, format));
    expect(validate.errors ?? []).toEqual([]);
  });

  const tool = join(MULTITOOL, 'Sarif.Multitool');

  /** The rules of the multitool that a file breaks, those of GitHub's code scanning among them. */
  const broken = async (run: Run, format: ReportName): Promise<readonly string[]> => {
    const file = join(folder, `${format}.sarif`);
    writeFileSync(file, await reported(format, run.audits, run.options));
    chmodSync(tool, 0o755);
    const { stdout } = spawnSync(tool, ['validate', file, '--rule-kind', 'Sarif;Ghas'], {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    expect(stdout).toContain('Analysis completed successfully');
    return [...new Set([...stdout.matchAll(/(?:error|warning) ([A-Z]+\d+)/gu)].map(([, rule = '']) => rule))].sort();
  };

  /** The tool has no page of its own on the web to give as informationUri. */
  const NO_PAGE = 'SARIF2005';

  it.skipIf(!existsSync(tool)).each(formats)(
    'the multitool finds nothing wrong with %s',
    async format => {
      expect(await broken(all, format)).toEqual([NO_PAGE]);
    },
    60_000,
  );

  it.skipIf(!existsSync(tool))(
    'cells have no region but where an alert wants one',
    async () => {
      expect(await broken(several, 'sarif')).toEqual([NO_PAGE, 'SARIF2017']);
      expect(await broken(several, 'code-scanning')).toEqual([NO_PAGE]);
    },
    60_000,
  );
});
