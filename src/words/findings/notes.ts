import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { CHANGE_NAMES } from '../change/changes.ts';
import { expectedFor } from '../checks/expressions.ts';
import { verifyText } from '../facts/verify.ts';
import { clauseText } from '../names.ts';
import { pick, type Reader } from '../reader.ts';
import { actualFor, gapsFor, reasonFor, shortfallFor } from './findings.ts';
import { waivedText } from './waivers.ts';

/** So many items of a list are named before it breaks off. */
const MOST = 12;

const readerFor = ({ pack }: Audit, lang: Lang): Reader => ({ vocabulary: pack.vocabulary, lang, most: MOST });

/** What came of a rule, shortly: what falls short, what is to be asked for, or why it does not apply. */
export const gistOf = ({ finding }: ScoredFinding, audit: Audit, lang: Lang): string => {
  const reader = readerFor(audit, lang);
  switch (finding.outcome) {
    case 'pass':
      return actualFor(finding, reader);
    case 'fail':
      return shortfallFor(finding, reader) || actualFor(finding, reader);
    case 'unknown':
      return pick(reader, `无法判定：${gapsFor(finding.gaps, reader)}`, `undecided: ${gapsFor(finding.gaps, reader)}`);
    case 'not-applicable':
      return reasonFor(finding.reason, finding.rule, reader);
  }
};

/** `三(一)2 办事大厅使用面积`. */
export const headingOf = ({ finding }: ScoredFinding, lang: Lang): string =>
  `${clauseText(finding.rule)} ${finding.rule.title[lang]}`;

/** The whole of a finding on one line. */
export const sentenceOf = (scored: ScoredFinding, audit: Audit, lang: Lang): string =>
  `${headingOf(scored, lang)}${pick({ lang }, '：', ': ')}${gistOf(scored, audit, lang)}`;

export interface Detail {
  readonly label: Bilingual;
  readonly text: string;
}

const detail = (zh: string, en: string, text: string | undefined): readonly Detail[] =>
  text === undefined || text === '' ? [] : [{ label: { zh, en }, text }];

/** What is asked, what was found and what to do, in this order; nothing where there is nothing to say. */
export const detailsOf = (scored: ScoredFinding, audit: Audit, lang: Lang): readonly Detail[] => {
  const { finding, waived, change } = scored;
  const { rule, outcome } = finding;
  const reader = readerFor(audit, lang);
  return [
    ...detail('要求', 'Asked', expectedFor(rule, reader)),
    ...detail('申报', 'Found', outcome === 'unknown' ? '' : actualFor(finding, reader)),
    ...detail('差距', 'Gap', shortfallFor(finding, reader)),
    ...detail('补报', 'Ask for', outcome === 'unknown' ? gapsFor(finding.gaps, reader) : ''),
    ...detail('整改', 'To do', outcome === 'fail' ? rule.remedy[lang] : ''),
    ...detail('核实', 'How to check', outcome === 'unknown' ? verifyText(rule, finding.gaps, reader) : ''),
    ...detail('豁免', 'Waived', waived && waivedText(waived, lang)),
    ...detail('对比', 'Since last time', change && CHANGE_NAMES[change][lang]),
  ];
};
