import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { madeFacts } from '../../model/scoring/scorecard-facts.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';

const TYPES: Readonly<Record<FactDefinition['type'], Bilingual>> = {
  quantity: { zh: '数量', en: 'quantity' },
  size: { zh: '尺寸', en: 'size' },
  count: { zh: '个数', en: 'count' },
  percent: { zh: '百分数', en: 'percentage' },
  yes_no: { zh: '是或否', en: 'yes or no' },
  date: { zh: '日期', en: 'date' },
  time: { zh: '钟点', en: 'time of day' },
  hours: { zh: '开放时间', en: 'opening hours' },
  text: { zh: '文字', en: 'text' },
  term: { zh: '选一项', en: 'one of a list' },
  terms: { zh: '选几项', en: 'several of a list' },
  records: { zh: '清单', en: 'list' },
};

/** What became of a scorecard that was read: its size, and what it asks of profiles and of inspectors. */
export const cardMadeText = ({ title, scorecard }: Scheme, lang: Lang): string => {
  if (scorecard === undefined) return '';
  const rows = scorecard.forms[0].sections.flatMap(({ items }) => items);
  const counted = both(
    `${title.zh}：${scorecard.forms[0].sections.length} 个部分，${rows.length} 个评分项，满分 ${scorecard.total}`,
    `${title.en}: parts ${scorecard.forms[0].sections.length}, rows ${rows.length}, points ${scorecard.total}`,
  )[lang];
  const facts = madeFacts(scorecard).map(
    ({ label, type }) => both(`${label.zh}（${TYPES[type].zh}）`, `${label.en} (${TYPES[type].en})`)[lang],
  );
  const entries = scorecard.entries.map(({ label, item }) => label?.[lang] ?? item);
  const said = (head: string, names: readonly string[]): readonly string[] =>
    names.length === 0
      ? []
      : [
          both(`${head}（${names.length}）：${names.join('、')}`, `${head} (${names.length}): ${names.join(', ')}`)[
            lang
          ],
        ];
  return `${[
    counted,
    ...said(both('新设的申报项', 'facts of its own')[lang], facts),
    ...said(both('由检查人填的', 'filled in by inspectors')[lang], entries),
  ].join('\n')}\n`;
};
