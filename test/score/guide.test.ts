import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintScorecard } from '../../src/authoring/scorecard/lint.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { succeed } from '../support/inline.ts';
import { range, resultOf, scorecardOf } from '../support/scorecard.ts';

const RULES = join(import.meta.dirname, '..', '..', 'rules');
const words = succeed(await shippedLibrary().vocabulary());

const example = (guide: string): string => {
  const text = readFileSync(join(RULES, 'schemes', guide), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n(.*?)```/gsu)].map(([, block = '']) => block);
  return blocks.find(block => block.startsWith('kind: scorecard\nid: example')) ?? '';
};

const PROFILE = `
办事大厅使用面积: 184平方米
disclosures.items: 办理依据、办理条件、办理程序、办理期限
staff: [{ name: 甲, badge: 是 }, { name: 乙, badge: 否 }]
handling.on_time_rate: 99%
training.sessions_per_year: 6
`;

describe('the guide to scorecards', () => {
  it.each(['README.zh-CN.md', 'README.md'])(
    'has a whole example that loads, is sound and scores as it says: %s',
    guide => {
      const text = example(guide);
      expect(lintScorecard(succeed(readYaml('example.yaml', text)), words)).toEqual([]);
      const result = resultOf(scorecardOf(text, words), words, { profile: PROFILE, entries: { manners: 3.5 } });
      expect(range(result)).toBe('16');
      expect(result.grade.candidates.map(({ id }) => id)).toEqual(['fair']);
    },
  );
});
