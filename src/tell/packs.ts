import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import type { Pack, PackStatus } from '../model/standard/pack.ts';
import { LABELS } from '../words/names.ts';
import type { Document } from './block.ts';
import { column, type ListColumn, tableOf } from './list.ts';

type Listed = Pick<Pack, 'id' | 'title' | 'levels' | 'status' | 'period'>;

const STATUS: Readonly<Record<PackStatus, Bilingual>> = {
  'in-force': both('有效', 'in force'),
  draft: both('征求意见稿', 'draft'),
  superseded: both('已废止', 'superseded'),
};

/** A pack a row. */
const columns = (lang: Lang): readonly ListColumn<Listed>[] => [
  column.short('id', both('编号', 'Id'), 18, ({ id }) => id),
  column.name('title', LABELS.pack, 40, ({ title }) => title[lang]),
  column.text('levels', both('适用', 'Binds'), 26, ({ levels }) =>
    Object.values(levels)
      .map(level => level[lang])
      .join('\n'),
  ),
  column.short('status', both('状态', 'Status'), 12, ({ status }) => STATUS[status][lang]),
  column.short('from', both('施行', 'From'), 12, ({ period }) => period.from ?? '—'),
];

export const tellPacks = (packs: readonly Listed[], lang: Lang): Document => ({
  lang,
  title: both('规则包', 'Rule packs')[lang],
  head: [{ ...tableOf({ name: 'packs' }, columns(lang), packs, lang), spaced: true }],
  chapters: [],
});
