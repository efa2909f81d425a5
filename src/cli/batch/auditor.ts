import { judge } from '../../audit/gate.ts';
import type { SaidProblem } from '../../batch/files/journal.ts';
import type { Auditor, Formatter } from '../../batch/run/document.ts';
import { type BatchRounds, openRounds } from '../../batch/run/passes.ts';
import { jsonText } from '../../model/base/clean.ts';
import type { Location } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { Gate } from '../../model/finding/gate.ts';
import type { Frame } from '../../model/result/summary.ts';
import { resultOf } from '../../model/result/write.ts';
import { problemText } from '../../words/problems/problems.ts';
import type { Settings } from '../audit/settings.ts';
import { TOOL } from '../version.ts';
import { openPages, type PageOrders } from './pages.ts';

/** Settings under which what the centres settle for one another is settled. */
const withSettled = (settings: Settings, rounds: BatchRounds | undefined): Settings =>
  rounds === undefined ? settings : { ...settings, stream: { ...settings.stream, rounds: openRounds(rounds) } };

export const sayProblem = (problem: Problem): SaidProblem => ({
  code: problem.code,
  severity: problem.severity,
  message: { zh: problemText(problem, 'zh'), en: problemText(problem, 'en') },
  location: problem.location,
});

const sayFault = (error: unknown, location: Location): SaidProblem => {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'internal-error',
    severity: 'error',
    message: {
      zh: `程序内部错误，这一份没有结果，请把这行发给维护者：${detail}`,
      en: `internal error, no result for this one; please send this line to the maintainers: ${detail}`,
    },
    location,
  };
};

/** What is wanted beside results. */
export interface AuditorOrders {
  readonly frames: readonly Frame[];
  /** What gives no result is answered by a line of its own. */
  readonly answers: boolean;
  readonly pages?: PageOrders;
  /** No results yet: only what is compared between centres is wanted. */
  readonly gathers?: boolean;
  /** What the centres settle for one another. */
  readonly rounds?: BatchRounds;
}

/** Settings made ready to audit documents. */
export const makeAuditor = (given: Settings, gate: Gate, orders: AuditorOrders): Auditor => {
  const { frames, answers, pages, gathers, rounds } = orders;
  const { library, vocabulary, stream: options, finish } = withSettled(given, rounds);
  const formatter: Formatter = {
    ...(gathers !== true && { result: audit => (answers ? jsonText : JSON.stringify)(resultOf(audit, TOOL, true)) }),
    problem: sayProblem,
    fault: (error, { file, line = 1 }) => sayFault(error, { file, line, column: 1 }),
    gate: audit => judge(audit, gate).verdict,
    finish,
    ...(answers && {
      rejection: ({ file, line }, problems) => jsonText({ rejected: true, tool: TOOL, file, line, problems }),
    }),
  };
  return {
    standard: { library, vocabulary, options },
    formatter,
    frames: new Map(frames.map(frame => [frame.id, frame])),
    ...(pages && { pages: openPages(pages, gate, TOOL) }),
  };
};
