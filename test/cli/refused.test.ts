import { describe, expect, it } from 'vitest';
import { inside } from '../support/inside.ts';

const CENTRE = 'fixtures/centers/luoshan-qingshiao.yaml';
const EN = ['--lang', 'en'] as const;
const PACKS = '“hengyang”、“luan-2022”、“luan-2022-draft”、“luoshan-2021”、“taojiang-2014”、“xinhua-2022”';
const UNKNOWN_PACK = `错误 --pack: 没有名为“没有”的标准；可用${PACKS}`;
const NO_SUCH_FILE = '错误 没有.json: 找不到这个文件，请检查路径和文件名';

/** What somebody asks for that there is not, or says wrongly; the code, and all that is said of it. */
const REFUSED: readonly (readonly [words: readonly string[], code: number, said: string])[] = [
  [['audit', CENTRE, '--min-score', '很高'], 64, '错误：选项“--min-score <n>”的内容“很高”不对；应为数字'],
  [['audit', CENTRE, '--min-score', '0x3E'], 64, '错误：选项“--min-score <n>”的内容“0x3E”不对；应为数字'],
  [['audit', CENTRE, '--min-score', ' '], 64, '错误：选项“--min-score <n>”的内容“ ”不对；应为数字'],
  [['audit', CENTRE, '--rule', '没有'], 64, '所审的标准和评分表里没有这样的规则、条款或章节：没有'],
  [
    ['audit', CENTRE, '--rule', 'none', ...EN],
    64,
    'the standard and its scorecard have no such rule, clause or section: none',
  ],
  [['audit', CENTRE, '-o', '没有'], 64, '看不出报告格式，请写成 格式=文件，例如 json=结果.json：没有'],
  ...['0', '1.5', '-1', '1e9', '65'].map(
    said =>
      [
        ['batch', CENTRE, '--workers', said, '-o', '{never}'],
        64,
        `错误：选项“--workers <n>”的内容“${said}”不对；应为 1～64 的整数`,
      ] as const,
  ),
  [
    ['batch', CENTRE, '--shard', '3/2', '-o', '{never}'],
    64,
    '错误：选项“--shard <i/n>”的内容“3/2”不对；应为“第几份/共几份”，如 2/8',
  ],
  [
    ['batch', CENTRE, '--shard', '0/2', '-o', '{never}'],
    64,
    '错误：选项“--shard <i/n>”的内容“0/2”不对；应为“第几份/共几份”，如 2/8',
  ],
  [
    ['template', '-o', 'a.yaml', '-o', 'b.yaml'],
    64,
    '错误：选项“-o, --output <file>”的内容“b.yaml”不对；前面已写 a.yaml，这里只能写一个',
  ],
  [
    ['batch', CENTRE, '-o', 'a', '-o', 'b'],
    64,
    '错误：选项“-o, --output <folder>”的内容“b”不对；前面已写 a，这里只能写一个',
  ],
  [['completion', '别的'], 64, '错误：参数“shell”不能是“别的”；可选：bash, zsh, fish, powershell'],
  [
    ['schema', '没有'],
    64,
    '可选的 schema：profile pack rules ledger cases vocabulary scheme waivers config result comparison',
  ],
  [['explain', 'nosuch', ...EN], 3, 'error explain: no such rule: "nosuch"'],
  [['template', '--pack', '没有'], 3, UNKNOWN_PACK],
  [['packs', 'guide', '没有'], 3, UNKNOWN_PACK],
  [['packs', 'readings', '没有'], 3, UNKNOWN_PACK],
  [['packs', 'diff', 'luoshan-2021', '没有'], 3, UNKNOWN_PACK],
  [['packs', 'exemplar', 'luoshan-2021', '--failing', '没有'], 64, '标准“luoshan-2021”没有这个级别或这条规则'],
  [
    ['packs', 'exemplar', 'luoshan-2021', '--failing', 'none', ...EN],
    64,
    'pack "luoshan-2021" has no such level or rule',
  ],
  [
    ['packs', 'list', '--standards', '没有'],
    3,
    '错误 没有: 这个文件夹里没有标准；每个标准一个子文件夹，里面有 pack.yaml，或一个写明 standard: 的评分表',
  ],
  [['packs', 'sign', 'luoshan-2021'], 64, '错误：须给出选项“--by <name>”'],
  [['packs', 'from-sheet', 'x.xlsx', CENTRE], 64, `${CENTRE} 不是文件夹；请另写一个文件夹`],
  [['packs', 'from-sheet', 'x.xlsx', CENTRE, ...EN], 64, `${CENTRE} is no folder; name another`],
  [['packs', 'new'], 64, '错误：缺少参数“folder”'],
  [['validate', '没有.json'], 3, NO_SUCH_FILE],
  [['render', '没有.json', '-o', 'html'], 3, NO_SUCH_FILE],
  [['scorecards', 'lint', '没有.json'], 3, NO_SUCH_FILE],
  [['scorecards', 'test', '没有.json'], 3, NO_SUCH_FILE],
];

describe('refused in one line', () => {
  it.each(REFUSED)('%j', async (words, code, said) => {
    const { code: ended, out, err } = await inside(...words);
    expect({ code: ended, out, err }).toEqual({ code, out: '', err: `${said}\n` });
  });
});
