import type { WholeFile } from '../../batch/files/whole.ts';
import type { CenterChange, Compared } from '../../model/result/compared.ts';
import {
  COMPARISONS,
  type ComparisonFormat,
  type ComparisonOptions,
  type ComparisonReport,
} from '../../report/compare/index.ts';
import { openOutput, openReport } from '../outputs/report-file.ts';
import type { Request } from '../outputs/reports.ts';
import type { Terminal } from '../terminal.ts';

export type ComparisonRequest = Request<keyof typeof COMPARISONS>;

/** All reports of one comparison, filled side by side. */
export interface Outputs {
  readonly add: (change: CenterChange) => void;
  readonly end: (compared: Compared) => Promise<void>;
  readonly discard: () => void;
}

interface Output {
  readonly report: ComparisonReport;
  readonly whole: WholeFile;
}

const openOne = async (
  { format, file }: ComparisonRequest,
  terminal: Terminal,
  options: ComparisonOptions,
): Promise<Output> => {
  const { load }: ComparisonFormat = COMPARISONS[format];
  const { default: make } = await load();
  const report = make({ ...options, ...(file !== undefined && { color: false }) });
  return { report, whole: file === undefined ? openOutput(terminal.out, format) : openReport(file, format) };
};

export const openOutputs = async (
  requests: readonly ComparisonRequest[],
  terminal: Terminal,
  options: ComparisonOptions,
): Promise<Outputs> => {
  const outputs: Output[] = [];
  const discard = (): void => {
    for (const { whole } of outputs) whole.discard();
  };
  try {
    for (const request of requests) outputs.push(await openOne(request, terminal, options));
  } catch (error) {
    discard();
    throw error;
  }
  return {
    add: change => {
      for (const { report, whole } of outputs) {
        const text = report.add(change);
        if (text !== '') whole.write(text);
      }
    },
    end: async compared => {
      for (const { report, whole } of outputs) {
        const rest = await report.end(compared);
        if (rest.length > 0) whole.write(rest);
        whole.keep();
      }
    },
    discard,
  };
};
