import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../src/site/answers.ts';
import { declaredProfile, openSite, weigh } from '../../src/site/weigh.ts';
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
import { sampleCentres } from '../support/centres.ts';
import { newFolder } from '../support/folders.ts';
import { bar, card, desk, exported, makePage, scoreOn, settled, takeIn } from '../support/site.ts';
import { DAY, run } from '../support/tool.ts';

const HALL = join('fixtures', 'schemes', 'hall', 'table.yaml');
const QINGYUAN = join('fixtures', 'packs', 'qingyuan-2024');
const ALONE = join('fixtures', 'scorecards', 'qingshi.yaml');
const GATE = [...DAY, '--fail-on', 'none'];

/** As little as shows a card, a row and a result of every kind that the page of a county's standard has, if the day is before one that is set. */
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
/** Another centre, with what the page does not ask. */
const OTHER = `
基本信息: { 名称: 竹溪坪乡便民服务中心, 县区: 桃江县, 乡镇: 竹溪坪乡, 级别: 乡镇 }
办事大厅: { 使用面积: 210平方米, 敞开式办公: 否 }
有银行进驻: 是
`;

/** What another language can spoil: the rest is the same page. */
const RULES_OF_NAMES = ['cat.language', 'cat.name-role-value', 'cat.forms', 'cat.text-alternatives'];

const BEFORE_DUE = '2024-06-01';
const AREA = '办事大厅使用面积';

describe('the page for the site', () => {
  it('is one small file for the largest of the shipped standards', async () => {
    expect((await makePage({ pack: ['taojiang-2014'] })).length).toBeLessThan(1_200_000);
  });

  it('writes down what a centre declares and reads it again as it was', async () => {
    for (const { profile, pack } of await sampleCentres()) {
      const texts = textsOf(profile, pack.vocabulary);
      const again = declaredProfile(texts, { vocabulary: pack.vocabulary });
      expect(textsOf(again, pack.vocabulary)).toEqual(texts);
      expect([...again.facts.keys()].sort()).toEqual(
        [...profile.facts].flatMap(([id, { state }]) => (state === 'undeclared' ? [] : [id])).sort(),
      );
    }
  });

  it('counts nothing that it cannot read', async () => {
    const [sample] = await sampleCentres();
    if (sample === undefined) throw new Error('there are sample centres');
    const { vocabulary, ...pack } = sample.pack;
    const { level, scheme, asOf } = sample;
    const declared = textsOf(sample.profile, vocabulary);
    const site = openSite({ lang: 'zh', version: '', level, pack, vocabulary, scheme, declared: [declared] });
    const before = weigh({ id: '', declared, found: {} }, site, asOf);
    const after = weigh({ id: '', declared, found: { 'hall.usable_area': { value: '很大' } } }, site, asOf);
    expect(before.audit.score).toEqual(sample.score);
    expect(after.audit.score).toEqual(sample.score);
    expect(after.problems.get('hall.usable_area')?.[0]?.code).toBe('unreadable-value');
  });
});

