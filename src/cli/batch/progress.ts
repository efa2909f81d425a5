import type { Progress } from '../../batch/run/run.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Terminal } from '../terminal.ts';

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

const SILENT: ProgressLine = { show: () => undefined, clear: () => undefined };

const EVERY = 200;

const timeText = (seconds: number, lang: Lang): string => {
  const whole = Math.ceil(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (lang === 'zh') return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
};

/** Documents where their number is known; a table is one document and many centres. */
const doneOf = ({ documents, tally }: Progress, total: number | undefined): number =>
  total === undefined ? Math.max(documents, tally.audited + tally.rejected) : documents;

/** Done, how fast, how long still, and what went wrong so far. `total` is absent where the number is not known. */
const progressText = (progress: Progress, rate: number, total: number | undefined, lang: Lang): string => {
  const { tally } = progress;
  const number = doneOf(progress, total);
  const left = total === undefined || rate < 1 ? undefined : timeText((total - number) / rate, lang);
  const done = total === undefined ? String(number) : `${number}/${total}`;
  const wrong = tally.rejected + tally.broken;
  return lang === 'zh'
    ? `${done} 份，每秒 ${Math.round(rate)}${left === undefined ? '' : `，约剩 ${left}`}；不通过 ${tally.failed}，拒收 ${wrong}`
    : `${done}, ${Math.round(rate)}/s${left === undefined ? '' : `, ${left} left`}; ${tally.failed} failed, ${wrong} rejected`;
};

/** One line that keeps up with the work, where someone watches. */
export const watchProgress = (terminal: Terminal, total: number | undefined, lang: Lang): ProgressLine => {
  const { status } = terminal;
  if (terminal.isWatched !== true || status === undefined) return SILENT;
  /** From which point the speed is reckoned. */
  let since: { readonly time: number; readonly done: number } | undefined;
  let shown = 0;
  return {
    show: progress => {
      const now = performance.now();
      since ??= { time: now, done: doneOf(progress, total) };
      if (now - shown < EVERY) return;
      shown = now;
      const rate = ((doneOf(progress, total) - since.done) / Math.max(now - since.time, 1)) * 1000;
      status(progressText(progress, rate, total, lang));
    },
    clear: () => status(''),
  };
};
