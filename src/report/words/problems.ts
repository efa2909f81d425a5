import { formatLocation, isCell, placeInFile } from '../../model/location.ts';
import type { Problem, ProblemCode, ProblemOf } from '../../model/problem.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { UNITS } from '../../model/unit.ts';
import type { FactDefinition } from '../../model/vocabulary.ts';
import { levelName } from './names.ts';
import { inspectionText, tableDoubtText, tableErrorText } from './table-problems.ts';
import { WAIVER_SENTENCES } from './waiver-problems.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

const orNothing = (suggestions: readonly string[], zh: string, en: string): Bilingual =>
  suggestions.length === 0
    ? both('', '')
    : both(
        `${zh}${suggestions.map(name => `“${name}”`).join('、')}`,
        `${en}${suggestions.map(name => `"${name}"`).join(', ')}`,
      );

const didYouMean = (suggestions: readonly string[]): Bilingual => {
  const { zh, en } = orNothing(suggestions, '是不是想写', 'did you mean ');
  return both(zh === '' ? '' : `；${zh}？`, en === '' ? '' : `; ${en}?`);
};

const join = (...parts: readonly Bilingual[]): Bilingual =>
  both(parts.map(part => part.zh).join(''), parts.map(part => part.en).join(''));

/** What a fact of each type may be written as. */
export const accepted = (fact: FactDefinition): Bilingual => {
  const example =
    fact.example === undefined ? both('', '') : both(`，如“${fact.example}”`, `, such as "${fact.example}"`);
  switch (fact.type) {
    case 'quantity':
      return join(
        both(
          `数字加单位（${UNITS[fact.unit].label.zh}），只写数字按${UNITS[fact.unit].label.zh}计`,
          `a number with its unit (${fact.unit}; a bare number is taken in ${fact.unit})`,
        ),
        example,
      );
    case 'size':
      return both(`“宽×高”，如“50×70${fact.unit}”`, `"width × height", such as "50×70${fact.unit}"`);
    case 'count':
      return join(both('一个不小于 0 的整数', 'a whole number, 0 or more'), example);
    case 'percent':
      return both('百分数，如“98.5%”', 'a percentage, such as "98.5%"');
    case 'yes_no':
      return both('“是”或“否”（也可写 有/无、√/×）', '"yes" or "no" (是/否, 有/无, √/× too)');
    case 'date':
      return both('日期，如“2021-11-15”', 'a date, such as "2021-11-15"');
    case 'text':
      return both('一段文字', 'plain text');
    case 'term':
      return both('清单中的一项', 'one term of its list');
    case 'terms':
      return join(
        both('清单中的若干项，用“、”隔开；没有就写“无”', 'terms of its list, separated by "、"; "无" for none'),
        example,
      );
    case 'records':
      return both('一张清单，每条写明各栏；没有就写“无”', 'a list with one entry each; "无" for none');
  }
};

const plausible = (fact: FactDefinition): Bilingual => {
  const range = 'plausible' in fact ? fact.plausible : undefined;
  const unit = fact.type === 'quantity' ? UNITS[fact.unit].label : both('', '');
  return range === undefined
    ? both('不能是负数或零', 'it cannot be negative or zero')
    : both(
        `通常在 ${range[0]}～${range[1]} ${unit.zh}之间，请核对数字和单位`,
        `usually between ${range[0]} and ${range[1]} ${unit.en}: check number and unit`,
      );
};

const FEATURES: Readonly<Record<ProblemOf<'yaml-feature'>['feature'], Bilingual>> = {
  alias: both(
    '不支持 YAML 别名（*名称），请把内容写全',
    'YAML aliases (*name) are not accepted: write the content out',
  ),
  merge: both('不支持 YAML 合并键（<<），请把内容写全', 'YAML merge keys (<<) are not accepted: write the content out'),
  tag: both('不支持 YAML 标签（!…），请删去', 'YAML tags (!…) are not accepted: remove it'),
  directive: both('不支持 %YAML 指令，请删去这一行', '%YAML directives are not accepted: remove the line'),
  documents: both(
    '一个文件只能有一份内容，请删去“---”之后的部分或另存为文件',
    'one file holds one document: remove what follows "---" or save it as a file of its own',
  ),
  depth: both('嵌套层次太深，请检查缩进', 'nested too deeply: check the indentation'),
};

