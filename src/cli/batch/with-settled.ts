import { type BatchRounds, openRounds } from '../../batch/run/passes.ts';
import type { Settings } from '../audit/settings.ts';

/** Settings under which what the centres settle for one another is settled. */
export const withSettled = (settings: Settings, rounds: BatchRounds | undefined): Settings =>
  rounds === undefined ? settings : { ...settings, stream: { ...settings.stream, rounds: openRounds(rounds) } };
