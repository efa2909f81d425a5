import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { get, type MapNode, textOf } from '../../model/base/source.ts';
import type { Attribution } from '../../model/profile/inspection.ts';
import type { Profile } from '../../model/profile/profile.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import type { DefectValues, InspectionDefect } from '../../model/scoring/scorecard-defect.ts';
import type { Rule } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { Names } from '../profile/names.ts';

/** What an inspection record is read against: the words, the profile it is laid over, the scorecard it fills in. */
export interface InspectionContext {
  readonly vocabulary: Vocabulary;
  readonly profile: Profile;
  readonly scheme?: { readonly id: string; readonly scorecard?: Scorecard };
  /** Those of the pack, for someone who names one where a fact is wanted. */
  readonly rules?: readonly Rule[];
  /** The last day that is not to come, `YYYY-MM-DD`. */
  readonly today?: string;
}

export interface InspectionReading extends InspectionContext {
  readonly names: Names;
  readonly problems: Problem[];
  readonly defaults: Readonly<Record<'person' | 'level' | 'bureau', string>>;
}

export const say = (
  { problems }: Pick<InspectionReading, 'problems'>,
  location: Location,
  code: InspectionDefect,
  values: DefectValues = {},
): undefined => {
  problems.push(problem('bad-inspection', location, { defect: code, values }));
};

export const textAt = (node: MapNode, key: string): string => textOf(get(node, key)).trim();

/** Who says so, why, and from what level; the head of the record speaks where the line does not. */
export const attribution = (reading: InspectionReading, line: MapNode, name: string): Attribution | undefined => {
  const reason = textAt(line, 'reason');
  const person = textAt(line, 'person') || reading.defaults.person;
  const level = textAt(line, 'level') || reading.defaults.level;
  if (reason === '') say(reading, line.location, 'no-reason', { name });
  if (person === '') say(reading, line.location, 'no-person', { name });
  if (level === '') say(reading, line.location, 'no-level', { name });
  return reason === '' || person === '' || level === ''
    ? undefined
    : { reason, person, level, location: line.location };
};