const REFUSALS: Readonly<Record<ProblemOf<'workbook-refused'>['reason'], Bilingual>> = {
  encrypted: both(
    '工作簿加了密码，打不开；请取消密码后另存再提交',
    'the workbook is protected by a password: remove it, save and submit again',
  ),
  'old-format': both(
    '这是旧版 .xls 工作簿；请用 Excel 或 WPS 另存为 .xlsx 再提交',
    'an old .xls workbook: save it as .xlsx and submit again',
  ),
  'web-page': both(
    '这是网页或文本，只是名字像工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx',
    'a web page or text under the name of a workbook: open it and save it as .xlsx',
  ),
  'not-workbook': both(
    '这不是 Excel 工作簿；请用 Excel 或 WPS 另存为 .xlsx 再提交',
    'not an Excel workbook: save it as .xlsx and submit again',
  ),
  damaged: both(
    '工作簿已损坏或写法不合规范，读不下去；请用 Excel 或 WPS 打开、另存后再提交',
    'the workbook is damaged: open it in a spreadsheet program, save it under a new name and submit again',
  ),
  'too-large': both(
    '工作簿展开后过大，不予读取；请删去无用的空行、图片和工作表后再提交',
    'the workbook is too large when unpacked, not read: remove empty rows, pictures and sheets that are not needed',
  ),
  'too-many-cells': both(
    '工作簿内容过多，不能一次读入；汇总表请用 duibiao batch',
    'too much in one workbook to be read at once; for a large table use duibiao batch',
  ),
  'no-sheets': both(
    '工作簿里没有可读的工作表；请取消隐藏或重新填写',
    'the workbook has no sheet that can be read: unhide it or fill in the form again',
  ),
};

const EXTRAS: Readonly<Record<ProblemOf<'workbook-extras'>['extras'], Bilingual>> = {
  macros: both(
    '工作簿含有宏；宏没有运行，只读取了单元格',
    'the workbook has macros; they were not run, only cells were read',
  ),
  'external-links': both(
    '工作簿引用了其他文件；没有打开那些文件，用的是保存时的值',
    'the workbook refers to other files; they were not opened, values are those saved in it',
  ),
};

type Sentences = { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => Bilingual };

