import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { CHANGES, type Change } from '../../model/finding/comparison.ts';

export const CHANGE_NAMES: Readonly<Record<Change, Bilingual>> = {
  new: { zh: '新增', en: 'new' },
  worse: { zh: '加重', en: 'worse' },
  unchanged: { zh: '未变', en: 'unchanged' },
  resolved: { zh: '已解决', en: 'resolved' },
  incomparable: { zh: '不可比', en: 'incomparable' },
};

/** How many findings stand how to the earlier result. */
export const changesText = (audits: readonly Pick<Audit, 'findings'>[], lang: Lang): string => {
  const all = audits.flatMap(({ findings }) => findings);
  const counts = CHANGES.map(
    change => `${CHANGE_NAMES[change][lang]} ${all.filter(scored => scored.change === change).length}`,
  );
  return `${both('与上次相比：', 'since the earlier result: ')[lang]}${counts.join(both('，', ', ')[lang])}`;
};
