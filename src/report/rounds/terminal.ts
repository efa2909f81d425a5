import type { CentreHistory, RoundsHistory } from '../../model/scoring/history.ts';
import { pick } from '../../words/reader.ts';
import { badRule, rangeText, repeatsText, roundText, ruleTexts, togetherText } from '../../words/scoring/history.ts';
import { field, heading, type Page, pageOf } from '../terminal/page.ts';
import type { RoundsReport } from './index.ts';

const optional = (page: Page, label: string, text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : field(page, label, text, { indent: 2 });

const badLine = ({ badRunning }: CentreHistory, history: RoundsHistory, page: Page): readonly string[] => {
  if (badRunning === undefined || badRunning === 'unmet') return [];
  const rule = badRule(history, page.lang);
  return optional(
    page,
    pick(page, '后果', 'Then'),
    badRunning === 'met' ? rule : pick(page, `未定：${rule}`, `open: ${rule}`),
  );
};

const centreLines = (centre: CentreHistory, history: RoundsHistory, page: Page): readonly string[] => {
  const { lang } = page;
  const { center, rounds, together, extra, after } = centre;
  const place = [center.county, center.township].filter(part => part !== undefined).join(' ');
  const scores = rounds.map(round => roundText(round, history, lang)).join(' → ');
  const more =
    extra === undefined || after === undefined || extra.high === '0'
      ? undefined
      : pick(
          page,
          `${rangeText(extra)} 分，加扣后 ${rangeText(after)} 分`,
          `${rangeText(extra)}, which leaves ${rangeText(after)}`,
        );
  return [
    ...heading(
      page,
      place === '' ? center.name : pick(page, `${center.name}（${place}）`, `${center.name} (${place})`),
    ),
    ...optional(page, pick(page, '得分', 'Scores'), scores),
    ...optional(page, togetherText(history, lang), together && rangeText(together)),
    ...optional(page, pick(page, '重复失分', 'Lost again'), repeatsText(centre, lang)),
    ...optional(page, pick(page, '加扣', 'Taken'), more),
    ...badLine(centre, history, page),
  ];
};

/** So many centres are told on a terminal; a table has them all. */
const MOST = 60;

const terminal: RoundsReport = async (history, options) => {
  const page = await pageOf(options);
  const { lang } = page;
  const { rounds, centres, scheme } = history;
  const named = rounds.map(({ name, asOf }) => `${name} (${asOf})`).join(' → ');
  const shown = options.all ? centres : centres.slice(0, MOST);
  const left = centres.length - shown.length;
  const lines = [
    ...field(page, pick(page, '各轮', 'Rounds'), named, { indent: 0 }),
    ...field(page, pick(page, '计分', 'Scheme'), `${scheme.title[lang]} (${scheme.id})`, { indent: 0 }),
    ...ruleTexts(history, lang).flatMap((text, index) =>
      field(page, index === 0 ? pick(page, '规则', 'Rules') : '', text, { indent: 0 }),
    ),
    ...shown.flatMap(centre => centreLines(centre, history, page)),
    ...(left > 0
      ? [
          '',
          pick(page, `另有 ${left} 个中心，见 -o csv=文件 或 --all`, `${left} more centres: see -o csv=FILE or --all`),
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
};

export default terminal;