const SENTENCES: Sentences = {
  'file-missing': () => both('找不到这个文件，请检查路径和文件名', 'no such file: check the path and the name'),
  'file-unreadable': p =>
    both(
      `打不开这个文件（${p.detail}），请检查权限或关闭占用它的程序`,
      `cannot be opened (${p.detail}): check permissions, or close the program that holds it`,
    ),
  'is-directory': () =>
    both(
      '这是文件夹，不是文件；成批审核请用 duibiao batch',
      'a folder, not a file; for many centres use duibiao batch',
    ),
  'empty-file': () => both('文件是空的', 'the file is empty'),
  'too-large': p =>
    both(`文件超过 ${p.limit}，不予读取；请确认是不是申报表`, `larger than ${p.limit}, not read: is this a profile?`),
  'unknown-format': p =>
    both(
      `${p.extension === '' ? '文件名没有扩展名，看不出格式' : `不认识“${p.extension}”格式`}；可用的格式：${p.accepted.join(' ')}`,
      `${p.extension === '' ? 'the name has no ending that tells its format' : `unknown format "${p.extension}"`}; accepted: ${p.accepted.join(' ')}`,
    ),
  'wrong-content': p =>
    both(
      `内容与扩展名不符：应为 ${p.expected}，实际像是 ${p.found}；请用原程序另存为正确格式`,
      `its content does not fit its name: expected ${p.expected}, looks like ${p.found}; save it again in the right format`,
    ),
  'decoded-as': p =>
    both(
      `不是 UTF-8 编码，已按 ${p.encoding} 读取；建议另存为 UTF-8`,
      `not UTF-8, read as ${p.encoding}; better save it as UTF-8`,
    ),
  syntax: p => both(`格式有误，读不下去：${p.detail}`, `cannot be parsed: ${p.detail}`),
  'yaml-feature': p => FEATURES[p.feature],
  'duplicate-key': p =>
    both(
      `“${p.key}”重复，前面已在 ${placeInFile(p.first)} 写过；请保留一处`,
      `"${p.key}" stands twice, first at ${placeInFile(p.first)}: keep one`,
    ),
  'not-a-mapping': p =>
    both(`这里应是“名称: 值”的申报内容，实际是“${p.found}”`, `expected "name: value" entries, found "${p.found}"`),
  'unknown-fact': p => join(both(`不认识“${p.key}”这一项`, `unknown fact "${p.key}"`), didYouMean(p.suggestions)),
  'duplicate-fact': p =>
    both(
      `“${p.fact.label.zh}”填了两次，前面已在 ${placeInFile(p.first)} 填过；请保留一处`,
      `"${p.fact.label.en}" is given twice, first at ${placeInFile(p.first)}: keep one`,
    ),
  'unreadable-value': p =>
    join(
      both(
        `“${p.fact.label.zh}”的值“${p.found}”读不懂；应填`,
        `cannot read "${p.found}" as "${p.fact.label.en}"; accepted: `,
      ),
      accepted(p.fact),
    ),
  'wrong-unit': p =>
    join(
      both(
        `“${p.fact.label.zh}”的值“${p.found}”单位不对；应填`,
        `"${p.found}" has a unit that "${p.fact.label.en}" cannot have; accepted: `,
      ),
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
      didYouMean(p.suggestions),
      orNothing(p.accepted, '；可填', '; possible: '),
      p.open
        ? both('（确是清单以外的，请写“其他：名称”）', ' (for one outside the list write "其他：name")')
        : both('', ''),
    ),
  'duplicate-term': p =>
    both(
      `“${p.fact.label.zh}”里“${p.found}”重复，按一项计`,
      `"${p.found}" stands twice in "${p.fact.label.en}"; counted once`,
    ),
  'own-term': p =>
    both(
      `“${p.fact.label.zh}”里的“${p.found}”不在清单中，按原文保留；如与清单某项同义请改用清单用语`,
      `"${p.found}" is not in the list of "${p.fact.label.en}"; kept as written`,
    ),
  'nothing-declared': () => both('没有填报任何内容', 'nothing is declared'),
  'workbook-refused': p => REFUSALS[p.reason],
  'workbook-extras': p => EXTRAS[p.extras],
  'cell-error': p =>
    both(
      `这一格是公式错误“${p.found}”，没有可用的值；请改正公式或直接填值`,
      `the cell holds the error ${p.found}, not a value: mend the formula or type the value`,
    ),
  'formula-uncached': () =>
    both(
      '这一格的公式没有保存计算结果；请用 Excel 或 WPS 打开后保存再提交，或直接填值',
      'the formula has no saved result: open and save the file in a spreadsheet program, or type the value',
    ),
  'hidden-sheet': p =>
    both(
      `工作表“${p.sheet}”是隐藏的，没有读取；其中如有申报内容，请取消隐藏`,
      `sheet "${p.sheet}" is hidden and was not read: unhide it if it declares anything`,
    ),
  'hidden-rows': p =>
    both(
      `第 ${p.rows} 行是隐藏的，仍已读取；不应计入的请删除`,
      `rows ${p.rows} are hidden, and were read all the same`,
    ),
  'unread-sheet': p =>
    both(
      `工作表“${p.sheet}”里没有认得的表头，没有读取`,
      `sheet "${p.sheet}" has no heading that is known; it was not read`,
    ),
  'unread-cell': p =>
    join(
      both(`这一格的“${p.found}”不对应任何填报项，没有读取`, `"${p.found}" belongs to no known heading; not read`),
      p.more === 0 ? both('', '') : both(`（本表另有 ${p.more} 格）`, ` (and ${p.more} more cells of the sheet)`),
    ),
  'unmatched-record': p =>
    p.center === ''
      ? both(
          `“${p.list}”没有写明属于哪个中心；请在“便民服务中心名称”一栏写明`,
          `"${p.list}" does not say to which centre it belongs: name it in the column 便民服务中心名称`,
        )
      : both(
          `“${p.list}”这一行写的中心“${p.center}”在汇总表里找不到；请核对名称`,
          `this row of "${p.list}" names the centre "${p.center}", which is not in the table: check the name`,
        ),
  'center-undeclared': p =>
    both(
      `没有填报${p.missing.map(fact => (fact === 'center.county' ? '“县区”' : '“级别”')).join('和')}，无法确定适用的标准；请补填，或用 --pack 指定标准`,
      `the ${p.missing.map(fact => (fact === 'center.county' ? 'county (县区)' : 'level (级别)')).join(' and ')} is not declared, so no standard can be chosen: add it, or name one with --pack`,
    ),
  'no-pack': p =>
    both(
      `没有适用于“${p.county}”（${levelName(p.level, 'zh')}，${p.asOf}）的标准；可用 --pack 指定：${p.available.join('、')}`,
      `no pack in force for "${p.county}" (${levelName(p.level, 'en')}) on ${p.asOf}; name one with --pack: ${p.available.join(', ')}`,
    ),
  'ambiguous-pack': p =>
    both(
      `有多个标准同时适用：${p.packs.join('、')}；请用 --pack 指定`,
      `several packs apply: ${p.packs.join(', ')}; name one with --pack`,
    ),
  'unknown-pack': p => join(both(`没有名为“${p.id}”的标准`, `no pack "${p.id}"`), didYouMean(p.suggestions)),
  'level-not-covered': p =>
    both(
      `标准“${p.pack}”不管${levelName(p.level, 'zh')}`,
      `pack "${p.pack}" does not bind this kind of place (${levelName(p.level, 'en')})`,
    ),
  shape: p =>
    both(
      `${p.path === '' ? '这里' : `“${p.path}”`}不合要求，应为：${p.detail}`,
      `${p.path === '' ? 'this' : `"${p.path}"`} should be: ${p.detail}`,
    ),
  'unknown-key': p => join(both(`不认识的关键字“${p.key}”`, `unknown key "${p.key}"`), didYouMean(p.suggestions)),
  'unknown-name': p =>
    join(
      both(`没有这个${NAMES[p.kind].zh}：“${p.name}”`, `no such ${NAMES[p.kind].en}: "${p.name}"`),
      didYouMean(p.suggestions),
    ),
  'duplicate-id': p =>
    both(
      `编号“${p.id}”重复，前面已在 ${placeInFile(p.first)}`,
      `id "${p.id}" stands twice, first at ${placeInFile(p.first)}`,
    ),
  'ambiguous-name': p =>
    both(`“${p.name}”同时是 ${p.owners.join('、')} 的名称`, `"${p.name}" names several things: ${p.owners.join(', ')}`),
  'operator-type': p =>
    both(
      `“${p.operator}”不能用于 ${p.fact}（${p.type}）；可用：${p.accepted.join(' ')}`,
      `"${p.operator}" cannot be asked of ${p.fact} (${p.type}); possible: ${p.accepted.join(' ')}`,
    ),
  'operand-type': p =>
    both(
      `“${p.operator}”后的“${p.found}”与 ${p.fact} 不符；应为：${p.expected}`,
      `operand "${p.found}" of "${p.operator}" does not fit ${p.fact}; expected: ${p.expected}`,
    ),
  'empty-range': p => both(`范围 ${p.low}～${p.high} 是空的`, `the range ${p.low}–${p.high} is empty`),
  'when-empty-missing': p =>
    both(
      `对“${p.records}”逐个检查时，须写明清单为空时怎样（when_empty: met | unmet | unknown）`,
      `"every: ${p.records}" must say what holds when the list is empty (when_empty: met | unmet | unknown)`,
    ),
  'bad-pattern': p => both(`样式“${p.pattern}”有误（${p.detail}）`, `bad pattern "${p.pattern}" (${p.detail})`),
  'bad-scheme': p => SCHEME[p.detail],
  'bad-table': p => tableErrorText(p.defect, p.values),
  'table-doubt': p => tableDoubtText(p.doubt, p.values),
  ...WAIVER_SENTENCES,
  'bad-inspection': p => inspectionText(p.defect, p.values),
  superseded: p =>
    p.same
      ? both(
          `与 ${formatLocation(p.by)} 内容完全相同，只计一份`,
          `the same content as ${formatLocation(p.by)}; counted once`,
        )
      : both(
          `“${p.center}”另有更晚的申报，以 ${formatLocation(p.by)} 为准`,
          `"${p.center}" was declared again later; ${formatLocation(p.by)} counts`,
        ),
  'duplicate-center': p => {
    const others = p.others.map(formatLocation);
    return p.rule === 'latest'
      ? both(
          `“${p.center}”报了多份（另见 ${others.join('、')}），申报日期缺少或相同，分不出哪份最晚；请只留一份或填明申报日期`,
          `"${p.center}" was submitted several times (see ${others.join(', ')}) and the dates of declaration do not tell which is the latest: keep one, or date them`,
        )
      : both(
          `“${p.center}”报了多份（另见 ${others.join('、')}）；请只留一份`,
          `"${p.center}" was submitted several times (see ${others.join(', ')}): keep one`,
        );
  },
};

