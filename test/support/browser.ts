import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const EXECUTABLE = process.env.CHROMIUM ?? PLACES.find(place => existsSync(place));

export const hasChromium = EXECUTABLE !== undefined && existsSync(EXECUTABLE);

/** Joins the name of a test that wants a browser. */
export const UNLESS_CHROMIUM = hasChromium ? '' : '（没有 Chromium，跳过；可用环境变量 CHROMIUM 指明位置）';

/** What Playwright leaves out, and the pages of its own that Chromium loads beside each that is opened. */
const LEFT_OUT = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'PaintHolding', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  ...['PreconnectToSearch', 'WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'],
];

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  `--disable-features=${LEFT_OUT.join(',')}`,
];

/** A browser does what it is told in its own time: on a busy machine a look may come too early, and is taken again. */
export const IN_A_BROWSER = { retry: 2 } as const;

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE ?? '', args: FLAGS });

export interface Shelf {
  /** Puts a page there and answers with its address. */
  readonly put: (name: string, text: string) => string;
  readonly clear: () => void;
}

/** A folder of pages, opened as people open them: from a file. */
export const makeShelf = (): Shelf => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-pages-'));
  return {
    put: (name, text) => {
      writeFileSync(join(folder, name), text);
      return pathToFileURL(join(folder, name)).href;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export interface View {
  readonly width?: number;
  readonly script?: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

export interface Opened {
  readonly page: Page;
  /** Whatever went wrong, or was asked for besides the page itself. */
  readonly complaints: readonly string[];
}

const begun = new WeakMap<Browser, Map<boolean, Page>>();

/** One page to look at all in, as long as nobody closes it: a context of its own takes as long to begin as what is shown there. */
const pageIn = async (browser: Browser, javaScriptEnabled: boolean): Promise<Page> => {
  const pages = begun.get(browser) ?? new Map<boolean, Page>();
  begun.set(browser, pages);
  const known = pages.get(javaScriptEnabled);
  if (known?.isClosed() === false) return known;
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  pages.set(javaScriptEnabled, page);
  return page;
};

export const open = async (browser: Browser, address: string, view: View = {}): Promise<Opened> => {
  const { width = 1280, script = true, colorScheme = 'light' } = view;
  const page = await pageIn(browser, script);
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, media: null });
  const complaints: string[] = [];
  for (const event of ['console', 'pageerror', 'request', 'dialog'] as const) page.removeAllListeners(event);
  page.on('console', message => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => {
    if (request.url() !== address) complaints.push(`request: ${request.url()}`);
  });
  page.on('dialog', dialog => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, complaints };
};

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
  }[];
}

/** All but what a language or a width has no part in: contrast costs more than all the others. */
export const RULES_OF_WORDS = ['wcag2a', 'wcag21a', 'wcag22aa', 'best-practice'];

export const ALL_RULES = [...RULES_OF_WORDS, 'wcag2aa', 'wcag21aa'];

/** What a page does against WCAG 2.2 AA and good practice, or against single rules, as far as a machine can tell. */
export const barriersOn = async (page: Page, rules: readonly string[]): Promise<readonly string[]> => {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(readFileSync(AXE, 'utf8'));
  const result = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  );
  return result.violations.map(
    ({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`,
  );
};

/** How many sheets of paper a page takes. */
export const sheetsOf = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
};
