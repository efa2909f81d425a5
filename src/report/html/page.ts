import { createHash } from 'node:crypto';
import type { Lang } from '../../model/base/text.ts';
import { SYMBOLS } from './marks.ts';
import { type Content, html, type Markup, rendered } from './markup.ts';

/** A page in one file: its parts. */
export interface Page {
  readonly lang: Lang;
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly body: Content;
}

const allowed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded and nothing is sent; only this page's own style and script count. */
const policy = (style: string, script: string | undefined): string =>
  [
    "default-src 'none'",
    `style-src ${allowed(style)}`,
    ...(script === undefined ? [] : [`script-src ${allowed(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Text of the house's own, which holds no data. */
const own = (text: string): Markup => ({ markup: text });

const LANGUAGE: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

export const pageOf = ({ lang, title, styles, scripts, body }: Page): string => {
  const style = `\n${styles.join('\n')}`;
  const script = scripts.length === 0 ? undefined : `\n${scripts.join('\n')}`;
  const skip = lang === 'zh' ? '跳到正文' : 'Skip to the content';
  return `<!DOCTYPE html>\n${rendered(html`<html lang="${LANGUAGE[lang]}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<meta name="format-detection" content="telephone=no"/>
<meta name="color-scheme" content="light dark"/>
<title>${title}</title>
<style>${own(style)}</style>
</head>
<body>
<a class="skip" href="#content">${skip}</a>
${SYMBOLS}
${body}
${script !== undefined && html`<script>${own(script)}</script>`}
</body>
</html>
`)}`;
};
