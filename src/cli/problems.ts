import type { Problem } from '../model/base/problem.ts';
import type { Lang } from '../model/base/text.ts';
import { problemLine } from '../words/problems/problems.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { errLine, type Terminal } from './terminal.ts';

const MARK = { error: { zh: '错误', en: 'error' }, warning: { zh: '提示', en: 'note' } } as const;

/** Every problem on a line of its own: place, what is wrong, what to do. What several centres of a table have in common, such as its heading, is said once. */
export const printProblems = (problems: readonly Problem[], lang: Lang, terminal: Terminal): void => {
  const lines = problems.map(problem => `${MARK[problem.severity][lang]} ${problemLine(problem, lang)}`);
  for (const line of new Set(lines)) errLine(terminal, line);
};

/** An input that cannot be read, with every reason. */
export const refuse = (problems: readonly Problem[], lang: Lang, terminal: Terminal): ExitCode => {
  printProblems(problems, lang, terminal);
  return EXIT.badInput;
};

/** A command that was not given as it can be understood. */
export const misused = (said: string, terminal: Terminal): ExitCode => {
  errLine(terminal, said);
  return EXIT.usage;
};
