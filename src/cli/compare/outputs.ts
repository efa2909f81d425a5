import { openWhole, type WholeFile } from '../../batch/files/whole.ts';
import type { CenterChange, Compared } from '../../model/result/compared.ts';
import {
  COMPARISONS,
  type ComparisonName,
  type ComparisonOptions,
  type ComparisonReport,
  comparisonOfFile,
  isComparisonName,
} from '../../report/compare/index.ts';
import type { Terminal } from '../terminal.ts';

/** A report asked for: its format, and its file unless it goes to standard output. */
export interface ComparisonRequest {
  readonly format: ComparisonName;
  readonly file?: string;
}

/** `json`, `json=changes.json` or `changes.json`; undefined when no format can be told from it. */
export const readComparisonOutput = (text: string): ComparisonRequest | undefined => {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  const format = name === 'markdown' ? 'md' : name;
  if (isComparisonName(format)) return file === '' ? { format } : { format, file };
  const found = comparisonOfFile(text);
  return found && { format: found, file: text };
};

/** All reports of one comparison, filled side by side. */
export interface Outputs {
  readonly add: (change: CenterChange) => void;
  readonly end: (compared: Compared) => Promise<void>;
  readonly discard: () => void;
}

interface Output {
  readonly report: ComparisonReport;
  readonly write: (content: string | Uint8Array) => void;
  readonly whole?: WholeFile;
}

const openOutput = async (
  { format, file }: ComparisonRequest,
  terminal: Terminal,
  options: ComparisonOptions,
): Promise<Output> => {
  const { default: make } = await COMPARISONS[format].load();
  const report = await make({ ...options, ...(file !== undefined && { color: false }) });
  if (file === undefined) return { report, write: terminal.out };
  const whole = openWhole(file);
  return { report, write: whole.write, whole };
};

export const openOutputs = async (
  requests: readonly ComparisonRequest[],
  terminal: Terminal,
  options: ComparisonOptions,
): Promise<Outputs> => {
  const outputs: Output[] = [];
  const discard = (): void => {
    for (const { whole } of outputs) whole?.discard();
  };
  try {
    for (const request of requests) outputs.push(await openOutput(request, terminal, options));
  } catch (error) {
    discard();
    throw error;
  }
  return {
    add: change => {
      for (const { report, write } of outputs) {
        const text = report.add(change);
        if (text !== '') write(text);
      }
    },
    end: async compared => {
      for (const { report, write, whole } of outputs) {
        const rest = await report.end(compared);
        if (rest.length > 0) write(rest);
        whole?.keep();
      }
    },
    discard,
  };
};
