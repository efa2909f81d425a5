import { markDifference } from '../../authoring/trace/difference.ts';
import type { Sentence } from '../../authoring/trace/sentences.ts';
import type { TraceCode, TraceFinding, TraceFindingOf } from '../../authoring/trace/trace.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import { REASON_NAMES } from '../../words/names.ts';
import { told } from '../../words/reader.ts';

const LONGEST_QUOTE = 60;

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ');

const quote = ({ text }: Sentence): string => {
  const line = oneLine(text);
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
};

/** Both wordings whole, where the earlier copy is at hand. */
const wordings = ({ sentence, was }: TraceFindingOf<'sentence-changed'>): Bilingual => {
  if (was === undefined) return both(`：${quote(sentence)}`, `: ${quote(sentence)}`);
  const marked = markDifference(oneLine(was), oneLine(sentence.text));
  return both(`。原文：${marked.was}　新文：${marked.now}`, `. Was: ${marked.was} Now: ${marked.now}`);
};

const SENTENCES: { readonly [C in TraceCode]: (finding: TraceFindingOf<C>) => Bilingual } = {
  'bound-missing': f => ({
    zh: `文件中找不到标明${f.bound === 'first' ? '起点' : '终点'}的句子（${f.text}），已按全文核对`,
    en: `the sentence that marks the ${f.bound === 'first' ? 'beginning' : 'end'} (${f.text}) is not in the file; the whole file was compared`,
  }),
  'sentence-missing': f => {
    const [zh, en] = f.was === undefined ? ['', ''] : [`：${oneLine(f.was)}`, `: ${oneLine(f.was)}`];
    return both(
      `${f.entry.clause} 的这一句在文件中已找不到（${f.entry.text}）${zh}`,
      `this sentence of ${f.entry.clause} is no longer in the document (${f.entry.text})${en}`,
    );
  },
  'sentence-changed': f => {
    const { zh, en } = wordings(f);
    return both(
      `${f.entry.clause} 的这一句已改为（第 ${f.sentence.line} 行，${f.sentence.fingerprint}）${zh}`,
      `this sentence of ${f.entry.clause} now reads (line ${f.sentence.line}, ${f.sentence.fingerprint})${en}`,
    );
  },
  'sentence-moved': f => ({
    zh: `${f.entry.clause} 的这一句在文件中换了位置（${f.sentence.clause}，第 ${f.sentence.line} 行）；请按文件顺序排列`,
    en: `this sentence of ${f.entry.clause} stands elsewhere in the document (${f.sentence.clause}, line ${f.sentence.line}): keep the document's order`,
  }),
  'sentence-unaccounted': f => ({
    zh: `${f.sentence.clause} 的这一句没有登记（${f.sentence.fingerprint}）：${quote(f.sentence)}`,
    en: `this sentence of ${f.sentence.clause} is not in the ledger (${f.sentence.fingerprint}): ${quote(f.sentence)}`,
  }),
  'clause-open': f => ({
    zh: `这一句的条号单凭编号定不下来，请在 clause 写明是哪一个：${f.candidates.join(' 还是 ')}`,
    en: `the numbering alone does not tell the clause of this sentence: write which it is, ${f.candidates.join(' or ')}`,
  }),
  'clause-differs': f => ({
    zh: `登记的条号是 ${f.entry.clause}，文件中是 ${f.sentence.clause}（第 ${f.sentence.line} 行）`,
    en: `the ledger says clause ${f.entry.clause}, the document ${f.sentence.clause} (line ${f.sentence.line})`,
  }),
  'entry-undecided': f => ({
    zh: `${f.entry.clause} 的这一句还没有写明由哪些规则落实，或为何无法申报（rules 或 reason）`,
    en: `nothing is said yet of what became of this sentence of ${f.entry.clause}: give rules or a reason`,
  }),
  'entry-draft': f => ({
    zh: `${f.entry.clause} 的这一句拟作“${REASON_NAMES[f.entry.reason ?? 'heading'].zh}”，还没有人确认：确认后删去 draft`,
    en: `this sentence of ${f.entry.clause} is proposed to be ${REASON_NAMES[f.entry.reason ?? 'heading'].en}; nobody has confirmed it: delete \`draft\` once it holds`,
  }),
  'entry-reworded': f => ({
    zh: `${f.entry.clause} 的这一句改过措辞：请对照新文复核这里的登记，复核后删去 was`,
    en: `this sentence of ${f.entry.clause} was reworded: hold what the ledger says against the new words, then delete \`was\``,
  }),
  'unknown-rule': f => ({
    zh: `没有规则“${f.rule}”；已删去的，packs trace … --draft --write 会从登记里去掉`,
    en: `no rule "${f.rule}"; packs trace … --draft --write takes out names of rules that are gone`,
  }),
  'rule-without-sentence': f =>
    both(`规则“${f.rule.id}”没有对应的原文句子`, `no sentence of the document stands behind rule "${f.rule.id}"`),
  'clause-without-sentence': f => ({
    zh: `规则“${f.rule.id}”引用 ${f.clause}，但该条没有句子登记为由它落实`,
    en: `rule "${f.rule.id}" cites ${f.clause}, yet no sentence of that clause names it`,
  }),
  'rule-cites-elsewhere': f => ({
    zh: `这一句属 ${f.entry.clause}，而规则“${f.rule.id}”引用的是 ${f.rule.clause.join('、')}`,
    en: `this sentence belongs to ${f.entry.clause}, but rule "${f.rule.id}" cites ${f.rule.clause.join(', ')}`,
  }),
};

export const traceText = (finding: TraceFinding, lang: Lang): string => told(SENTENCES, 'code', finding)[lang];
