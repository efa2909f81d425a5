const BRACKET = /[（(]\s*([^（）()]*?)\s*[)）]/gu;

/** Of what part, or of what time, an amount is, in a bracket behind its name. */
const PARTLY =
  /^(?:(?:第?[一二三四五六七八九\d]{1,2}[楼层期]|[负地]下(?:室|一?层)?|在[编册]|编[制内外]|聘[用请]|专职|兼职|派驻|男性?|女性?|综合|专业|部门|(?:每|[次个件人]\s*[/／每]\s*)(?:季度?|月|周|天|日)|\d{2}周?岁[^，,]{0,6})(?:人员|窗口|部分)?)$/u;

/** The same close behind the name: 窗口数量（缺）, 窗口数量（含村级）; or any word or two, 窗口数量（社保）, 大厅面积（设计）. */
const OF_WHICH = /^(?:[空缺分]|\d+分|[A-Z]\p{Script=Han}|[含带](?:[村县]|分中心)级?(?:站点?)?)$/u;
const IN_WORDS = /^\p{Script=Han}{2,6}$/u;

/** Words that tell how an amount is measured or filled in, or that it is all there is. */
const HOW_TOLD =
  /^(?:[必选可单多]|[不未]?[含包计]|[按以见请截约]|[实净总现当本今]|年(?!初)|全(?![县市镇乡村])|目前|截?至|平方|室内|套内|自[报测填查]|[据测附]|需附|精确|大约|左右|对外|四舍|[个人]数|台[套件]|[距离]|抽样|问卷|[在启投]用|开放|运行|已设|设置|面积|合计|累计|单位|便民|办事|服务|大厅|中心|站|图纸|每[年次])|填|为准|说明|备注|指标|[整小]数|数[字值]|[大小]写|[统同]一/u;

/** Of what part a bracket says that an amount is: 社保 of 窗口数量（社保）. */
export const partBehind = (text: string): string | undefined => {
  if (!/[（(]/u.test(text)) return undefined;
  const all = [...text.matchAll(BRACKET)].map(({ 1: said = '', index }) => ({ said, before: text.slice(0, index) }));
  const isOfWhich = ({ said, before }: (typeof all)[number]): boolean =>
    /\p{L}\s*$/u.test(before) && (OF_WHICH.test(said) || (IN_WORDS.test(said) && !HOW_TOLD.test(said)));
  return (all.find(({ said }) => PARTLY.test(said)) ?? all.find(isOfWhich))?.said;
};

/** A text with a unit and what more stands in its bracket in a bracket each: 办事大厅使用面积（㎡，规划）. */
export const inBrackets = (text: string, isUnit: (text: string) => boolean): string =>
  text.replace(
    /[（(]([^（）()、，,;；]+)[、，,;；]\s*([^（）()]+)[)）]/gu,
    (both: string, unit: string, more: string) => (isUnit(unit) ? `（${unit}）（${more}）` : both),
  );
