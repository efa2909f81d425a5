import { placeInFile } from '../../model/base/location.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { UnreadableCause } from '../../model/base/unreadable-cause.ts';
import { accepted, inOneCell, plausible } from './accepted.ts';
import { didYouMean, join, orNothing, type Sentences } from './phrases.ts';

/** The slip behind a value that cannot be read, and what to do about it. */
const CAUSES: Readonly<Record<UnreadableCause, Bilingual>> = {
  approximate: both('：是约数，请写确切的数', ': it is approximate, give the exact number'),
  bound: both('：写的是界限，请写实际的数', ': it is a limit, give the actual number'),
  range: both('：写的是一个范围，请写一个确切的值', ': it is a range, give one value'),
  'letter-for-digit': both('：数字里混有字母（O、l 等），请改成数字 0、1', ': letters (O, l) stand among the digits'),
  'space-in-number': both('：数字中间有空格，请删去', ': there is a space inside the number, remove it'),
  'stop-for-point': both('：小数点写成了“。”或“·”，请改成“.”', ': the decimal point is another sign, write "."'),
  'several-values': both('：写了几个数，请只写一个', ': there are several numbers, give one'),
  'several-things': both('：这里写了几个，请一行写一个', ': it names several, give each a row of its own'),
  ditto: both('：指的是哪一格说不清，请把内容写出来', ': nobody knows which cell is meant, write it out'),
  government: both('：写的是政府，请写中心的名称', ': it is a government, give the name of its centre'),
  nobody: both('：还没有的人和物不要列在清单里', ': what is not there yet does not belong on the list'),
  'not-running': both(
    '：写的是已撤并、停用或还没建成的中心，不是的请去掉这样的话，是的请不要填报',
    ': it says that the centre is closed, or not there yet: take that away, or the whole of what it declares',
  ),
  'remark-behind': both('：数字后面带有说明，请移到备注', ': a remark stands behind the number, move it elsewhere'),
  'remark-on-answer': both('：“是”或“否”以外的话请移到备注', ': only yes or no belongs here, move the rest elsewhere'),
  'bare-number': both(
    '：括号里的数没有单位，分不清是面积、个数还是编号，请把单位写上',
    ': the number in brackets has no unit and may be an area, a count or a number, write its unit',
  ),
  'two-units': both(
    '：名目里的单位和旁边一栏里的不一样，请改成一致',
    ': its heading tells one unit and the column beside it another, make them agree',
  ),
  'no-percent-sign': both('：没有百分号', ': the sign of per cent is missing'),
  'fewer-than-said': both('：写明的项数比列出的多，请逐项写出', ': it names fewer than it says, name each'),
  'month-only': both('：没有写到日', ': the day is missing'),
  'day-without-year': both('：没有写年份', ': the year is missing'),
  'year-only': both('：没有写月和日', ': month and day are missing'),
  'two-digit-year': both('：年份要写四位', ': the year needs four digits'),
  'day-first': both(
    '：分不清月和日，请按年、月、日的顺序写',
    ': day and month cannot be told apart, write year, month, day',
  ),
  'day-number': both(
    '：这是表格软件里日期的序号，请把单元格改成日期',
    ': it is the serial number of a day, make the cell a date',
  ),
  'no-such-day': both('：没有这一天', ': there is no such day'),
  'number-shown-as-date': both(
    '：单元格里是一个数，格式却设成了日期，请把单元格改成“常规”或“数值”',
    ': the cell holds a number but shows a date, set its format to a number',
  ),
};

/** Signs of common texts: ASCII, Han, kana, their punctuation, letters of units, boxes and ticks. */
const COMMON =
  /[\u0020-\u007e\u00b0-\u00d7\u2010-\u2027\u2030-\u205e\u2150-\u218f\u2190-\u22ff\u2460-\u27bf\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}\n]/u;

