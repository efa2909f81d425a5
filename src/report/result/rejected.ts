import type { Tool } from '../../model/base/tool.ts';
import type { Rejection } from '../../tell/problems.ts';
import { problemText } from '../../words/problems/problems.ts';

/** The answer for a file that gave no result: every reason, with its code, its place and its words. */
export const rejectedOf = ({ file, problems }: Rejection, tool: Tool) => ({
  rejected: true,
  tool,
  file,
  problems: problems.map(found => ({
    code: found.code,
    severity: found.severity,
    message: { zh: problemText(found, 'zh'), en: problemText(found, 'en') },
    location: found.location,
  })),
});
