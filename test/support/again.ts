import type { Audit } from '../../src/model/finding/audit.ts';
import { result } from '../../src/model/result/contract.ts';
import { joinResult, type Standard } from '../../src/model/result/join.ts';
import { packOf } from '../../src/model/result/texts.ts';
import { resultOf } from '../../src/model/result/write.ts';
import type { Scheme } from '../../src/model/scoring/score.ts';
import type { Pack } from '../../src/model/standard/pack.ts';
import { readTexts } from '../../src/read/results/standards.ts';
import { signedTexts } from '../../src/report/result/texts.ts';
import { worded } from '../../src/report/result/words.ts';
import { succeed } from './inline.ts';
import { PLAIN } from './sample.ts';

const AT = { file: 'results.jsonl', line: 1, column: 1 };

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const standards = new WeakMap<Pack, Map<Scheme, Standard>>();

/** From their texts; one for all results of one pack, as where results are read from a file. */
const standardOf = ({ pack, scheme }: Audit): Standard => {
  const own = standards.get(pack) ?? new Map<Scheme, Standard>();
  standards.set(pack, own);
  const known = own.get(scheme);
  if (known !== undefined) return known;
  const texts = succeed(readTexts(throughJson(signedTexts(pack, [scheme])), AT));
  const standard = { pack: packOf(texts), scheme: texts.schemes[0] ?? scheme };
  own.set(scheme, standard);
  return standard;
};

/** How a result is written: in a line of a batch, or with its words. */
export type Manner = 'brief' | 'worded';

/** An audit written as a result and read again, with nothing at hand but the texts of its pack. */
export const again = (audit: Audit, manner: Manner): Audit => {
  const { pack, scheme } = standardOf(audit);
  const written = resultOf(audit, PLAIN.tool, manner === 'brief');
  const kept = result.parse(throughJson(manner === 'brief' ? written : worded(written, audit)));
  return succeed(joinResult(kept, { pack, scheme }, AT));
};
