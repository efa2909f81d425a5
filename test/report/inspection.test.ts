import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/model/base/text.ts';
import { isReportName, OF_PROFILES, REPORTS, type ReportName } from '../../src/report/index.ts';
import { inspectedAudit } from '../support/inspected.ts';
import { PLAIN } from '../support/sample.ts';

const AUDIT = inspectedAudit();

async function* one() {
  yield AUDIT;
}

const unmarked = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&gt;', '>')
    .replaceAll(/[\u200b\u2060]/gu, '');

/** What a reader of the format has before them, without line breaks of the format's own. */
const textIn = async (name: ReportName, lang: Lang): Promise<string> => {
  const { default: report } = await REPORTS[name].load();
  const parts: Buffer[] = [];
  for await (const part of report(one(), { ...PLAIN, lang, all: true, columns: 400 })) parts.push(Buffer.from(part));
  const bytes = Buffer.concat(parts);
  if (bytes.subarray(0, 2).toString() !== 'PK') return unmarked(bytes.toString());
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith('.xml'));
  return files.map(([, file]) => unmarked(Buffer.from(file).toString())).join('\n');
};

const DATA: readonly string[] = ['json', 'jsonl'];

/** Who, when, on what, every change with before, after and reason, and both scores. */
const SAID: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    ...['2024年4月30日', '县级李检查员', '3'.repeat(64)],
    ...['大厅面积：200 ㎡ → 184 ㎡', '测距', '有电梯：未申报 → 否', '现场看', '一号 情节严重：否 → 是', '核实'],
    ...['评定：未填 → 差', '抽查', '自评分', '6（可达 15）', '考核分'],
  ],
  en: [
    ...['2024-04-30', '李检查员, 县级', '3'.repeat(64)],
    ...['200 m² → 184 m²', '测距', 'Has a lift: not declared → no', '现场看', 'no → yes', '核实'],
    ...['blank → ', '抽查', 'As declared', '6 (up to 15)', 'As inspected'],
  ],
};

/** Data has dates and figures as such, and the changes in words. */
const AS_DATA = [
  ...['"date":"2024-04-30"', '"person":"李检查员"', '"level":"县级"', `"sha256":"${'3'.repeat(64)}"`],
  ...['大厅面积：200 ㎡ → 184 ㎡', 'Has a lift: not declared → no', '"reason":"测距"', '"low":6,"high":15'],
];

const NAMES = Object.keys(REPORTS)
  .filter(isReportName)
  .filter(name => !OF_PROFILES.includes(name));

describe('an inspection', () => {
  it.each(NAMES.flatMap(name => (['zh', 'en'] as const).map(lang => [name, lang] as const)))(
    'stands whole in %s, %s',
    async (name, lang) => {
      const text = await textIn(name, lang);
      const told = DATA.includes(name) ? text.replaceAll(/\s*\n\s*/gu, '').replaceAll('": ', '":') : text;
      expect((DATA.includes(name) ? AS_DATA : SAID[lang]).filter(part => !told.includes(part))).toEqual([]);
    },
  );
});
