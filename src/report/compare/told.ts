import type { CenterChange } from '../../model/result/compared.ts';
import { comparisonLists, tellComparison } from '../../tell/change/document.ts';
import { type Changed, changedIn } from '../../tell/change/lists.ts';
import { TOLD } from '../told/index.ts';
import type { ComparisonOptions, ComparisonReport } from './index.ts';

/** So many changes of rules are held for a workbook; separated values have all of them. */
const MOST_ROWS = 60_000;

/** A comparison in a format of documents or lists: what is to be told is held until all is known. */
export const comparisonIn =
  (format: keyof typeof TOLD) =>
  (options: ComparisonOptions): ComparisonReport => {
    const told: CenterChange[] = [];
    const [centers, rules]: readonly [Changed[], Changed[]] = [[], []];
    let left = 0;
    const hold = (change: CenterChange): void => {
      centers.push({ change });
      for (const changed of changedIn(change))
        if (rules.length < MOST_ROWS) rules.push(changed);
        else left++;
    };
    return {
      add: change => {
        if (format === 'xlsx') hold(change);
        else if (options.single || (options.all && change.standing !== 'same')) told.push(change);
        return '';
      },
      end: async compared => {
        const { default: show } = await TOLD[format].load();
        const subject = {
          lang: options.lang,
          document: () => tellComparison(compared, told, options),
          sheets: () => comparisonLists(compared, { centers, rules, left }, options),
        };
        return (await show(subject, options)) ?? '';
      },
    };
  };
