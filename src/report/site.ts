import { subjectOf } from '../tell/audit/subject.ts';
import type { Document } from '../tell/block.ts';
import { tellSite } from '../tell/site.ts';
import { docxFile } from './docx/file.ts';
import type { Report } from './index.ts';

/** The list for the site, a document a centre: A4, to be printed and ticked off. */
const site: Report = async function* (audits, options) {
  const told: Document[] = [];
  let day: string | undefined;
  for await (const audit of audits) {
    told.push(tellSite(subjectOf(audit, options)));
    day ??= audit.asOf;
  }
  const { lang, tool } = options;
  const title = lang === 'zh' ? '现场核查清单' : 'List for the site';
  if (told.length > 0) yield await docxFile(told, { lang, creator: tool.name, title, day });
};

export default site;
