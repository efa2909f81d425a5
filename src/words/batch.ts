import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import type { Gate } from '../model/finding/gate.ts';
import { nameOf } from '../model/profile/profile.ts';
import type {
  BatchCounts,
  FrameSummary,
  RosterEntry,
  RosterState,
  RosterSummary,
  Summary,
  Unsubmitted,
} from '../model/result/summary.ts';
import { type Called, called, calledAll } from './reader.ts';
import { rangeText } from './scoring/history.ts';

export const BATCH_TITLE = both('便民服务中心对标审核汇总', 'Audits against the county standards: summary');

/** What all of a batch are called. */
export const calledOf = ({ frames }: Pick<Summary, 'frames'>): Called => calledAll(frames.map(({ frame }) => frame));

/** How many submissions came in: a file may hold several, or none that can be read. */
export const received = ({ audited, rejected, superseded }: BatchCounts): number => audited + rejected + superseded;

export const batchText = (counts: BatchCounts, of: Called): Bilingual =>
  called(
    of,
    both(
      `共收到 ${received(counts)} 份：已审核 ${counts.audited} 个中心，拒收 ${counts.rejected}，被替代 ${counts.superseded}`,
      `${received(counts)} submissions: ${counts.audited} centres audited, ${counts.rejected} rejected, ${counts.superseded} superseded`,
    ),
  );

/** Figures of all centres, each from what is settled to what it may come to: the mean of ranges is a range. */
const scoreText = ({ score }: FrameSummary): Bilingual => {
  if (score === undefined) return both('', '');
  const { low, high } = score;
  const between = (key: 'mean' | 'least' | 'middle' | 'most'): string => rangeText({ low: low[key], high: high[key] });
  const [least, middle, most] = [between('least'), between('middle'), between('most')];
  return both(
    `，平均 ${between('mean')} 分（最低 ${least}，中位 ${middle}，最高 ${most}）`,
    `, mean score ${between('mean')} (lowest ${least}, median ${middle}, highest ${most})`,
  );
};

/** What the centres of a standard come to. */
export const frameText = (summary: FrameSummary): Bilingual => {
  const { frame, count, gate } = summary;
  const score = scoreText(summary);
  const many = called(frame, both(`${count} 个中心`, count === 1 ? '1 centre' : `${count} centres`));
  return both(
    `${frame.pack.title.zh}（${frame.id}）：${many.zh}${score.zh}；通过 ${gate.passed}，不通过 ${gate.failed}，待定 ${gate.undecided}`,
    `${frame.pack.title.en} (${frame.id}): ${many.en}${score.en}; ${gate.passed} passed, ${gate.failed} failed, ${gate.undecided} undecided`,
  );
};

/** Why a centre of the roster has no result. */
export const ROSTER_STATES: Readonly<Record<RosterState, Bilingual>> = {
  'not-submitted': both('未报送', 'Did not submit'),
  unreadable: both('已收到，读不出', 'Received, cannot be read'),
  rejected: both('已报送，被拒收', 'Submitted, rejected'),
  'set-aside': both('已报送，被替代', 'Submitted, set aside'),
};

export const UNLISTED = both('不在名册上', 'Not on the roster');

export const UNCLAIMED = both('读不出，认不出是谁的', 'Cannot be read, nobody knows whose');

/** Names in a line, with the file of each where one came. */
const MOST_NAMED = 10;

const joined = <T>(things: readonly T[], lang: Lang, nameOf: (thing: T) => string): string => {
  const said = things.slice(0, MOST_NAMED).map(nameOf).join(both('、', ', ')[lang]);
  return things.length > MOST_NAMED ? both(`${said} 等`, `${said} and others`)[lang] : said;
};

const namesText = (entries: readonly RosterEntry[], lang: Lang): string =>
  joined(entries, lang, ({ center, location }) => nameOf(center, location.file));

/** A centre of the roster, and the file in which it came. */
const arrivedText = ({ center, location, arrived }: Unsubmitted, lang: Lang): string => {
  const name = nameOf(center, location.file);
  return arrived === undefined ? name : both(`${name}（${arrived.file}）`, `${name} (${arrived.file})`)[lang];
};

