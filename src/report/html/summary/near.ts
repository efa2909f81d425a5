import { compareExact, type Exact, exact, over, ZERO } from '../../../model/base/exact.ts';
import type { ScalarValue } from '../../../model/base/value.ts';
import type { NearMiss, RankedCenter } from '../../../model/result/summary.ts';
import { clauseText } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { byText, limitText } from '../../../words/summary.ts';
import { aligned, placesOf } from '../figures.ts';
import { type Content, html, type Markup, spoken } from '../markup.ts';
import { type Chapter, centreName, type Part } from './part.ts';

/** So many are listed of each kind. */
const MOST = 40;

export const figureOf = (value: ScalarValue): Exact => ('amount' in value ? exact(value.amount) : ZERO);

/** How much is missing, against what is asked. */
export const closeness = ({ by, limit }: NearMiss): Exact => {
  const whole = figureOf(limit);
  return compareExact(whole, ZERO) === 0 ? ZERO : over(figureOf(by), whole);
};

const leftOut = (left: number, { lang }: Part): Content =>
  left > 0 &&
  html`<p class="remark">${pick({ lang }, `另有 ${left} 项，见 summary.xlsx。`, `${left} more: see summary.xlsx.`)}</p>`;

const gradeRow = (center: RankedCenter, part: Part, places: number): Markup => {
  const { score } = center.row;
  const { gap, grade } = center.nextGrade ?? { gap: '', grade: '' };
  return html`<tr><th scope="row">${centreName(center, part)}</th><td class="amount">${score && aligned([score.low], places)}</td><td>${grade}</td><td class="amount">${aligned([gap], places)}</td></tr>`;
};

const byGap = (a: RankedCenter, b: RankedCenter): number =>
  compareExact(exact(a.nextGrade?.gap ?? '0'), exact(b.nextGrade?.gap ?? '0'));

const nextGrades = (part: Part): Content => {
  const near = part.summary.centers.filter(({ nextGrade }) => nextGrade !== undefined).sort(byGap);
  const places = placesOf(near.flatMap(({ row, nextGrade }) => [row.score?.low ?? '0', nextGrade?.gap ?? '0']));
  const head = pick(part, '中心 得分 上一等次 还差', 'Centre Score Next Short').split(' ');
  return (
    near.length > 0 &&
    html`
<div class="wide"><table class="near"><caption>${pick(part, `离上一等次不远的中心（${near.length} 个）`, `Close to the next grade (${near.length})`)}</caption>
<thead><tr>${head.map((name, index) => html`<th scope="col"${index % 2 === 1 && html` class="amount"`}>${name}</th>`)}</tr></thead>
<tbody>${near.slice(0, MOST).map(center => gradeRow(center, part, places))}</tbody></table></div>
${leftOut(near.length - MOST, part)}`
  );
};

interface Missed {
  readonly center: RankedCenter;
  readonly miss: NearMiss;
}

const missRow = ({ center, miss }: Missed, part: Part): Markup => {
  const { frame } = part.summary;
  const { lang } = part;
  const rule = frame.rules[miss.rule];
  const fact = frame.facts.find(({ id }) => id === miss.fact.replaceAll(/\[\d+\]/gu, ''))?.label[lang] ?? '';
  const [by, limit] = [byText(miss.by, lang), limitText(miss.limit, lang)];
  return html`<tr><th scope="row">${centreName(center, part)}</th><td class="clause">${rule && spoken(clauseText(rule), lang)}</td><td>${fact}</td><td>${pick(part, `差 ${by}（限值 ${limit}）`, `off by ${by} (limit ${limit})`)}</td></tr>`;
};

const misses = (part: Part): Content => {
  const near = part.summary.centers
    .flatMap(center => center.row.near.map(miss => ({ center, miss })))
    .sort((a, b) => compareExact(closeness(a.miss), closeness(b.miss)));
  const head = pick(part, '中心 条款 内容 差距', 'Centre Clause Of Gap').split(' ');
  return (
    near.length > 0 &&
    html`
<div class="wide"><table class="near"><caption>${pick(part, `差一点就达到的要求（${near.length} 项）`, `Requirements missed by little (${near.length})`)}</caption>
<thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${near.slice(0, MOST).map(missed => missRow(missed, part))}</tbody></table></div>
${leftOut(near.length - MOST, part)}`
  );
};

/** Who is nearly there: the next grade, or a limit missed by little. */
export const nearMisses = (part: Part): Chapter | undefined => {
  const [grades, limits] = [nextGrades(part), misses(part)];
  if (!grades && !limits) return undefined;
  return { name: 'near', title: pick(part, '差一点达到', 'Near misses'), content: [grades, limits] };
};
