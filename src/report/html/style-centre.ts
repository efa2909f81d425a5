/** One centre's report. */
export const CENTRE_STYLE = `.ruling { display: flex; align-items: flex-start; font: 700 1.5rem/1.5 var(--sans); }
.ruling .mark { margin-top: .22em; width: 1.1em; height: 1.1em; }
.headline { display: flex; flex-wrap: wrap; gap: .5rem 4rem; margin: 1.25rem 0 .75rem; }
.headline dt { color: var(--soft); font-size: .875rem; }
.headline dd { margin: 0; line-height: 1.3; }
.figure { font-size: 2.75rem; font-weight: 700; letter-spacing: -.01em; }
.range { margin-left: .5rem; font-size: 1.25rem; font-weight: 600; color: var(--accent); }
.of { margin-left: .75rem; color: var(--soft); font-size: .875rem; white-space: nowrap; }
.grade { display: inline-block; padding-top: .9rem; font-size: 1.5rem; font-weight: 600; }
.score-bar { display: block; overflow: visible; }
.score-bar .frame { stroke: var(--soft); }
text.limit { fill: var(--soft); font-size: 12px; }
line.limit { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 2 2; }
.legend { display: flex; flex-wrap: wrap; gap: .125rem 1.75rem; margin-top: .5rem; padding: 0; list-style: none; font-size: .875rem; }
.swatch .frame { stroke: var(--soft); }
.swatch { margin-right: .4rem; vertical-align: -.15em; }
.legend + p { margin-top: .625rem; font-size: .9375rem; }
.counts { width: auto; margin: 1.25rem 0 .75rem; }
.counts th, .counts td, .counts th.amount, .counts td.amount { width: auto; padding-right: 1.25rem; }
.counts td:last-child { font-weight: 600; }
.sections-list { padding: 0; list-style: none; }
.sections-list li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin-bottom: .75rem; font-size: .9375rem; }
.sections-list .amount { margin-left: auto; color: var(--soft); }
.sections-list .bar { display: block; flex-basis: 100%; }
.section { padding-top: 1rem; }
.section > h3, .section > h4 { padding-top: .5rem; }
.section-counts { margin-bottom: .75rem; }
.findings { padding: 0; list-style: none; }
.finding { margin-bottom: .75rem; padding: .75rem 1rem .875rem; border: 1px solid var(--line); border-left: 4px solid var(--na); background: var(--paper); }
.finding[hidden], .section[hidden] { display: none; }
.finding.fail { border-left-color: var(--fail); background: var(--fail-tint); }
.finding.unknown { border-left-color: var(--open); border-left-style: double; border-left-width: 6px; padding-left: calc(1rem - 2px); background: var(--open-tint); }
.finding.pass { border-left-color: var(--pass); }
.finding.pass, .finding.not-applicable { padding-top: .5rem; padding-bottom: .5rem; margin-bottom: .5rem; }
.finding:target { outline: 3px solid var(--accent); outline-offset: 1px; }
.finding-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125rem .875rem; }
.finding-head .outcome { min-width: 5.25em; font-size: .9375rem; }
.clause { margin-right: .5em; color: var(--soft); font-weight: 600; }
.remarks { margin-left: auto; color: var(--soft); font-size: .8125rem; }
.remarks > span + span { margin-left: .75em; }
.obligation { padding: 0 .4em; border: 1px solid var(--soft); border-radius: 2px; }
.obligation.must { color: var(--ink); border-color: var(--ink); font-weight: 600; }
.obligation.may { border-style: dashed; }
.rule-id { font-family: Consolas, "Noto Sans Mono", monospace; font-size: .75rem; }
.finding dl { display: grid; gap: .125rem 0; margin-top: .375rem; font-size: .9375rem; line-height: 1.7; }
.finding dl div { display: flex; gap: .75rem; }
.finding dt { flex: none; width: 2.25rem; color: var(--soft); }
:lang(en) .finding dt { width: 4rem; }
.finding dd { margin: 0; min-width: 0; }
.finding .gap dd { font-weight: 600; }
.finding.fail .gap dd { color: var(--fail); }
.finding .place, .finding .verify, .finding .note { font-size: .875rem; }
.finding .place dd, .finding .verify dd, .finding .note dd { color: var(--soft); }
.finding.pass dl, .finding.not-applicable dl { display: block; font-size: .875rem; line-height: 1.65; }
.finding.pass dl div, .finding.not-applicable dl div { display: inline; margin-right: 1.25em; }
.finding.pass dt, .finding.pass dd, .finding.not-applicable dt, .finding.not-applicable dd { display: inline; width: auto; }
.finding.pass dt, .finding.not-applicable dt { margin-right: .4em; }
.spot { white-space: nowrap; }
.asks { table-layout: fixed; min-width: 46rem; }
.asks th:nth-child(1) { width: 5%; }
.asks th:nth-child(2) { width: 25%; }
.asks th:nth-child(3) { width: 8%; }
.asks th:nth-child(4) { width: 29%; }
.asks th:nth-child(5) { width: 20%; }
.shortcomings th[scope="row"] { width: 30%; min-width: 9em; }
.ledger th[scope="row"] { width: 60%; min-width: 9em; }
.ledger td:nth-child(3) { white-space: nowrap; }
td .spot { white-space: normal; }
.scoring th[scope="row"] { width: 28%; min-width: 8em; }
.scoring td:nth-child(3) { min-width: 14em; }
.scoring tr:target, .asks tr:target { outline: 3px solid var(--accent); outline-offset: -2px; }
td.clause { color: var(--soft); margin: 0; }
.sum-text { font-weight: 600; }
.digests th { white-space: nowrap; }
.digest { font-family: Consolas, "Noto Sans Mono", monospace; font-size: .75rem; word-break: break-all; min-width: 16em; }
.chapter-basis p b { color: var(--fail); }
.notes { margin-top: .75rem; padding-left: 1.4em; font-size: .875rem; color: var(--soft); }
.blocks { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1.5rem 3rem; }
.blocks .line { height: 3.5rem; border-bottom: 1px solid var(--ink); }
.blocks .when { margin-top: .5rem; white-space: pre-wrap; }
.centre + .centre { margin-top: 4rem; }
article.centre { padding-top: 3rem; }
article.centre > h2 { font: 700 1.75rem/1.35 var(--serif); }
.problems td:first-child { width: 30%; }
.bearing { margin: 0 0 .75rem; font-size: .9375rem; }
.bearing div { display: flex; gap: 1em; }
.bearing dt { flex: none; width: 4.5em; color: var(--soft); }
.bearing dd { margin: 0; }
.chapter-stages .particulars { margin: 0; padding: 0; border: 0; }
@media screen and (max-width: 44rem) {
  .remarks { margin-left: 0; }
  .shortcomings th[scope="row"] { min-width: 7em; }
  .figure { font-size: 2.25rem; }
  .ruling { font-size: 1.25rem; }
  .grade { padding-top: 0; font-size: 1.25rem; }
  .finding { padding-left: .75rem; padding-right: .75rem; }
  .counts th, .counts td { padding-right: .5rem; padding-left: .25rem; }
  .counts .mark { display: block; margin: 0 0 0 auto; }
  .counts .outcome { white-space: normal; text-align: right; }
}`;