const NAMES: Readonly<Record<ProblemOf<'unknown-name'>['kind'], Bilingual>> = {
  fact: both('填报项', 'fact'),
  list: both('清单', 'list'),
  section: both('章节', 'section'),
  term: both('用语', 'term'),
  rule: both('条款规则', 'rule'),
  unit: both('单位', 'unit'),
  scheme: both('计分方案', 'score scheme'),
  grade: both('等次', 'grade'),
  item: both('评分项', 'row'),
  class: both('类别', 'class of place'),
  entry: both('填报栏', 'entry'),
};

const SCHEME: Readonly<Record<ProblemOf<'bad-scheme'>['detail'], Bilingual>> = {
  'grades-order': both('等次须从高到低排列', 'grades must fall from the highest'),
  'grades-gap': both('最低一等须从 0 分起', 'the lowest grade must begin at 0'),
  'no-points': both('没有任何分值', 'no points at all'),
};

/** What is wrong, and what to do. */
export const problemText = (problem: Problem, lang: Lang): string =>
  (SENTENCES[problem.code] as (problem: Problem) => Bilingual)(problem)[lang];

/** Problems of a file as a whole: no line of it is to blame. */
const OF_THE_FILE: ReadonlySet<ProblemCode> = new Set([
  'file-missing',
  'file-unreadable',
  'is-directory',
  'empty-file',
  'too-large',
  'unknown-format',
  'wrong-content',
  'decoded-as',
  'workbook-refused',
  'unknown-pack',
  'unknown-name',
]);

const isWhole = ({ code, location }: Problem): boolean =>
  OF_THE_FILE.has(code) && !isCell(location) && location.line === 1 && location.column === 1;

/** One line: where, what is wrong, what to do. */
export const problemLine = (problem: Problem, lang: Lang): string =>
  `${isWhole(problem) ? problem.location.file : formatLocation(problem.location)}: ${problemText(problem, lang)}`;
