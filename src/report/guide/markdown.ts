import type { Lang } from '../../model/base/text.ts';
import type { Guide } from '../../model/standard/guide.ts';
import { tellGuide } from '../../tell/guide.ts';
import { documentMarkdown } from '../markdown/blocks.ts';

/** The guide to a pack as Markdown. */
export const guideMarkdown = (guide: Guide, lang: Lang): string =>
  documentMarkdown(tellGuide(guide, lang), { level: 1, folded: [] });
