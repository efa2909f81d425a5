import { join } from 'node:path';
import { provePack } from '../../../authoring/prove/proof.ts';
import { casesForMissing, casesForSurvivors, withCases } from '../../../authoring/prove/propose-cases.ts';
import { writeWhole } from '../../../batch/files/whole.ts';
import { type Loaded, loaded } from '../../../model/base/problem.ts';
import type { Pack } from '../../../model/standard/pack.ts';
import { casesIn, casesText } from '../../../read/pack/authored.ts';
import { casesWith } from '../../../read/pack/extends/cases.ts';
import type { PackFolder } from '../../../read/pack/find-rules.ts';
import { flow } from '../test-words.ts';

/** A case that notices one change may leave another unnoticed. */
const MOST_ROUNDS = 6;

/** Puts into `cases.yaml` the cases that a pack is short of, and says how many. */
export const writeCases = async (pack: Pack, folder: PackFolder): Promise<Loaded<number>> => {
  const before = casesText(folder);
  let [text, added] = [before, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const own = await casesIn(text, folder, pack.vocabulary);
    const cases = own.ok ? await casesWith(own.value, pack) : own;
    if (!cases.ok) return cases;
    const proof = provePack(pack, cases.value);
    const missing = casesForMissing(pack, proof);
    const found = missing.length > 0 ? missing : casesForSurvivors(pack, proof);
    if (found.length === 0) break;
    text = withCases(text, found, flow);
    added += found.length;
  }
  if (text !== before) writeWhole(join(folder.path, 'cases.yaml'), text);
  return loaded([], () => added);
};
