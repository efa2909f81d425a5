import { Command } from 'commander';
import { own } from '../model/base/text.ts';
import { addCommand, type Cli, type Definition } from './cli.ts';
import { follow, refuseOverwriting } from './follow.ts';
import { addExamples, speak } from './help.ts';
import { VERSION } from './version.ts';

/** What a command takes and what it says of itself is loaded where it is named, or where all are to be seen. */
const COMMANDS: Readonly<Record<string, () => Promise<Definition>>> = {
  audit: () => import('./commands.ts').then(({ AUDIT }) => AUDIT),
  batch: () => import('./batch/commands.ts').then(({ BATCH }) => BATCH),
  drop: () => import('./drop/command.ts').then(({ DROP }) => DROP),
  merge: () => import('./batch/commands.ts').then(({ MERGE }) => MERGE),
  render: () => import('./results/command.ts').then(({ RENDER }) => RENDER),
  verify: () => import('./results/command.ts').then(({ VERIFY }) => VERIFY),
  compare: () => import('./compare/command.ts').then(({ COMPARE }) => COMPARE),
  rounds: () => import('./compare/command.ts').then(({ ROUNDS }) => ROUNDS),
  validate: () => import('./commands.ts').then(({ VALIDATE }) => VALIDATE),
  template: () => import('./commands.ts').then(({ TEMPLATE }) => TEMPLATE),
  explain: () => import('./commands.ts').then(({ EXPLAIN }) => EXPLAIN),
  packs: () => import('./packs/commands.ts').then(({ PACKS }) => PACKS),
  scorecards: () => import('./scorecards/commands.ts').then(({ SCORECARDS }) => SCORECARDS),
  schema: () => import('./commands.ts').then(({ SCHEMA }) => SCHEMA),
  config: () => import('./commands.ts').then(({ SETTINGS }) => SETTINGS),
};

/** The command that is named, alone; every one, with its options, where the help or the shell asks for them. */
export const buildProgram = async (cli: Cli, named?: string): Promise<Command> => {
  const program = new Command('duibiao')
    .description(
      cli.say(
        '对标：便民服务中心（站）对照县级标准审核',
        'holds public-service centres against their county’s standard',
      ),
    )
    .version(VERSION, '-V, --version', cli.say('显示版本', 'show the version'))
    .exitOverride()
    .configureOutput({ writeOut: cli.terminal.out, writeErr: cli.terminal.err });
  speak(program, cli);
  const alone = named === undefined ? undefined : own(COMMANDS, named);
  const asked = alone === undefined ? Object.values(COMMANDS) : [alone];
  for (const definition of await Promise.all(asked.map(load => load()))) addCommand(program, cli, definition);
  if (alone === undefined) (await import('./completion/command.ts')).addCompletion(program, cli);
  addExamples(program, cli.lang);
  program.hook('preAction', (_, command) => follow(command, cli));
  program.hook('preAction', (_, command) => refuseOverwriting(command, cli));
  return program;
};
