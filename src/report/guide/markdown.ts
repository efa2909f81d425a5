import type { Lang } from '../../model/base/text.ts';
import type { Guide } from '../../model/standard/guide.ts';
import { type Block, guideBlocks } from '../../tell/guide.ts';

/** Signs that Markdown would take for its own. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>|#]/gu, String.raw`\$&`).replaceAll('\n', ' ');

const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;

const written = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'paragraph':
      return plain(block.text);
    case 'fields':
      return block.rows
        .flatMap(({ name, texts, quoted }) =>
          quoted
            ? [`* **${plain(name)}**`, ...texts.map(text => `  > ${plain(text)}\n`)]
            : [`* **${plain(name)}** ${texts.map(plain).join('<br>')}`],
        )
        .join('\n');
    case 'table':
      return [row(block.head), row(block.head.map(() => '')).replaceAll('  ', '---'), ...block.rows.map(row)].join(
        '\n',
      );
  }
};

/** The guide to a pack as Markdown. */
export const guideMarkdown = (guide: Guide, lang: Lang): string =>
  `${guideBlocks(guide, lang).map(written).join('\n\n')}\n`;
