import { readFileSync } from 'node:fs';
import { judge } from '../../src/audit/gate.ts';
import { auditInputs } from '../../src/audit/inputs.ts';
import { openSettings, type SettingOptions } from '../../src/cli/audit/settings.ts';
import { isCell, type Location } from '../../src/model/base/location.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Finding } from '../../src/model/finding/finding.ts';
import type { Gate } from '../../src/model/finding/gate.ts';
import type { Rejection, ReportOptions } from '../../src/report/index.ts';
import { succeed } from './inline.ts';

const FOLDER = 'fixtures/ci';

export const GOOD = `${FOLDER}/submissions/yunling.yaml`;
export const BAD = `${FOLDER}/submissions/hetan.yaml`;
export const UNREADABLE = `${FOLDER}/unreadable/songlin.yaml`;

const SETTINGS: SettingOptions = {
  scheme: 'default',
  pack: ['luan-2022'],
  asOf: '2026-11-20',
  waivers: [`${FOLDER}/waivers.yaml`],
};

const GATE: Gate = { failOn: 'must' };

export interface Run {
  readonly audits: readonly Audit[];
  readonly options: Pick<ReportOptions, 'gate' | 'rejected' | 'notes'>;
}

/** A file by its name, or a text that stands for one. */
export type Source = string | { readonly file: string; readonly text: string };

/** Submissions audited as the command line does. */
export const runOf = async (
  sources: readonly Source[],
  more: Partial<SettingOptions> = {},
  gate = GATE,
): Promise<Run> => {
  const { library, vocabulary, stream, finish } = succeed(await openSettings({ ...SETTINGS, ...more }));
  const inputs = sources.map(source => ({
    file: typeof source === 'string' ? source : source.file,
    content: {
      ok: true as const,
      value: typeof source === 'string' ? readFileSync(source) : Buffer.from(source.text),
      warnings: [],
    },
  }));
  const audits: Audit[] = [];
  const rejected: Rejection[] = [];
  for await (const event of auditInputs(inputs, library, vocabulary, stream)) {
    if (event.kind === 'audit') audits.push(finish(event.audit));
    if (event.kind === 'rejected') rejected.push(event);
  }
  return { audits, options: { gate: audit => judge(audit, gate), rejected, notes: [] } };
};

const isLocation = (value: object): value is Location => 'file' in value && ('line' in value || 'cell' in value);

const movedTo = (value: unknown, move: (location: Location) => Location): unknown => {
  if (Array.isArray(value)) return value.map(item => movedTo(item, move));
  if (value === null || typeof value !== 'object') return value;
  if (isLocation(value)) return move(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, movedTo(inner, move)]));
};

/** The same findings as if the profile had been a workbook. */
export const inCells = (audit: Audit): Audit => {
  const move = (location: Location): Location =>
    isCell(location) ? location : { file: '申报 表.xlsx', sheet: "基本 '情况", cell: `B${location.line}` };
  const findings = audit.findings.map(scored => ({
    ...scored,
    finding: { ...(movedTo(scored.finding, move) as Finding), rule: scored.finding.rule },
  }));
  return { ...audit, profile: { ...audit.profile, path: '申报 表.xlsx', root: move(audit.profile.root) }, findings };
};

/** Names that would do harm where a format took them for more than text. */
export const HOSTILE = '=1+1,"]]>&lt;<script>alert(1)</script>|::error::%0A*_@me_*`$x`#7';

export const hostileProfile = (): Source => ({
  file: `${FOLDER}/submissions/a, b:c%.yaml`,
  text: readFileSync(BAD, 'utf8')
    .replace('名称: 河滩口镇便民服务中心', `名称: ${JSON.stringify(`${HOSTILE}\u0007\u202e`)}`)
    .replace('挂牌名称: 河滩口镇政务服务大厅', `挂牌名称: ${JSON.stringify(HOSTILE)}`),
});
