import { type Bilingual, both } from '../model/base/text.ts';

/** What a parser says, by how it begins, and what a person is to do about it. */
const ADVICE: readonly (readonly [said: RegExp, advice: Bilingual])[] = [
  [/^Tabs are not allowed/u, both('缩进里有制表符（Tab），请改用空格', 'indent with spaces, not with tabs')],
  [
    /^(?:Nested mappings|Block collections) are not allowed/u,
    both(
      '一行里套着另一个“名称: 值”：里面一层也要用花括号，如 if: { 面积: 5 }；只是文字带冒号的，请给整句加引号',
      'a "name: value" inside another: put the inner one in braces, or in quotes where it is just a text with a colon',
    ),
  ],
  [
    /^Implicit (?:map )?keys need/u,
    both(
      '这一行像是“名称: 值”却不完整：少了冒号后的空格，或缩进不齐',
      'a "name: value" that is not whole: a space after the colon is missing, or the indent is uneven',
    ),
  ],
  [
    /^Missing ,/u,
    both(
      '花括号或方括号里两项之间少了逗号，或文字带冒号、引号没有加引号',
      'a comma is missing between two entries in brackets, or a text needs quotes',
    ),
  ],
  [
    /^Flow (?:map|sequence)|must end with a/u,
    both('花括号或方括号没有写完整，或换行后没有缩进', 'brackets are not closed, or the next line is not indented'),
  ],
  [/^(?:Missing closing|Quote Not Closed)/u, both('引号没有成对', 'a quote is not closed')],
  [
    /^Max Record Size/u,
    both('有一行太长，多半是引号没有成对', 'a line is far too long: most likely a quote is not closed'),
  ],
  [
    /^All (?:mapping|sequence|collection) items must start at the same column/u,
    both('同一层的各行要对齐', 'lines of one level must begin in the same column'),
  ],
  [
    /^Plain value cannot start with/u,
    both('以 @、`、% 等符号开头的文字要加引号', 'a text that begins with a sign such as @ or % needs quotes'),
  ],
  [/^Unsupported YAML version/u, both('删去 %YAML 这一行', 'leave the line %YAML out')],
  [
    /^Unexpected/u,
    both(
      '这里多出了内容：可能少了逗号、引号，或缩进不对',
      'something is too much here: a comma or quotes are missing, or the indent is wrong',
    ),
  ],
];

/** Why a file cannot be parsed, and what to do. */
export const syntaxText = ({ detail }: { readonly detail: string }): Bilingual => {
  const advice = ADVICE.find(([said]) => said.test(detail))?.[1];
  return both(
    `格式有误，读不下去：${advice?.zh ?? detail}`,
    `cannot be parsed: ${advice === undefined ? detail : `${detail}; ${advice.en}`}`,
  );
};
