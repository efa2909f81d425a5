import { factIdOf, type Gap } from '../../model/finding/finding.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { pick, type Reader } from '../reader.ts';

/** How the facts that are wanting are established: as the rule says, else as the vocabulary does. */
export const verifyText = (rule: Rule, gaps: readonly Pick<Gap, 'fact'>[], reader: Reader): string => {
  if (rule.verify !== undefined) return rule.verify[reader.lang];
  const ways = gaps.flatMap(({ fact }) => {
    const id = factIdOf(fact);
    const definition = reader.vocabulary.fact.get(id) ?? reader.vocabulary.fact.get(id.split('.')[0] ?? id);
    return definition?.verify?.[reader.lang] ?? [];
  });
  return [...new Set(ways)].join(pick(reader, '；', '; '));
};
