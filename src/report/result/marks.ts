import { isCell, type Location } from '../../model/base/location.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { extentOf } from '../../model/finding/extent.ts';
import { type Matter, mattersOf } from '../../model/finding/matter.ts';
import type { Points, Score, ScoredFinding, Waived } from '../../model/scoring/score.ts';
import type { Waiver } from '../../model/standard/waiver.ts';

export const locationOf = (location: Location): Location =>
  isCell(location)
    ? { file: location.file, sheet: location.sheet, cell: location.cell }
    : { file: location.file, line: location.line, column: location.column };

export const pointsOf = ({ low, high, max }: Points) => ({ low: Number(low), high: Number(high), max: Number(max) });

const matterOf = (matter: Matter) => {
  const extent = extentOf(matter);
  return {
    fact: matter.fact,
    ...(matter.item !== undefined && { item: matter.item }),
    ...(matter.code !== undefined && { term: matter.code }),
    ...(extent && { extent: { by: extent.by, limit: extent.limit } }),
  };
};

const waiverOf = (waiver: Waiver) => ({
  items: waiver.items,
  reason: waiver.reason,
  requestedBy: waiver.requestedBy,
  approvedBy: waiver.approvedBy,
  validFrom: waiver.validFrom,
  validThrough: waiver.validThrough,
  evidence: waiver.evidence,
  location: waiver.location,
});

const waivedOf = ({ waivers, points }: Waived) => ({ waivers: waivers.map(waiverOf), points: pointsOf(points) });

/** What a later run compares by, who let the centre off, and how the finding stands to an earlier result. */
export const marksOf = ({ finding, waived, change }: ScoredFinding) => {
  const matters = mattersOf(finding).map(matterOf);
  return {
    ...(matters.length > 0 && { matters }),
    ...(waived && { waived: waivedOf(waived) }),
    ...(change && { change }),
  };
};

/** The score as it would be if nothing were waived; nothing where nothing is. */
export const unwaivedOf = <S>({ unwaived }: Audit, scoreOf: (score: Score) => S) =>
  unwaived === undefined ? {} : { scoreWithoutWaivers: unwaived.score === undefined ? null : scoreOf(unwaived.score) };
