import type { Lang } from '../../../model/base/text.ts';
import type { Tool } from '../../../model/base/tool.ts';
import type { Gate } from '../../../model/finding/gate.ts';
import type { Write } from '../../../sheets/write/zip.ts';
import type { Rejected } from '../../../tell/summary/absent.ts';
import type { CentersOf } from './part.ts';

export interface SummaryBookOptions {
  readonly lang: Lang;
  readonly tool: Tool;
  readonly gate: Gate;
  readonly rejected?: Rejected;
  readonly centersOf?: CentersOf;
  /** Takes the workbook piece by piece. */
  readonly write: Write;
}
