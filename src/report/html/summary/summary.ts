import type { Lang } from '../../../model/base/text.ts';
import type { Tool } from '../../../model/base/tool.ts';
import type { CenterRow, FrameSummary, Summary } from '../../../model/result/summary.ts';
import { dateText } from '../../../words/facts/values.ts';
import { pick } from '../../../words/reader.ts';
import { frameTitle } from '../../../words/summary.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { pageOf } from '../page.ts';
import { FILTER_SCRIPT, SCROLL_SCRIPT } from '../script.ts';
import { BASE_STYLE } from '../style.ts';
import { PRINT_STYLE } from '../style-print.ts';
import { distribution } from './distribution.ts';
import { centresFilter } from './filter.ts';
import { heatMap } from './heat.ts';
import { missingFacts } from './missing.ts';
import { nearMisses } from './near.ts';
import { overview } from './overview.ts';
import { type Chapter, chapterMarkup, type Part } from './part.ts';
import { ranking } from './ranking.ts';
import { type Rejected, rejectedChapter } from './rejected.ts';
import { rosterChapter } from './roster.ts';
import { mostFailed } from './rules.ts';
import { HEAT_SCRIPT } from './script.ts';
import { sections } from './sections.ts';
import { SUMMARY_STYLE } from './style.ts';

export { REJECTED_SHOWN, type Rejected } from './rejected.ts';

export interface SummaryOptions {
  readonly lang: Lang;
  readonly tool: Tool;
  /** The page of a centre where there is one, as a path from the summary's own folder. */
  readonly pageOf?: (row: CenterRow) => string | undefined;
  readonly rejected?: Rejected;
}

/** So many centres are listed and drawn on one page, however many frames share them. */
const LISTED = 600;
const DRAWN = 300;

const TITLE = { zh: '便民服务中心对标审核汇总', en: 'Audits against the county standards: summary' } as const;

const partOf = (frame: FrameSummary, index: number, summary: Summary, options: SummaryOptions): Part => {
  const { length } = summary.frames;
  const prefix = length === 1 ? '' : `f${index + 1}-`;
  return {
    summary: frame,
    lang: options.lang,
    level: length === 1 ? 1 : 2,
    id: name => (name === '' ? `f${index + 1}` : prefix + name),
    most: { listed: Math.ceil(LISTED / length), drawn: Math.ceil(DRAWN / length) },
    counties: new Set(frame.centers.map(({ row }) => row.center.county)).size,
    pageOf: options.pageOf ?? (() => undefined),
  };
};

const chaptersOf = (part: Part): readonly Chapter[] =>
  [
    distribution(part),
    ranking(part),
    heatMap(part),
    mostFailed(part),
    sections(part),
    nearMisses(part),
    missingFacts(part),
  ].filter(chapter => chapter !== undefined);

/** A part with what it says. */
interface Filled {
  readonly part: Part;
  readonly chapters: readonly Chapter[];
}

const partMarkup = ({ part, chapters: own }: Filled, several: boolean): Content => {
  const chapters = own.map(chapter => chapterMarkup(part, chapter));
  if (!several) return chapters;
  const { frame, count } = part.summary;
  return html`
<section class="frame-part" aria-labelledby="${part.id('part')}">
<h2 id="${part.id('part')}">${frameTitle(frame, part.lang)}${pick(part, `（${count} 个）`, ` (${count})`)}</h2>
${chapters}
</section>`;
};

const basis = ({ frames }: Summary, { lang, tool }: SummaryOptions): Chapter => ({
  name: 'basis',
  title: pick({ lang }, '依据与校验', 'Basis and digests'),
  content: html`
<div class="wide" tabindex="0" role="group" aria-labelledby="basis"><table class="digests">
<thead><tr><th scope="col">${pick({ lang }, '标准', 'Pack')}</th><th scope="col">${pick({ lang }, '版本', 'Version')}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${[...new Map(frames.map(({ frame: { pack } }) => [pack.id, pack])).values()].map(
    ({ id, version, sha256, title }) =>
      html`<tr><th scope="row">${title[lang]}</th><td>${id} ${version}</td><td class="digest">${sha256}</td></tr>`,
  )}</tbody></table></div>
<p class="remark">${pick({ lang }, `工具 ${tool.name} ${tool.version}；输入的校验值在 run.json 中，每个中心的在 results.jsonl 中。`, `Tool ${tool.name} ${tool.version}; the digests of the inputs are in run.json, those of each centre in results.jsonl.`)}</p>`,
});

const contents = (parts: readonly Filled[], around: readonly Chapter[], lang: Lang): Markup => {
  const several = parts.length > 1;
  const links = parts.flatMap(({ part, chapters }) =>
    several
      ? [[part.id('part'), frameTitle(part.summary.frame, lang)] as const]
      : chapters.map(({ name, title }) => [part.id(name), title] as const),
  );
  const [first, ...last] = around.map(({ name, title }) => [name, title] as const);
  return html`
<nav class="contents" aria-label="${pick({ lang }, '目录', 'Contents')}"><ul>${[
    ...(first ? [first] : []),
    ...links,
    ...last,
  ].map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
};

/** A batch on one page that needs nothing but itself; it does not grow with the number of centres. */
export const summaryHtml = (summary: Summary, options: SummaryOptions): string => {
  const { lang, tool } = options;
  const parts = summary.frames.map((frame, index) => partOf(frame, index, summary, options));
  const filled = parts.map(part => ({ part, chapters: chaptersOf(part) }));
  const page = { level: 1, id: (name: string) => name } as const;
  const first = overview(summary, lang);
  const last = [
    summary.roster && rosterChapter(summary.roster, lang),
    options.rejected && rejectedChapter(options.rejected, lang),
    basis(summary, options),
  ].filter(chapter => chapter !== undefined);
  const listed = summary.frames.some(({ centers }) => centers.length > 0);
  return pageOf({
    lang,
    title: TITLE[lang],
    styles: [BASE_STYLE, PRINT_STYLE, SUMMARY_STYLE],
    scripts: [FILTER_SCRIPT, SCROLL_SCRIPT, HEAT_SCRIPT],
    body: html`
<header><p class="kind">${pick({ lang }, '对标审核汇总', 'Summary of audits')}</p>
<h1>${TITLE[lang]}</h1>
<dl class="particulars"><div><dt>${pick({ lang }, '审核日期', 'As of')}</dt><dd>${dateText(summary.asOf, lang)}</dd></div></dl></header>
${contents(filled, [first, ...last], lang)}
<main id="content">
${chapterMarkup(page, first)}
${listed && centresFilter(summary, parts, lang)}
${filled.map(each => partMarkup(each, parts.length > 1))}
${last.map(chapter => chapterMarkup(page, chapter))}
</main>
<footer><p>${pick({ lang }, `由 ${tool.name} ${tool.version} 生成。本页是一个独立的文件，不联网，也不对外发送任何内容。`, `Made by ${tool.name} ${tool.version}. This page is one file: it loads nothing and sends nothing.`)}</p></footer>`,
  });
};
