import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ALL_RULES,
  barriersOn,
  hasChromium,
  IN_A_BROWSER,
  launch,
  makeShelf,
  open,
  UNLESS_CHROMIUM,
} from '../support/browser.ts';
import { newFolder } from '../support/folders.ts';
import { bar, card, desk, exported, makePage, scoreOn, settled, takeIn } from '../support/site.ts';
import { DAY, run } from '../support/tool.ts';

const SAMPLE = join('fixtures', 'centers', 'luoshan-qingshiao.yaml');
const HALL = join('fixtures', 'schemes', 'hall', 'table.yaml');
const QINGYUAN = join('fixtures', 'packs', 'qingyuan-2024');
const ALONE = join('fixtures', 'scorecards', 'qingshi.yaml');

/** As little as shows a card, a row and a result of every kind that the page of the sample has, if the day is before one that is set. */
const FEW = `
基本信息: { 名称: 青石坳镇便民服务中心, 县区: 罗山县, 乡镇: 青石坳镇, 级别: 乡镇, 申报日期: 2026-10-12 }
办事大厅: { 使用面积: 184平方米, 整合到位日期: 2021/11/12, 敞开式办公: 是, 功能区域: 窗口服务区、自助服务区、等候区 }
工作台:
  - { 名称: 1号台, 高度: 0.8m, 宽度: 70cm, 台面整洁规范: 是 }
  - { 名称: 2号台, 高度: 85cm, 宽度: 70cm, 台面整洁规范: 否 }
窗口:
  - { 种类: 综合受理窗口, 窗口职能: [材料审查, 受理], 窗口标识醒目: 是 }
残疾人无障碍通道: 有
无障碍设施: 无障碍卫生间、扶手
`;
const BEFORE_DUE = '2024-06-01';

describe.skipIf(!hasChromium)(`a scorecard on the page for the site${UNLESS_CHROMIUM}`, IN_A_BROWSER, () => {
  const shelf = makeShelf();
  let browser: Browser;
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    browser = await launch();
    pages.hall = shelf.put('hall.html', await makePage({ pack: ['luoshan-2021'], scheme: HALL, from: SAMPLE }));
    const from = join(newFolder(), 'few.yaml');
    writeFileSync(from, FEW);
    pages.few = shelf.put('few.html', await makePage({ pack: [QINGYUAN], scheme: HALL, from }));
    pages.alone = shelf.put('alone.html', await makePage({ scheme: ALONE }));
    pages.en = shelf.put('en.html', await makePage({ lang: 'en', scheme: ALONE }));
  });

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    shelf.clear();
  });

  const inspector = async (page: Page): Promise<void> => {
    await desk(page).getByLabel('核查人', { exact: true }).fill('周检');
    await desk(page).getByLabel('检查级别').fill('县级');
    await desk(page).getByLabel('核查日期').fill('2026-11-20');
  };

  it.each([
    ['a tablet', 768],
    ['a phone', 390],
  ])(
    'on %s: rows are scored beside the facts, and the record gives the county the very number',
    async (_, width) => {
      const { page, complaints } = await open(browser, pages.hall ?? '', { width });
      await inspector(page);
      await card(page, 'hall.usable_area').getByRole('textbox', { name: '办事大厅使用面积' }).fill('212.5');
      const order = card(page, 'entry:tidiness');
      const given = order.getByRole('textbox', { name: '环境秩序评分', exact: true });
      await given.fill('3.5');
      await settled(page);
      expect(await order.locator('.results').textContent()).toContain('3.5 / 5');
      expect(await card(page, 'hall.usable_area').locator('.results').textContent()).toContain('大厅面积');
      await order.getByRole('button', { name: '+0.5' }).click();
      await order.getByText('备注、照片').click();
      await order.getByRole('textbox', { name: '备注' }).fill('桌面整洁');
      await settled(page);
      const score = await scoreOn(page);
      await page.reload();
      await expect.poll(() => scoreOn(page)).toBe(score);
      const record = await exported(page, '导出核查记录');
      expect(record).toContain('桌面整洁');
      const file = join(newFolder(), 'record.yaml');
      writeFileSync(file, record);
      const { out } = await run([
        ...['audit', SAMPLE, '--inspection', file, '--pack', 'luoshan-2021', '--scheme', HALL],
        ...[...DAY, '--fail-on', 'none'],
      ]);
      expect(out).toContain(score);
      expect(out).toContain('环境秩序评分：未填 → 4');
      await page.evaluate('localStorage.clear()');
      await page.reload();
      await expect.poll(() => given.inputValue()).toBe('');
      await takeIn(page, file);
      expect(await given.inputValue()).toBe('4');
      expect(await scoreOn(page)).toBe(score);
      expect(complaints.filter(text => !text.startsWith('request: blob:'))).toEqual([]);
    },
    60_000,
  );

  it('is shared out by bureau, each with a record of its own', async () => {
    const { page } = await open(browser, pages.alone ?? '', { width: 768 });
    await inspector(page);
    await page.locator('[id="fact-center.name"]').getByRole('textbox', { name: '中心名称' }).fill('青石镇便民服务中心');
    const manners = card(page, 'entry:manners');
    expect(await page.getByRole('heading', { name: '检查人评分：行政审批局' }).count()).toBe(1);
    await desk(page).getByLabel('部门').selectOption('行政审批局');
    await manners.getByRole('textbox', { name: '服务态度', exact: true }).fill('4.3');
    await settled(page);
    expect(await manners.locator('.slip').textContent()).toContain('0.5 的整数倍');
    expect(await bar(page)).toContain('可达 20');
    await manners.getByRole('textbox', { name: '服务态度', exact: true }).fill('4.5');
    await card(page, 'hall.usable_area').getByRole('textbox', { name: '办事大厅使用面积' }).fill('184');
    await card(page, 'own.accident').getByLabel('否', { exact: true }).check();
    await settled(page);
    expect(await bar(page)).toContain('得分 18.5');
    const folder = newFolder();
    writeFileSync(join(folder, 'record.yaml'), await exported(page, '导出核查记录'));
    expect(readFileSync(join(folder, 'record.yaml'), 'utf8')).toContain('部门: 行政审批局');
    writeFileSync(join(folder, 'profile.yaml'), '名称: 青石镇便民服务中心\n级别: 乡镇\n县区: 青石县\n');
    const { out, err } = await run([
      ...['audit', join(folder, 'profile.yaml'), '--inspection', join(folder, 'record.yaml')],
      ...['--scheme', ALONE, ...DAY, '--fail-on', 'none'],
    ]);
    expect(out + err).toContain('18.5');
  });

  it.each([
    ['alone', 390],
    ['few', 768],
    ['en', 390],
  ])(
    '%s at %i px: no barrier that a machine can tell, and every target takes a finger',
    async (name, width) => {
      const { page } = await open(browser, pages[name] ?? '', { width });
      if (name === 'few') await desk(page).getByLabel('核查日期').fill(BEFORE_DUE);
      await settled(page);
      if (name === 'few') expect(await page.locator('.results > .not-applicable').count()).toBeGreaterThan(0);
      expect(await barriersOn(page, ALL_RULES)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
    60_000,
  );
});
