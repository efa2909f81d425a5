import { act, type Definition, hidden, option } from '../cli.ts';
import { CHOICE, GATE } from '../options.ts';

/** `drop`: what a file manager gives, and results beside it. */
export const DROP: Definition = {
  words: 'drop [paths...]',
  about: [
    '把申报表、文件夹或汇总表拖给它：报告写在旁边并打开；什么都不给就问三个问题',
    'forms, folders or tables dropped on it: the reports go beside them and are opened; with nothing it asks three questions',
  ],
  options: [
    ...CHOICE,
    ...GATE,
    option('--no-open', '只写报告，不打开', 'write the reports and open nothing'),
    hidden('--script <name>'),
  ],
  action: act(() => import('./drop.ts').then(({ dropCommand }) => dropCommand)),
};
