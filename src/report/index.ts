import type { Problem } from '../model/base/problem.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { GateVerdict } from '../model/finding/gate.ts';
import type { Telling } from '../tell/audit/subject.ts';
import type { Rejection } from '../tell/problems.ts';

export type { Quotes } from '../tell/audit/subject.ts';
export type { Rejection } from '../tell/problems.ts';

/** What is told of a part; the score and the formats of other programs are of all. */
export interface ReportOptions extends Pick<Telling, 'lang' | 'tool' | 'part' | 'quotes' | 'plan'> {
  /** Width of the reader's terminal. */
  readonly columns: number;
  readonly color: boolean;
  /** Whether what passed and what does not apply is listed too. */
  readonly all: boolean;
  /** What the gate says of a centre; without it, a report says what was found and no more. */
  readonly gate?: (audit: Audit) => GateVerdict;
  /** What could not be audited; complete once the audits have been read. */
  readonly rejected?: readonly Rejection[];
  /** The parts of a workbook that was handed in, for a report that is written back into it. */
  readonly submitted?: (file: string) => ReadonlyMap<string, Uint8Array> | undefined;
  /** What is to be said of the run and not of one centre. */
  readonly notes?: readonly Problem[];
  /** Whether nobody is told on standard error what was wrong with what was handed in. */
  readonly alone?: boolean;
}

/** Audits → the text or bytes of a report, in pieces. */
export type Report = (audits: AsyncIterable<Audit>, options: ReportOptions) => AsyncIterable<string | Uint8Array>;

export interface ReportFormat {
  /** Endings of files that are taken for this format. */
  readonly endings: readonly string[];
  readonly load: () => Promise<{ readonly default: Report }>;
}

/** Every format of a report: one file and one line each. */
export const REPORTS = {
  terminal: { endings: ['.txt'], load: () => import('./terminal.ts') },
  sarif: { endings: ['.sarif', '.sarif.json'], load: () => import('./sarif/sarif.ts') },
  'code-scanning': { endings: [], load: () => import('./sarif/code-scanning.ts') },
  junit: { endings: ['.xml'], load: () => import('./junit.ts') },
  github: { endings: [], load: () => import('./github.ts') },
  gitlab: { endings: ['codequality.json', 'code-quality-report.json'], load: () => import('./gitlab.ts') },
  markdown: { endings: ['.md'], load: () => import('./markdown.ts') },
  csv: { endings: ['.csv'], load: () => import('./csv.ts') },
  tap: { endings: ['.tap'], load: () => import('./tap.ts') },
  json: { endings: ['.json'], load: () => import('./json.ts') },
  jsonl: { endings: ['.jsonl', '.ndjson'], load: () => import('./jsonl.ts') },
  html: { endings: ['.html', '.htm'], load: () => import('./html.ts') },
  site: { endings: ['.现场.docx', '.site.docx'], load: () => import('./site.ts') },
  'site-xlsx': { endings: ['.现场.xlsx', '.site.xlsx'], load: () => import('./site-xlsx.ts') },
  docx: { endings: ['.docx'], load: () => import('./docx.ts') },
  annotated: { endings: ['.批注.xlsx', '.annotated.xlsx'], load: () => import('./annotated.ts') },
  xlsx: { endings: ['.xlsx'], load: () => import('./xlsx.ts') },
} as const satisfies Record<string, ReportFormat>;

export type ReportName = keyof typeof REPORTS;

/** What is made of the profile itself, which a kept result does not hold whole. */
export const OF_PROFILES: readonly ReportName[] = ['annotated', 'site', 'site-xlsx'];

export const isReportName = (name: string): name is ReportName => Object.hasOwn(REPORTS, name);

/** The format that a file's ending stands for. */
export const formatOfFile = (file: string): ReportName | undefined =>
  Object.keys(REPORTS)
    .filter(isReportName)
    .find(name => REPORTS[name].endings.some(ending => file.toLowerCase().endsWith(ending)));
