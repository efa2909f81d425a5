import * as z from 'zod';
import { LEVELS } from '../../model/profile/profile.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { PACK_STATUSES, type StandardHead } from '../../model/standard/head.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { periodSchema } from '../pack/rules.ts';
import { bilingual, isoDate, patterned } from '../shape.ts';

/** Of which places a scorecard is the standard by itself. */
export const standardSchema = z.strictObject({
  counties: z.array(z.string().min(1)).min(1),
  levels: z.array(z.enum(LEVELS)).min(1),
  in_force: periodSchema.default({}),
  version: patterned(/^\d+\.\d+\.\d+$/u, 'version').default('1.0.0'),
  status: z.enum(PACK_STATUSES).default('in-force'),
  issuer: bilingual.exactOptional(),
  number: z.string().exactOptional(),
  issued: isoDate.exactOptional(),
});

const LEVEL_LIST = 'center_levels';

export const toStandard = (
  raw: z.infer<typeof standardSchema>,
  { title, vocabulary }: { readonly title: Scheme['title']; readonly vocabulary: Vocabulary },
): StandardHead => {
  const [county = '', ...others] = raw.counties;
  const labels = vocabulary.term.get(LEVEL_LIST);
  const levels = raw.levels.map(level => [level, labels?.get(level)?.label ?? { zh: level, en: level }]);
  return {
    version: raw.version,
    document: {
      title: title.zh,
      issuer: raw.issuer ?? { zh: county, en: county },
      ...(raw.number !== undefined && { number: raw.number }),
      ...(raw.issued !== undefined && { issued: raw.issued }),
    },
    status: raw.status,
    period: raw.in_force,
    counties: [county, ...others],
    levels: Object.fromEntries(levels),
  };
};
