import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Truth } from '../../model/finding/finding.ts';
import type { CardVerdict } from '../../model/scoring/bar.ts';

type Carded = Pick<Audit, 'scheme' | 'score'>;

const REACHED: Readonly<Record<Truth, Bilingual>> = {
  met: both('达到', 'reaches'),
  unmet: both('未达到', 'does not reach'),
  unknown: both('是否达到未定：', 'may or may not reach'),
};

const barText = ({ bar, truth }: NonNullable<CardVerdict['bar']>, { scheme }: Carded, lang: Lang): string => {
  const asked =
    bar.kind === 'score'
      ? both(`${bar.atLeast} 分`, bar.atLeast)[lang]
      : (scheme.grades.find(({ id }) => id === bar.grade)?.label[lang] ?? bar.grade);
  return both(`${REACHED[truth].zh}评分表规定的${asked}`, `${REACHED[truth].en} the ${asked} that the scorecard asks`)[
    lang
  ];
};

/** Why a scorecard by itself lets a centre through or not; empty where it asks nothing of the score. */
export const cardReason = (said: CardVerdict, carded: Carded, lang: Lang): string => {
  const titles = (vetoes: CardVerdict['vetoed']): string =>
    vetoes.map(({ veto }) => veto.title[lang]).join(both('、', ', ')[lang]);
  if (said.vetoed.length > 0) return both(`否决情形：${titles(said.vetoed)}`, `veto: ${titles(said.vetoed)}`)[lang];
  if (said.bar?.truth === 'unmet' || said.mayVeto.length === 0)
    return said.bar === undefined ? '' : barText(said.bar, carded, lang);
  return both(`否决情形未定：${titles(said.mayVeto)}`, `a veto is open: ${titles(said.mayVeto)}`)[lang];
};

export const NOTHING_ASKED = both(
  '评分表没有规定达标分，也没有用 --min-score 要求，只报得分',
  'the scorecard names no pass mark and no --min-score was given: the score is told and nothing asked of it',
);