describe.skipIf(!hasChromium)(`in a browser${UNLESS_CHROMIUM}`, IN_A_BROWSER, () => {
  const shelf = makeShelf();
  const [sample, other] = [join(newFolder(), 'few.yaml'), join(newFolder(), 'other.yaml')];
  let browser: Browser;
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    browser = await launch();
    writeFileSync(sample, FEW);
    writeFileSync(other, OTHER);
    const few = { pack: [QINGYUAN], from: sample };
    pages.plain = shelf.put('plain.html', await makePage(few));
    pages.zh = shelf.put('hall.html', await makePage({ ...few, scheme: HALL }));
    pages.en = shelf.put('hall-en.html', await makePage({ ...few, scheme: HALL, lang: 'en' }));
    pages.alone = shelf.put('alone.html', await makePage({ scheme: ALONE }));
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

  const area = (page: Page) => card(page, 'hall.usable_area').getByRole('textbox', { name: AREA });
  const agrees = (page: Page) => card(page, 'hall.consolidated_on').getByLabel('与申报相符');
  const centres = (page: Page) => desk(page).getByLabel('正在核查').locator('option').count();

  const fill = async (page: Page): Promise<void> => {
    await inspector(page);
    await area(page).fill('212.5');
    await card(page, 'hall.usable_area').getByText('备注、照片').click();
    await card(page, 'hall.usable_area').getByRole('textbox', { name: '备注' }).fill('测距仪实测');
    await card(page, 'hall.zones').getByLabel('等候休息区').check();
    await card(page, 'counters').getByRole('textbox', { name: '工作台 1 台面高度' }).fill('0.72m');
    await card(page, 'counters')
      .getByRole('group', { name: '工作台 2 台面整洁规范' })
      .getByLabel('是', { exact: true })
      .check();
    await agrees(page).check();
    await settled(page);
  };

  /** What is handed over as a file. */
  const saved = async (page: Page, button: string, name: string): Promise<string> => {
    const file = join(newFolder(), name);
    writeFileSync(file, await exported(page, button));
    return file;
  };

  const audited = async (file: string, ...words: readonly string[]): Promise<string> =>
    (await run(['audit', file, ...words, ...GATE])).out;

  it('on a phone some years old: what is filled in outlives the page, and its record, its form and a backup of several centres give the county the very number', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const newer = ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'];
    await context.addInitScript(`for (const name of ${JSON.stringify(newer)}) delete Array.prototype[name];`);
    const page = await context.newPage();
    await page.goto(pages.plain ?? '');
    const before = await scoreOn(page);
    await fill(page);
    const score = await scoreOn(page);
    expect(score).not.toBe(before);
    await page.reload();
    await expect.poll(() => scoreOn(page)).toBe(score);
    expect(await area(page).inputValue()).toBe('212.5');
    const record = await saved(page, '导出核查记录', 'record.yaml');
    const found = await saved(page, '导出核查后的申报表', 'found.yaml');
    expect(await audited(sample, '--inspection', record, '--pack', QINGYUAN)).toContain(score);
    expect(await audited(found, '--pack', QINGYUAN)).toContain(score);
    await takeIn(page, other);
    await desk(page).getByRole('button', { name: '新增一个' }).click();
    const backup = await saved(page, '备份成文件', 'backup.json');
    expect(await audited(sample, '--inspection', backup, '--pack', QINGYUAN)).toContain(score);
    expect(await audited(backup, '--pack', QINGYUAN)).toContain(score);
  });

  it('on a tablet: rows are scored beside the facts, and a record or a backup brings back what was there', async () => {
    const { page, complaints } = await open(browser, pages.zh ?? '', { width: 768 });
    await fill(page);
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
    const by = ['--pack', QINGYUAN, '--scheme', HALL];
    const record = await saved(page, '导出核查记录', 'record.yaml');
    const inspected = await audited(sample, '--inspection', record, ...by);
    for (const text of [score, '桌面整洁', '测距仪实测', '环境秩序评分：未填 → 4']) expect(inspected).toContain(text);
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await expect.poll(() => given.inputValue()).toBe('');
    await takeIn(page, record);
    expect(await given.inputValue()).toBe('4');
    expect(await scoreOn(page)).toBe(score);
    expect(await agrees(page).isChecked()).toBe(true);
    await takeIn(page, other);
    expect(await centres(page)).toBe(2);
    await desk(page).getByRole('button', { name: '新增一个' }).click();
    expect(await centres(page)).toBe(3);
    await settled(page);
    await page.reload();
    // The browser hands what a page kept over to the next one in its own time.
    await expect.poll(() => centres(page)).toBe(3);
    const backup = await saved(page, '备份成文件', 'backup.json');
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await expect.poll(() => centres(page)).toBe(1);
    await takeIn(page, backup);
    expect(await centres(page)).toBe(4);
    expect(complaints.filter(text => !text.startsWith('request: blob:'))).toEqual([]);
  });

  it('in two tabs at once keeps what either has', async () => {
    const context = await browser.newContext();
    const [first, second] = [await context.newPage(), await context.newPage()];
    for (const page of [first, second]) await page.goto(pages.plain ?? '');
    await area(first).fill('212.5');
    await expect.poll(() => area(second).inputValue()).toBe('212.5');
    await agrees(second).check();
    await expect.poll(() => agrees(first).isChecked()).toBe(true);
    for (const page of [first, second]) {
      await settled(page);
      expect(await area(page).inputValue()).toBe('212.5');
      expect(await agrees(page).isChecked()).toBe(true);
    }
  });

  it('says before the first entry where nothing is kept; adds and removes records, and says what it cannot read', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })");
    const page = await context.newPage();
    await page.goto(pages.plain ?? '');
    expect(await page.locator('.notice').textContent()).toContain('不替打开的文件保存');
    const counters = card(page, 'counters');
    await counters.getByRole('button', { name: '增加一个' }).click();
    await counters.getByRole('textbox', { name: '工作台 3 台面高度' }).fill('高');
    await settled(page);
    expect(await bar(page)).toContain('得分');
    expect(await counters.locator('.slip').textContent()).toContain('高');
    await counters.getByRole('button', { name: '删去这一个: 工作台 3' }).click();
    await settled(page);
    expect(await counters.locator('.slip').textContent()).toBe('');
    await desk(page).getByRole('button', { name: '导出核查记录' }).click();
    expect(await page.locator('#said').textContent()).toContain('请先填核查人');
  });

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
    await area(page).fill('184');
    await card(page, 'own.accident').getByLabel('否', { exact: true }).check();
    await settled(page);
    expect(await bar(page)).toContain('得分 18.5');
    const record = await saved(page, '导出核查记录', 'record.yaml');
    expect(readFileSync(record, 'utf8')).toContain('部门: 行政审批局');
    const profile = join(newFolder(), 'profile.yaml');
    writeFileSync(profile, '名称: 青石镇便民服务中心\n级别: 乡镇\n县区: 青石县\n');
    expect(await audited(profile, '--inspection', record, '--scheme', ALONE)).toContain('18.5');
  });

  it.each([
    ['zh', 768, ALL_RULES],
    ['en', 390, RULES_OF_NAMES],
  ] as const)(
    '%s at %i px: no barrier that a machine can tell, and every target takes a finger',
    async (lang, width, rules) => {
      const { page } = await open(browser, pages[lang] ?? '', { width });
      await page.locator('.desk input[type=date]').fill(BEFORE_DUE);
      await settled(page);
      for (const kind of ['pass', 'fail', 'unknown', 'not-applicable'])
        expect([kind, await page.locator(`.results > .${kind}`).count()]).not.toEqual([kind, 0]);
      expect(await barriersOn(page, rules)).toEqual([]);
      const small =
        await page.evaluate(`[...document.querySelectorAll('button, select, summary, label.choice, input[type=text], nav a, label.button')]
      .map(e => [e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.width > 0 && (r.height < 43.9 || r.width < 43.9)).map(([t]) => t)`);
      expect(small).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
  );
});