const stateText = (state: RosterState, missing: RosterSummary['missing']): readonly Bilingual[] => {
  const entries = missing.filter(entry => entry.state === state);
  const said = (lang: Lang): string => joined(entries, lang, entry => arrivedText(entry, lang));
  const name = ROSTER_STATES[state];
  return entries.length === 0
    ? []
    : [both(`${name.zh} ${entries.length}：${said('zh')}`, `${name.en} (${entries.length}): ${said('en')}`)];
};

/** Files whose owner nobody knows, among whom those may be who seem not to have submitted. */
const unclaimedText = ({ unclaimed, missing }: RosterSummary): readonly Bilingual[] =>
  unclaimed.length === 0 || !missing.some(({ state }) => state === 'not-submitted')
    ? []
    : [
        both(
          `另有 ${unclaimed.length} 份文件读不出，也认不出是谁的，未报送的可能在其中：${joined(unclaimed, 'zh', ({ file }) => file)}`,
          `${unclaimed.length} more ${unclaimed.length === 1 ? 'file cannot be read and tells nothing of whose it is' : 'files cannot be read and tell nothing of whose they are'}; who seems missing may be among them: ${joined(unclaimed, 'en', ({ file }) => file)}`,
        ),
      ];

const unlistedText = (unlisted: RosterSummary['unlisted']): Bilingual => ({
  zh: `不在名册上 ${unlisted.length}：${namesText(unlisted, 'zh')}`,
  en: `not on the roster (${unlisted.length}): ${namesText(unlisted, 'en')}`,
});

/** Who was expected, who did not submit, and what became of the others, a line each. */
export const rosterTexts = (roster: RosterSummary): readonly Bilingual[] => {
  const { expected, missing, unlisted } = roster;
  const absent = missing.filter(({ state }) => state === 'not-submitted');
  return [
    absent.length > 0
      ? both(
          `应报 ${expected}，未报送 ${absent.length}：${namesText(absent, 'zh')}`,
          `${absent.length} of ${expected} expected did not submit: ${namesText(absent, 'en')}`,
        )
      : both(`应报 ${expected}，都已报送`, `all ${expected} expected have submitted`),
    ...(['unreadable', 'rejected', 'set-aside'] as const).flatMap(state => stateText(state, missing)),
    ...unclaimedText(roster),
    ...(unlisted.length > 0 ? [unlistedText(unlisted)] : []),
  ];
};

const GATES: Readonly<Record<Gate['failOn'], Bilingual>> = {
  must: both(
    '“应当”要求有不符合的为不通过，有未定的为待定',
    'a failed "must" fails, an undecided one leaves it undecided',
  ),
  should: both(
    '“应当”或“宜”要求有不符合的为不通过，有未定的为待定',
    'a failed "must" or "should" fails, an undecided one leaves it undecided',
  ),
  unknown: both('“应当”要求有不符合或未定的为不通过', 'a "must" that fails or is undecided fails'),
  none: both('不按条款设门槛', 'no clause stands in the way'),
};

const OF_CARD = both(
  '有否决情形、没有达到评分表达标线的为不通过，有未定的为待定；评分表没有规定达标线的只报得分',
  'a veto fails, and a score below the pass mark of the scorecard; an open one leaves it undecided; without a pass mark the score is told',
);

/** What a batch is judged by; `ruled` where some standard of it has rules, and is no scorecard alone. */
export const gateRule = ({ failOn, minScore }: Gate, ruled: boolean, lang: Lang): string =>
  (ruled ? GATES[failOn] : OF_CARD)[lang] +
  (minScore === undefined ? '' : both(`；得分不低于 ${minScore}`, `; the score is at least ${minScore}`)[lang]);

/** A problem of an input that gave no result, or none that counts. */
export type Treatment = 'rejected' | 'superseded' | 'noted' | 'broken';

export const TREATMENTS: Readonly<Record<Treatment, Bilingual>> = {
  rejected: both('拒收', 'rejected'),
  superseded: both('被替代', 'superseded'),
  noted: both('提示', 'note'),
  broken: both('内部错误', 'internal error'),
};
