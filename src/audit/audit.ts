import type { Audit } from '../model/finding/audit.ts';
import { applyWaivers } from '../score/waive.ts';
import type { AuditInput } from './hold.ts';
import { holdInspected } from './inspected.ts';
import { weigh } from './weigh.ts';

export { gatherRound } from '../score/peers/gather.ts';
export { openRound, type SettleRound } from '../score/peers/settle.ts';

/** Holds a profile against a pack, whatever it is scored by. */
export const audit = (input: AuditInput): Audit => holdInspected({ ...input, weigh, waive: applyWaivers });
