import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { offeredWords } from '../../src/cli/completion/offered.ts';
import { SHELLS } from '../../src/cli/completion/scripts.ts';
import { branchesOf } from '../../src/cli/completion/tree.ts';
import { examplesOf } from '../../src/cli/help.ts';
import { main } from '../../src/cli/main.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { newFolder } from '../support/folders.ts';

const TERMINAL = { out: () => undefined, err: () => undefined, color: false, columns: 100, isTTY: false };

const program = await buildProgram({
  terminal: TERMINAL,
  lang: 'zh',
  argv: [],
  say: zh => zh,
  run: async () => undefined,
});

const branches = branchesOf(program, offeredWords());

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

const completed = (words: readonly string[]): readonly string[] => {
  const typed = words.map(word => `'${word}'`).join(' ');
  const script = `${SHELLS.bash(branches)}\nCOMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _duibiao; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split('\n');
};

describe.skipIf(!has('bash'))(`completion in bash${has('bash') ? '' : '（没有 bash，跳过）'}`, () => {
  it.each<[typed: readonly string[], found: readonly string[]]>([
    [['duibiao', 'au'], ['audit']],
    [
      ['duibiao', 'packs', 'li'],
      ['list', 'lint'],
    ],
    [
      ['duibiao', 'audit', '--level', ''],
      ['township', 'village', 'sub_center'],
    ],
    [['duibiao', 'packs', 'lint', '--lang', 'e'], ['en']],
    [['duibiao', 'batch', 'x', '--eac'], ['--each']],
    [
      ['duibiao', 'audit', '-p', 'lu'],
      ['luan-2022', 'luan-2022-draft', 'luoshan-2021'],
    ],
    [['duibiao', 'packs', 'show', 'ta'], ['taojiang-2014']],
    [['duibiao', 'batch', '--each', 'h'], ['html']],
    [
      ['duibiao', 'audit', '-o', 'js'],
      ['json', 'jsonl'],
    ],
    [['duibiao', 'completion', 'z'], ['zsh']],
  ])('%s', (typed, found) => {
    expect(completed(typed).toSorted()).toEqual(found.toSorted());
  });

  it('leaves names of files to the shell, which knows blanks, stars and lines in them', () => {
    const folder = newFolder();
    for (const name of ['申 报.yaml', '申*.yaml', '申$(touch 坏).yaml']) writeFileSync(join(folder, name), '');
    expect(completed(['duibiao', 'audit', join(folder, '申')])).toEqual(['']);
    expect(SHELLS.bash(branches)).toContain('complete -o default -F _duibiao duibiao');
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'] as const)('of %s is a script that it can read', shell => {
    const script = SHELLS[shell](branches);
    for (const { commands } of branches) for (const name of commands) expect(script).toContain(name);
    const file = join(newFolder(), 'script');
    writeFileSync(file, script);
    if (has(shell)) expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' }).stderr).toBe('');
  });

  it('of zsh leaves alone where commands are looked for', () => {
    expect(SHELLS.zsh(branches)).not.toMatch(/\bpath=/u);
  });

  it('of PowerShell has every command and option, none of whose quotation marks ends it early', () => {
    const script = SHELLS.powershell(branches);
    for (const { commands, options } of branches)
      for (const word of [...commands, ...options.flatMap(({ flags }) => flags)]) expect(script).toContain(`'${word}'`);
    expect(script.split("'").length % 2).toBe(1);
  });
});

const all = (command: Command): readonly Command[] => command.commands.flatMap(sub => [sub, ...all(sub)]);

describe('examples', () => {
  it.each(all(program).map(command => [command.name(), command] as const))('of %s name what there is', (_, command) => {
    const examples = examplesOf(command);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples.filter(line => line.startsWith('duibiao'))) {
      const words = example.split(' ').slice(1);
      let at: Command = program;
      while (at.commands.some(sub => sub.name() === words[0]))
        at = at.commands.find(sub => sub.name() === words.shift()) ?? at;
      const flags = words.filter(word => /^--?[a-z]/u.test(word) && word !== '--help');
      const known = at
        .createHelp()
        .visibleOptions(at)
        .flatMap(({ short, long }) => [short, long]);
      expect(flags.filter(flag => !known.includes(flag))).toEqual([]);
    }
  });
});

describe('--version', () => {
  it('gives the version on a line of its own, then every shipped standard with its digest', async () => {
    const said: string[] = [];
    await main(['--version'], { ...TERMINAL, out: text => void said.push(String(text)) });
    expect(said.join('')).toMatch(/^\d+\.\d+\.\d+\n(?:[\w-]+ [\d.]+ sha256:[0-9a-f]{64}\n)+$/u);
  });
});
