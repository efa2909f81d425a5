import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/model/base/source.ts';
import { readPlain } from '../../src/read/yaml/block.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { runs } from '../support/hunt.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');
const FORM = `# 申报表
基本信息:
  名称: 青溪镇便民服务中心   # 全称
  县区: "罗山县"

办事大厅: { 使用面积: 184㎡, "敞开式办公": 是, 楼层: [1, 2.50, -3] }
工作台:
  - { 名称: 1号台, 高度: 0.8m }
  - 名称: 2号台
    高度: 85cm
  -
    名称: '3号台'
窗口:
- 综合受理窗口
- '其他:户籍'
- [社保, 医保]
好差评覆盖率: 98.5%
备注:
空着: ~
已建立的制度: [
  首问负责制, 一次性告知制,
  限时办结制 ]
`;

/** What the quick reader answers is what the whole language answers, to the last place. */
const holds = (text: string): void => {
  const plain = readPlain('f.yaml', text);
  if (plain !== undefined) expect(readYaml('f.yaml', text)).toEqual({ ok: true, value: plain, warnings: [] });
};

const read = (...names: readonly string[]): string => readFileSync(join(FIXTURES, ...names), 'utf8');

const word = fc.oneof(
  fc.stringMatching(/^[一-龥]{1,6}$/),
  fc.constantFrom(
    '是',
    '0.8m',
    '98.5%',
    '1,000',
    '2021-11-12',
    '8:30',
    '-5',
    '+1',
    '007',
    '1e3',
    'yes',
    'true',
    'null',
    '~',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
  ),
}));

/** Lines as people write them: some right, some wrong. */
const written = (value: Tree, indent: string, quote: (text: string) => string): string => {
  if (typeof value === 'string') return ` ${quote(value)}\n`;
  if (Array.isArray(value))
    return `\n${value.map(item => `${indent}-${written(item, `${indent}  `, quote)}`).join('')}`;
  const entries = Object.entries(value).map(([key, part]) => `${indent}${key}:${written(part, `${indent}  `, quote)}`);
  return `\n${entries.join('')}`;
};

const QUOTES: readonly ((text: string) => string)[] = [
  text => text,
  text => `"${text}"`,
  text => `'${text}'`,
  JSON.stringify,
];

describe('the quick reader of plain YAML', () => {
  it.each([
    ['a form', FORM],
    ['a form with the line breaks of Windows', FORM.replaceAll('\n', '\r\n')],
    ['a list of forms', `- 名称: 甲\n  窗口: []\n- 名称: 乙\n`],
    ['JSON on one line', '{"名称":"青溪","窗口":[{"种类":"综合"},{}],"面积":184.50,"有":true,"空":null}'],
    ['JSON on many lines', JSON.stringify({ 名称: '青"溪', 窗口: [{ 种类: '综合' }], 面积: 1e21 }, null, 2)],
    ['JSON with escapes', String.raw`{"\u540d\u79f0": "\u9752\u6eaa\/\n\ud83c\udfe0"}`],
    ['the sample of Luoshan', read('centers', 'luoshan-qingshiao.yaml')],
    ['the sample of Taojiang', read('centers', 'taojiang-zhuxiping.yaml')],
  ])('reads %s as the whole language does', (_, text) => {
    const plain = readPlain('f.yaml', text);
    expect(plain).toBeDefined();
    expect(readYaml('f.yaml', text)).toEqual({ ok: true, value: plain, warnings: [] });
  });

  it.each([
    ['an alias', 'a: &x 1\nb: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge', '<<: { a: 1 }\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a directive', '%YAML 1.1\n---\na: on\n'],
    ['text over several lines', 'a: >\n  x\n'],
    ['a word over several lines', 'a: x\n  y\n'],
    ['a tab', 'a:\t1\n'],
    ['a bracket that is left open', 'a: [1, 2\n'],
    ['an indentation that does not fit', 'a:\n    b: 1\n  c: 2\n'],
    ['nothing', '# nothing\n'],
    ['a hundred brackets', `${'['.repeat(100)}${']'.repeat(100)}`],
  ])('leaves %s to the whole language', (_, text) => {
    expect(readPlain('f.yaml', text)).toBeUndefined();
  });

  it('agrees with it on whatever people write', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...QUOTES), fc.boolean(), (value, quote, windows) => {
        const text = written(value, '', quote).replace(/^\n/u, '');
        holds(windows ? text.replaceAll('\n', '\r\n') : text);
      }),
      { numRuns: runs(120) },
    );
  });

  it('agrees with it on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), fc.constantFrom(0, 1, 2), (value, space) => {
        holds(JSON.stringify(value, null, space));
      }),
      { numRuns: runs(120) },
    );
  });

  it('agrees with it on a form with any slip of the pen', () => {
    const slip = fc.constantFrom(
      ...' \n:-#,[]{}"\'~?&*!|>%@`\t\\.01ex\r',
      '\n  ',
      ': ',
      '- ',
      ' #',
      '\n---\n',
      '：',
      '\u00a0',
      '\ufeff',
      '\u2028',
      '\u0085',
      '\0',
    );
    const place = fc.nat(FORM.length);
    const change = fc.tuple(place, fc.nat(3), fc.oneof(slip, word));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        holds(changes.reduce((text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone), FORM));
      }),
      { numRuns: runs(250) },
    );
  });

  it('keeps a key named like a part of every object', () => {
    const node = readPlain('f.json', '{"__proto__": 1, "constructor": 2}');
    expect(node && Object.keys(toPlain(node) as object)).toEqual(['__proto__', 'constructor']);
  });
});