/** Names the signs of a text that look like others or like nothing: an odd letter, a space of another width. */
const oddSigns = (text: string): Bilingual => {
  const odd = [...new Set([...text].filter(sign => !COMMON.test(sign)))].slice(0, 3);
  const codes = odd.map(sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return odd.length === 0
    ? both('', '')
    : both(
        `（其中有不常用或看不见的字符 ${codes.join('、')}）`,
        ` (it holds unusual or invisible characters ${codes.join(', ')})`,
      );
};

/** The year before a name or behind it: 2025年办事大厅使用面积, 办事大厅使用面积（2027年）. */
const YEAR = /^20\d{2}年度?|[（(【[][^（）()]*20\d{2}[^（）()]*[)）】\]]/u;

const ofYear = (key: string, name: string): Bilingual =>
  both(
    `“${key}”写明了年份，看不出是不是现在的情况；只留现在的一栏，名目改写成“${name}”`,
    `"${key}" tells a year, and nobody knows whether it is how things are now: keep the one that is, under the name "${name}"`,
  );

export const VALUE_SENTENCES = {
  'unknown-fact': p =>
    p.list === undefined
      ? YEAR.test(p.key) && p.suggestions.includes(p.key.replace(YEAR, ''))
        ? ofYear(p.key, p.key.replace(YEAR, ''))
        : join(both(`不认识“${p.key}”这一项`, `unknown fact "${p.key}"`), oddSigns(p.key), didYouMean(p.suggestions))
      : join(
          both(
            `“${p.key}”是“${p.list.label.zh}”每一条里的一栏，不能当作中心的一项填；请把${p.list.item.zh}另列一页，页名写“${p.list.label.zh}”，一行一条`,
            `"${p.key}" is a field of each ${p.list.item.en}, and no fact of the centre: list them under "${p.list.label.en}", in a sheet of that name with a row for each`,
          ),
          inOneCell(p.list),
        ),
  'theme-value': p => ({
    zh: `“${p.theme.label.zh}”是一组填报项的名称，不能直接填“${p.found}”；请写到它下面的某一项里`,
    en: `"${p.theme.label.en}" names a group of facts and takes no value itself ("${p.found}"): write it under one of them`,
  }),
  'duplicate-fact': p => ({
    zh: `“${p.fact.label.zh}”填了两次，前面已在 ${placeInFile(p.first)} 填过；请保留一处`,
    en: `"${p.fact.label.en}" is given twice, first at ${placeInFile(p.first)}: keep one`,
  }),
  'unreadable-value': p =>
    join(
      both(`“${p.fact.label.zh}”的值“${p.found}”读不懂`, `cannot read "${p.found}" as "${p.fact.label.en}"`),
      p.cause === undefined ? oddSigns(p.found) : CAUSES[p.cause],
      both('；应填', '; accepted: '),
      accepted(p.fact),
    ),
  'no-day': p => ({
    zh: `“${p.fact.label.zh}”只写了“${p.found}”，没有写到日，按未填处理；要用到这一天的，请写到日`,
    en: `"${p.fact.label.en}" says just "${p.found}" and names no day; taken as not given: write the day where it matters`,
  }),
  'wrong-unit': p =>
    join(
      both(
        `“${p.fact.label.zh}”的值“${p.found}”单位不对`,
        `"${p.found}" has a unit that "${p.fact.label.en}" cannot have`,
      ),
      oddSigns(p.found),
      both('；应填', '; accepted: '),
      accepted(p.fact),
    ),
  implausible: p =>
    join(
      both(
        `“${p.fact.label.zh}”填了“${p.found}”，不合常理：`,
        `"${p.found}" is not plausible for "${p.fact.label.en}": `,
      ),
      plausible(p.fact),
    ),
  'unknown-term': p =>
    join(
      both(
        `“${p.fact.label.zh}”里的“${p.found}”不在清单中`,
        `"${p.found}" is not a known term of "${p.fact.label.en}"`,
      ),
      oddSigns(p.found),
      didYouMean(p.suggestions),
      orNothing(p.accepted, '；可填', '; possible: '),
      p.open
        ? both('（确是清单以外的，请写“其他：名称”）', ' (for one outside the list write "其他：name")')
        : both('', ''),
    ),
  'duplicate-term': p => ({
    zh: `“${p.fact.label.zh}”里“${p.found}”重复，按一项计`,
    en: `"${p.found}" stands twice in "${p.fact.label.en}"; counted once`,
  }),
  'not-running': p => ({
    zh: `“${p.found}”写明已撤并、停用或还没建成，没有算作一个中心；照常办公的请改过来`,
    en: `"${p.found}" is closed or not there yet by its own words, and not counted as a centre: correct it if it is open`,
  }),
  'unmatched-record': p => {
    if (p.center === '')
      return both(
        `“${p.list}”没有写明属于哪个中心；请在“便民服务中心名称”一栏写明`,
        `"${p.list}" does not say to which centre it belongs: name it in the column 便民服务中心名称`,
      );
    if (p.several)
      return both(
        `“${p.list}”这一行写的“${p.center}”有几个中心都对得上，分不清是哪一个的；请写明县区、乡镇和中心名称`,
        `this row of "${p.list}" names "${p.center}", which more than one centre may be: write its county, township and name`,
      );
    return p.alone
      ? both(
          `“${p.list}”一行一条写明了是哪个中心的，却没有一处写各中心自己的情况；请在同一工作簿里加一页，一个中心一行，至少有名称、县区、级别三栏`,
          `each row of "${p.list}" names its centre, and nothing says of a centre what it is: add a sheet with a row for each centre, with its name (名称), county (县区) and level (级别) at least`,
        )
      : both(
          `“${p.list}”这一行写的中心“${p.center}”在汇总表里找不到；请核对名称`,
          `this row of "${p.list}" names the centre "${p.center}", which is not in the table: check the name`,
        );
  },
  'own-term': p => ({
    zh: `“${p.fact.label.zh}”里的“${p.found}”不在清单中，按原文保留；如与清单某项同义请改用清单用语`,
    en: `"${p.found}" is not in the list of "${p.fact.label.en}"; kept as written`,
  }),
  'list-of-blanks': p => ({
    zh: `“${p.fact.label.zh}”的清单里每一条都是空的，按未申报计；确实没有请写“无”`,
    en: `every entry of "${p.fact.label.en}" is blank, taken as not declared; if there is none write "无"`,
  }),
  provisional: p => ({
    zh: `暂定审核：有 ${p.count} 处填报读不懂，相应内容按未申报计，不作判定`,
    en: `provisional: ${p.count} ${p.count === 1 ? 'place' : 'places'} could not be read; what they declare counts as not declared and is not judged`,
  }),
  'nothing-declared': () => both('没有填报任何内容', 'nothing is declared'),
} satisfies Sentences;
