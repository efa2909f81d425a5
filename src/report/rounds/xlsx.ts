import { ruleTexts } from '../../words/scoring/history.ts';
import { rowsWorkbook } from '../workbook/rows.ts';
import type { RoundsReport } from './index.ts';
import { tableOf } from './rows.ts';

/** A sheet with a line a centre, and one that says what it rests on. */
const xlsx: RoundsReport = async (history, { lang }) => {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { scheme, rounds } = history;
  return rowsWorkbook(
    [
      { name: say('各中心', 'Centres'), ...tableOf(history, lang) },
      {
        name: say('说明', 'Basis'),
        head: [say('项目', 'Item'), say('内容', 'Content')],
        widths: [16, 90],
        rows: [
          [say('计分方案', 'Scheme'), `${scheme.title[lang]} (${scheme.id})`],
          ...rounds.map(({ name, asOf }, index) => [
            say(`第 ${index + 1} 轮`, `Round ${index + 1}`),
            `${name} ${asOf}`,
          ]),
          ...ruleTexts(history, lang).map(text => [say('规则', 'Rule'), text]),
        ],
      },
    ],
    lang,
  );
};

export default xlsx;
