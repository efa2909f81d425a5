import type { Lang } from '../../model/base/text.ts';
import type { Guide } from '../../model/standard/guide.ts';
import { type Block, guideBlocks } from '../../tell/guide.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, char => ENTITIES[char] ?? char);

const STYLE = `
body { font: 16px/1.7 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1c2024; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 2px solid #d5dbe1; }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .3rem; }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: .1rem .8rem; margin: 0; } dt { color: #59636e; } dd { margin: 0; }
blockquote { margin: 0; padding-left: .7rem; border-left: 3px solid #b9c4cf; color: #333c45; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; } th, td { border: 1px solid #c8d0d8; padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { background: #eef1f4; } td:empty { height: 2rem; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h3, dl { break-inside: avoid; } h3 { break-after: avoid; } thead { display: table-header-group; } }`;

const cells = (tag: 'th' | 'td', texts: readonly string[]): string =>
  `<tr>${texts.map(text => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escaped(text)}</${tag}>`).join('')}</tr>`;

const written = (block: Block): string => {
  switch (block.kind) {
    case 'heading': {
      const id = block.anchor === undefined ? '' : ` id="${escaped(block.anchor)}"`;
      return `<h${block.level}${id}>${escaped(block.text)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'fields':
      return `<dl>${block.rows
        .map(({ name, texts, quoted }) => {
          const said = texts.map(text => (quoted ? `<blockquote>${escaped(text)}</blockquote>` : escaped(text)));
          return `<dt>${escaped(name)}</dt><dd>${said.join(quoted ? '' : '<br>')}</dd>`;
        })
        .join('')}</dl>`;
    case 'table':
      return `<table><thead>${cells('th', block.head)}</thead><tbody>${block.rows.map(row => cells('td', row)).join('')}</tbody></table>`;
  }
};

/** The guide to a pack as one page that needs nothing else: no script, no font, no picture. */
export const guideHtml = (guide: Guide, lang: Lang): string => {
  const body = guideBlocks(guide, lang).map(written).join('\n');
  const title = escaped(guide.pack.title[lang]);
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}
</style>
</head>
<body>
${body}
</body>
</html>
`;
};
