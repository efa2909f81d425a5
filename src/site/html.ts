import { createHash } from 'node:crypto';
import { jsonText } from '../model/base/clean.ts';
import { SITE_STYLE } from './page/style.ts';
import type { SiteData } from './weigh.ts';

const allowed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded and nothing is sent; only the page's own style and script count. */
const policy = (script: string): string =>
  [
    "default-src 'none'",
    `style-src ${allowed(SITE_STYLE)}`,
    `script-src ${allowed(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** JSON that ends no script. */
const embedded = (data: SiteData): string => jsonText(data).replaceAll('<', '\\u003c');

const LANGUAGE = { zh: 'zh-CN', en: 'en' } as const;

/** The page for the site in one file; `script` is the page's own code, bundled. */
export const sitePage = (data: SiteData, script: string): string => `<!DOCTYPE html>
<html lang="${LANGUAGE[data.lang]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${data.lang === 'zh' ? '现场核查' : 'On site'}</title>
<style>${SITE_STYLE}</style>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="data">${embedded(data)}</script>
<script>${script}</script>
</body>
</html>
`;
