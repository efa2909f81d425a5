import { documentText } from '../terminal/blocks/blocks.ts';
import { pageOf } from '../terminal/page.ts';
import type { Show } from './index.ts';

const terminal: Show = async ({ document, lang }, options) =>
  documentText(document(), await pageOf({ ...options, lang }));

export default terminal;
