import { type Problem, type ProblemOf, problem } from '../../model/base/problem.ts';

const WIDE_INDENT = /^[ \t]*[\u00a0\u2000-\u200a\u202f\u3000][\s\u00a0\u3000]*/gmu;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a\u202c\u202d\u2060-\u2064\ufeff]/gu;

/** Text with spaces of other widths before a line as common ones, and without characters that nobody sees. */
export const withCommonSpaces = (text: string): string =>
  text
    .replaceAll(UNSEEN, '')
    .replaceAll(WIDE_INDENT, indent => indent.replaceAll('\u3000', '  ').replaceAll(/[^ \t]/gu, ' '));

const KEY = String.raw`^\s*(?:-\s+)?[^\s:：#"'{}[\]|>-][^:：#"'{}[\]|>]{0,60}?`;

/** Signs that look like those of YAML and are none, by what they do to a line. */
const SLIPS: readonly (readonly [ProblemOf<'yaml-sign'>['slip'], RegExp])[] = [
  ['colon', new RegExp(`${KEY}(：)(?!.*:(?:\\s|$))`, 'u')],
  ['colon-space', new RegExp(`${KEY}(:)(?=[^\\s/\\\\\\d])(?!.*:(?:\\s|$))`, 'u')],
  ['brackets', /[:：-]\s*([｛［【])/u],
  ['comma', /(?:^|[}\]])[^{[}\]]*[{[][^}\]]*(，)/u],
  ['quotes', /[:-]\s+([“”‘’])/u],
  ['dash', /^\s*([—–－•·])\s*\S/u],
  ['dash-space', /^\s*(-)(?=[^\s\d-])/u],
];

const MOST = 5;

/** Where a text that cannot be parsed uses such signs; none where the fault is another. */
export const slipsIn = (file: string, text: string, firstLine: number): readonly Problem[] =>
  text
    .split('\n')
    .flatMap((line, index) => {
      if (line.trimStart().startsWith('#')) return [];
      const found = SLIPS.map(([slip, shape]) => ({ slip, match: shape.exec(line) })).find(
        ({ match }) => match !== null,
      );
      const sign = found?.match?.[1];
      if (found?.match == null || sign === undefined) return [];
      const column = line.indexOf(sign, found.match.index + found.match[0].lastIndexOf(sign)) + 1;
      return [problem('yaml-sign', { file, line: firstLine + index, column }, { slip: found.slip, sign })];
    })
    .slice(0, MOST);
