import { docxFile } from '../docx/file.ts';
import type { Show } from './index.ts';

const docx: Show = async ({ document: tell, lang }) => {
  const document = tell();
  return docxFile([document], { lang, creator: 'duibiao', title: document.title });
};

export default docx;
