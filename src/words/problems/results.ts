import { formatLocation } from '../../model/base/location.ts';
import { both } from '../../model/base/text.ts';
import type { Sentences } from './phrases.ts';

/** What is wrong with results, or stands twice among them. */
export const RESULT_SENTENCES = {
  'not-a-result': () => ({
    zh: '不是审核结果；这里要用 -o json、-o jsonl 存下的结果，或 duibiao batch 的结果文件夹',
    en: 'not a result: wanted is what -o json or -o jsonl kept, or the folder of a duibiao batch',
  }),
  'result-version': p => ({
    zh: `结果的格式是 ${p.found} 版，这里只读 2.x 版；请用写出它的那一版工具，或用本版重新审核`,
    en: `a result of format ${p.found}, only 2.x is read here: take the version of the tool that wrote it, or audit again`,
  }),
  'no-results': () => ({
    zh: '没有读到结果；应是 duibiao batch 做完后的结果文件夹（里面有 results.jsonl），或 -o json、-o jsonl 存下的结果',
    en: 'no result is there: wanted is the folder of a finished duibiao batch, with its results.jsonl, or what -o json or -o jsonl kept',
  }),
  'no-texts': p => ({
    zh: `结果所依据的标准文字不在手边（标准 ${p.pack}，计分方案 ${p.scheme}）；请把 ${p.file} 和结果放在一起，或给出完整的结果文件`,
    en: `the texts that the result rests on are not at hand (pack ${p.pack}, scheme ${p.scheme}): put ${p.file} beside the results, or give the whole file of results`,
  }),
  'texts-changed': p => ({
    zh: `标准 ${p.pack} 的文字被改动过，与存下时的校验值不符；请用原来的文件`,
    en: `the texts of ${p.pack} were changed since they were kept: their digest is another; take the original file`,
  }),
  'earlier-absent': p => ({
    zh: `上次的结果里没有这个中心按标准 ${p.pack} 的结果，不符合和未定的都按新出现的算；县区、乡镇、级别、名称与上次一致才对得上`,
    en: `the earlier result has none of this centre under ${p.pack}: all that is not met or open counts as new; county, township, level and name have to be as they were`,
  }),
  'earlier-unreadable': () =>
    both('上次的结果读不出，按没有处理', 'the earlier result cannot be read and is taken for none'),
  'center-gone': () =>
    both('申报表里已没有结果所说的这个中心', 'the profile no longer has the centre that the result is of'),
  'nobody-listed': () => ({
    zh: '名册里没有读到中心；表格请有“中心名称”一列（可另加县区、级别），文本请一行一个名称',
    en: 'no centre is listed: a table needs a column 中心名称 (县区 and 级别 as well, if you like), a text one name a line',
  }),
  'repeated-result': p => ({
    zh: `同一中心同一标准的结果前面已有（${formatLocation(p.first)}），这一份没有比较`,
    en: `there is a result of the same centre and pack before it (${formatLocation(p.first)}); this one is not compared`,
  }),
  superseded: p =>
    p.same
      ? both(
          `与 ${formatLocation(p.by)} 内容完全相同，只计一份`,
          `the same content as ${formatLocation(p.by)}; counted once`,
        )
      : both(
          `“${p.center}”另有更晚的申报，以 ${formatLocation(p.by)} 为准`,
          `"${p.center}" was declared again later; ${formatLocation(p.by)} counts`,
        ),
  'duplicate-center': p => {
    const others = p.others.map(formatLocation);
    return p.rule === 'latest'
      ? both(
          `“${p.center}”报了多份（另见 ${others.join('、')}），申报日期缺少或相同，分不出哪份最晚；请只留一份或填明申报日期`,
          `"${p.center}" was submitted several times (see ${others.join(', ')}) and the dates of declaration do not tell which is the latest: keep one, or date them`,
        )
      : both(
          `“${p.center}”报了多份（另见 ${others.join('、')}）；请只留一份`,
          `"${p.center}" was submitted several times (see ${others.join(', ')}): keep one`,
        );
  },
} satisfies Sentences;
