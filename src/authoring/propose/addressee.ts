/** Whom a sentence binds, as far as its subject tells. */
export type Addressee = 'center' | 'county' | 'department' | 'public';

const SUBJECT_END = /(?:应当?|要|须|必须|需|负责|可以?|不得|将|建立|加强|加大|开展|定期|不定期|对)/u;

const SUBJECTS: readonly (readonly [Addressee, RegExp])[] = [
  ['center', /便民服务(?:中心|站|点|大厅)(?!.*(?:政府|部门|局))|分中心|办事?大厅|窗口|中心|工作人员|服务站/u],
  ['public', /^(?:申请人|服务对象|办事群众|群众|企业和群众)/u],
  [
    'department',
    /部门|县直|区直|市直|主管|管理(?:局|机构)|数据局|审批局|督查室|纪检|监察|县?政务中心|(?:有关|相关|各)单位|站办所/u,
  ],
  ['county', /人民政府|政府|党委|办事处|管委|各乡镇|各县|各区|我[市县区]|全[市县区]/u],
];

/** By the words before the first verb; a sentence without a subject speaks to those its document is for. */
export const addresseeOf = (text: string): Addressee => {
  const [first = ''] = text.replace(/^[^:]{2,12}:/u, '').split(/[,;。]/u);
  const end = SUBJECT_END.exec(first)?.index ?? Math.min(first.length, 16);
  const subject = first.slice(0, end);
  return SUBJECTS.find(([, pattern]) => pattern.test(subject))?.[0] ?? 'center';
};
