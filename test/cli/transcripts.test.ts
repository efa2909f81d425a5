import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';

/**
 * A transcript is a command line after `$`, what it printed (`! ` before what went to standard error) and its exit
 * code. `UPDATE=1 npx vitest run test/cli` writes what is printed now, for a person to read before it is committed.
 */
const COMMAND = /^\$ duibiao (.*)$/u;

const words = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const run = async (line: string): Promise<string> => {
  const lines: string[] = [];
  const keep = (mark: string) => (text: string | Uint8Array) =>
    void lines.push(
      ...String(text)
        .replace(/\n$/u, '')
        .split('\n')
        .map(printed => `${mark}${printed}`.trimEnd()),
    );
  const code = await main(words(line), { out: keep(''), err: keep('! '), color: false, columns: 100, isTTY: false });
  return [`$ duibiao ${line}`, ...lines, `→ ${code}`].join('\n');
};

const commandsIn = (text: string): readonly string[] => text.split('\n').flatMap(line => COMMAND.exec(line)?.[1] ?? []);

describe('transcripts', () => {
  const files = readdirSync(import.meta.dirname).filter(name => name.endsWith('.md'));
  it.each(files)('%s', async name => {
    const path = join(import.meta.dirname, name);
    const text = readFileSync(path, 'utf8');
    const [title = ''] = text.split('\n');
    const runs: string[] = [];
    for (const line of commandsIn(text)) runs.push(await run(line));
    const now = `${title}\n\n${runs.map(printed => `\`\`\`console\n${printed}\n\`\`\`\n`).join('\n')}`;
    if (process.env.UPDATE) writeFileSync(path, now);
    else expect(now).toBe(text);
  });
});
