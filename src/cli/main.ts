import { CommanderError } from 'commander';
import type { Lang } from '../model/base/text.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { BAD_CONFIG } from './follow.ts';
import { buildProgram } from './program.ts';
import { environmentLang, errLine, guarded, processTerminal, systemFault, type Terminal } from './terminal.ts';

/** The language asked for, known before anything is parsed so that help and errors speak it too. */
const langOf = (argv: readonly string[]): Lang => {
  const at = argv.indexOf('--lang');
  const asked = at >= 0 ? argv[at + 1] : argv.find(word => word.startsWith('--lang='))?.slice('--lang='.length);
  return asked === 'en' || asked === 'zh' ? asked : environmentLang();
};

const INTERNAL = {
  zh: '程序内部错误，这次审核没有结果。请把下面这行发给维护者：',
  en: 'internal error: there is no result. Please send this line to the maintainers:',
} as const;

/** The language may stand before the command as well: it is known by then. */
const commandIn = (argv: readonly string[]): readonly string[] => {
  const [first = '', second = ''] = argv;
  if (first === '--lang' && /^(?:zh|en)$/u.test(second)) return commandIn(argv.slice(2));
  return /^--lang=(?:zh|en)$/u.test(first) ? commandIn(argv.slice(1)) : argv;
};

/** Runs the tool on the words after its name; answers with the code to end with. */
export const main = async (argv: readonly string[], given: Terminal = processTerminal()): Promise<ExitCode> => {
  const terminal = guarded(given);
  const lang = langOf(argv);
  let code: ExitCode = EXIT.passed;
  if (argv.length === 1 && ['-V', '--version'].includes(argv[0] ?? '')) {
    terminal.out(await (await import('./version-text.ts')).versionText());
    return EXIT.passed;
  }
  const words = commandIn(argv);
  const cli = {
    terminal,
    lang,
    argv,
    say: (zh: string, en: string) => (lang === 'zh' ? zh : en),
    run: async (outcome: Promise<ExitCode>) => {
      code = await outcome;
    },
  };
  try {
    const program = await buildProgram(cli, words[0]);
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.code === BAD_CONFIG) return EXIT.badInput;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.usage;
    const fault = systemFault(error);
    if (fault !== undefined) {
      errLine(terminal, fault[lang]);
      return EXIT.internal;
    }
    errLine(terminal, INTERNAL[lang]);
    errLine(terminal, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    return EXIT.internal;
  }
};

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1])
  void main(process.argv.slice(2)).then(code => {
    process.exitCode = code;
  });
