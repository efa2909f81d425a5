import type { Audit } from '../model/finding/audit.ts';
import { type AuditInput, holdProfile } from './hold.ts';
import { weigh } from './weigh.ts';

export { gatherRound } from '../score/peers/gather.ts';
export { openRound, type SettleRound } from '../score/peers/settle.ts';
export type { AuditInput } from './hold.ts';

/** Holds a profile against a pack, whatever it is scored by. */
export const audit = (input: AuditInput): Audit => holdProfile({ ...input, weigh });
