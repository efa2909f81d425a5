import type { Lang } from '../../model/base/text.ts';
import { type CenterChange, type Compared, GROUPS, type RuleChange } from '../../model/result/compared.ts';
import { causesText } from '../../words/change/causes.ts';
import { GROUP_NAMES } from '../../words/change/compared.ts';
import { pick } from '../../words/reader.ts';
import { escaped, markdownTable as table } from '../text/markdown-text.ts';
import { centerFields, centerHeading, gapText, lineParts, ruleHeading, ruleRemark } from './center-text.ts';
import type { ComparisonOptions, ComparisonReport } from './index.ts';
import { biggestFirst } from './order.ts';
import { type OverviewLine, overviewOf } from './overview.ts';

const fields = (lines: readonly OverviewLine[], lang: Lang): string =>
  lines
    .map(({ label, texts }) => `- **${label}**${pick({ lang }, '：', ': ')}${texts.map(escaped).join('<br>')}\n`)
    .join('');

const ruleCells = (
  rule: RuleChange,
  { pack }: CenterChange,
  { lang, vocabulary }: ComparisonOptions,
): readonly string[] => {
  const gap = gapText(rule, lang);
  const why = causesText(rule.causes, { lang, vocabulary: vocabulary(pack) });
  return [
    GROUP_NAMES[rule.group][lang],
    `${escaped(ruleHeading(rule, lang))} ${escaped(ruleRemark(rule, lang))}`,
    [gap, why]
      .filter(text => text !== '')
      .map(escaped)
      .join('<br>'),
  ];
};

const centerText = (change: CenterChange, options: ComparisonOptions): string => {
  const { lang } = options;
  const rules = GROUPS.flatMap(group => change.rules.filter(rule => rule.group === group));
  const head = pick({ lang }, '变化 条目 原因', 'Change Rule Why').split(' ');
  const list =
    rules.length === 0
      ? ''
      : `\n${table(
          head,
          rules.map(rule => ruleCells(rule, change, options)),
        )}`;
  return `### ${escaped(centerHeading(change, lang))}\n\n${fields(centerFields(change, lang), lang)}${list}`;
};

/** More centres than these would not be read one after another. */
const MOST_LINES = 200;

const linesText = (compared: Compared, lang: Lang): string => {
  const lines = biggestFirst(compared.lines);
  if (lines.length === 0) return '';
  const rows = lines.slice(0, MOST_LINES).map(line => {
    const { standing, score, what } = lineParts(line, lang);
    return [standing, score, line.name, what].map(escaped);
  });
  const head = pick({ lang }, '情况 得分 中心 变化', 'Standing Score Centre Changes').split(' ');
  const more = lines.length - rows.length;
  return `\n${table(head, rows)}${more > 0 ? pick({ lang }, `\n另有 ${more} 个中心有变化。\n`, `\n${more} more centres changed.\n`) : ''}`;
};

/** For a comment or a note: what the comparison comes to, then the centres. */
const markdown = (options: ComparisonOptions): ComparisonReport => {
  const { lang, single, all } = options;
  const told: string[] = [];
  return {
    add: change => {
      if (single || (all && change.standing !== 'same')) told.push(centerText(change, options));
      return '';
    },
    end: async compared => {
      const title = `## ${pick({ lang }, '两次结果比较', 'Two results compared')}\n\n`;
      const overview = overviewOf(compared, options);
      const many = single ? fields(overview.slice(0, 1), lang) : fields(overview, lang) + linesText(compared, lang);
      return [title + many, ...told].join('\n');
    },
  };
};

export default markdown;
