import { audits } from './audits.ts';
import { batches, changes, keeping } from './batches.ts';
import { checks } from './checks.ts';
import { explained, packs } from './packs.ts';
import { scorecards } from './scorecards.ts';
import { inBoth } from './step.ts';

/** The steps of each family of commands, in the order to run them. */
export const FAMILIES = {
  scorecards: inBoth(scorecards),
  packs: inBoth(packs),
  audits: inBoth(audits),
  batches: inBoth(batches),
  changes: [...keeping, ...inBoth(changes)],
  checks: inBoth(checks),
  explained: inBoth(explained),
} as const;

export type Family = keyof typeof FAMILIES;
