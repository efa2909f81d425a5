import { documentMarkdown } from '../markdown/blocks.ts';
import type { Show } from './index.ts';

const markdown: Show = async ({ document }) => documentMarkdown(document(), { level: 1, folded: [] });

export default markdown;
