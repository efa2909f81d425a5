import type { Clerk, Office } from '../../batch/document.ts';
import type { SaidProblem } from '../../batch/journal.ts';
import { judge } from '../../gate.ts';
import type { Gate } from '../../model/gate.ts';
import type { Location } from '../../model/location.ts';
import type { Problem } from '../../model/problem.ts';
import type { Frame } from '../../model/summary.ts';
import { writeResult } from '../../report/line/line.ts';
import { problemText } from '../../report/words/problems.ts';
import type { Settings } from '../settings.ts';
import { VERSION } from '../version.ts';

export const TOOL = { name: 'duibiao', version: VERSION } as const;

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

/** Settings made ready to audit documents; with `answers`, what gives no result is answered by a line of its own. */
export const makeOffice = (settings: Settings, gate: Gate, frames: readonly Frame[], answers: boolean): Office => {
  const { library, vocabulary, stream: options, finish } = settings;
  const clerk: Clerk = {
    result: audit => sink => writeResult(audit, TOOL, sink),
    problem: sayProblem,
    fault: (error, { file, line = 1 }) => sayFault(error, { file, line, column: 1 }),
    gate: audit => judge(audit, gate).verdict,
    finish,
    ...(answers && {
      rejection: ({ file, line }, problems) => JSON.stringify({ rejected: true, tool: TOOL, file, line, problems }),
    }),
  };
  return { standard: { library, vocabulary, options }, clerk, frames: new Map(frames.map(frame => [frame.id, frame])) };
};
