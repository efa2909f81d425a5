import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { run } from '../support/tool.ts';

const CARD = `
kind: scorecard
id: yearly
title: 季度考核表
total: 100
places: 1
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
standard: { counties: [青石县], levels: [township], in_force: { from: 2025-01-01 } }
vocabulary:
  - theme: own
    label: 考核数据
    facts:
      own.rate: { label: 群众满意度, type: percent }
      own.fire: { label: 发生火灾, type: yes_no }
sections:
  - id: s
    title: 服务
    points: 100
    items: [{ id: rate, clause: "1", title: 满意度, points: 100, award: { share_of: 群众满意度, points: 100 } }]
grades:
  - { id: best, label: 优秀, at_least: 85, requires: [{ rank: { first: 20% } }] }
  - { id: good, label: 良好, at_least: 85 }
  - { id: poor, label: 不合格 }
vetoes:
  - { id: last, title: 排名末位, rank: { last: 1 }, effect: { grade: poor } }
  - { id: fire, title: 发生火灾, if: { 发生火灾: yes }, effect: { grade_at_most: good } }
history:
  together: sum
  grades:
    - { id: year-best, label: 年度优秀, at_least: 180, requires: [{ rank: { first: 20% } }] }
    - { id: year-rest, label: 年度合格, at_least: 80 }
    - { id: year-fair, label: 年度基本合格 }
    - { id: year-poor, label: 年度不合格 }
  vetoes:
    - { id: twice, title: 两季末等, rounds: 2, graded: poor, effect: { grade: year-poor } }
    - { id: once, title: 全年有火灾, rounds: 1, vetoed: fire, effect: bar_award }
`;

/** Points are the rate itself; the fourth has a fire in the second quarter, the fifth hands in nothing then. */
const QUARTERS = {
  q1: [95, 94, 93, 92, 80],
  q2: [90, 96, 91, 97, undefined],
} as const;

let folder = '';

beforeAll(async () => {
  folder = newFolder();
  put(folder, 'card.yaml', CARD);
  for (const [quarter, rates] of Object.entries(QUARTERS)) {
    const lines = rates.flatMap((rate, index) =>
      rate === undefined
        ? []
        : [
            JSON.stringify({
              便民服务中心名称: `${'甲乙丙丁戊'[index]}镇便民服务中心`,
              县区: '青石县',
              级别: '乡镇',
              群众满意度: `${rate}%`,
              发生火灾: quarter === 'q2' && index === 3 ? '是' : '否',
            }),
          ],
    );
    put(folder, `${quarter}.jsonl`, `${lines.join('\n')}\n`);
    const day = quarter === 'q1' ? '2025-03-31' : '2025-06-30';
    const words = ['batch', `${quarter}.jsonl`, '-o', quarter, '--scheme', 'card.yaml', '--as-of', day, '--no-config'];
    await run(words, { cwd: folder });
  }
});

describe('quarters graded by place, and the year they make', () => {
  it('as by hand', async () => {
    const { out, code } = await run(['rounds', 'q1', 'q2', '-o', 'csv'], { cwd: folder });
    expect(code).toBe(0);
    // 一季度五个中心，前 20% 是 1 个；二季度四个，前 20% 不足 1 个，没有优秀；末一名不合格
    // 缺一轮的至少是零分：戊镇至少 80，年度合格，除非连续两季末等
    expect(
      out.split('\r\n').map(line => line.split(',').slice(0, 1).concat(line.split(',').slice(3, 11)).join(' ')),
    ).toEqual([
      '\uFEFF名称 q1 得分 q1 等次 q2 得分 q2 等次 各轮合计 合计等次 合计名次 合计否决',
      '甲镇便民服务中心 95 优秀 90 不合格 185 年度合格 3 ',
      '乙镇便民服务中心 94 良好 96 良好 190 年度优秀 1 ',
      '丙镇便民服务中心 93 良好 91 良好 184 年度合格 4 ',
      '丁镇便民服务中心 92 良好 97 良好 189 年度合格 2 全年有火灾、取消评优资格',
      '戊镇便民服务中心 80 不合格   80 年度合格或年度不合格（缺 1 轮得分） 5 两季末等（未定）、全年有火灾（未定）',
      '',
    ]);
  });

  it('says of each centre where it stands, and of one alone what its grade waits for', async () => {
    const { out } = await run(['render', 'q1', '-o', 'markdown'], { cwd: folder });
    expect(out).toContain('优秀：排名前 20%（在 5 个中心中第 2 名，未达到）');
    expect(out).toContain('排名末位：在 5 个中心中倒数第 1 名，有此情形（有则直接定为不合格）');
    const alone = await run(['audit', 'q1.jsonl', '--scheme', 'card.yaml', '--no-config', '-o', 'markdown'], {
      cwd: folder,
    });
    expect(alone.out).toContain('取决于：名次（要和其他中心比较）');
  });
});
