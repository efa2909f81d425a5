import { distinct } from '../base/group.ts';
import { type Finding, factIdOf, type Gap, type Ground, type Shortfall } from './finding.ts';

/** One thing that a finding found amiss, or open: a fact, a field of one record, or one term of it. */
export interface Matter {
  readonly fact: string;
  readonly item?: string;
  readonly list?: string;
  readonly code?: string;
  /** What is missing of it, where the finding can tell. */
  readonly shortfall?: Shortfall;
}

const matter = ({ fact, item }: Ground | Gap | Shortfall, grounds: readonly Ground[]): Matter => {
  const record = item ?? grounds.find(ground => ground.fact === fact)?.item ?? /\[(\d+)\]/u.exec(fact)?.[1];
  return { fact: factIdOf(fact), ...(record !== undefined && { item: record }) };
};

const mattersIn = (shortfall: Shortfall, grounds: readonly Ground[]): readonly Matter[] => {
  const found = matter(shortfall, grounds);
  return 'codes' in shortfall
    ? shortfall.codes.map(code => ({ ...found, list: shortfall.list, code, shortfall }))
    : [{ ...found, shortfall }];
};

/** The same matter has the same key, whatever line or cell it stands in and however it is worded. */
export const keyOf = ({ fact, item, code }: Matter): string =>
  [fact, ...(item === undefined ? [] : [item]), ...(code === undefined ? [] : [code])].join('#');

/** Whether a finding is about something amiss, or open. */
export const isOpen = ({ outcome }: Pick<Finding, 'outcome'>): boolean => outcome === 'fail' || outcome === 'unknown';

/** What a failed or unknown finding is about, each once. */
export const mattersOf = (finding: Finding): readonly Matter[] => {
  if (finding.outcome === 'unknown')
    return distinct(
      finding.gaps.map(gap => matter(gap, finding.grounds)),
      keyOf,
    );
  if (finding.outcome !== 'fail') return [];
  const { shortfalls, grounds } = finding;
  const matters =
    shortfalls.length > 0
      ? shortfalls.flatMap(shortfall => mattersIn(shortfall, grounds))
      : grounds.map(ground => matter(ground, grounds));
  return distinct(matters, keyOf);
};
