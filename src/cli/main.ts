import { subscribe } from 'node:diagnostics_channel';
import { rmSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { Part } from '../batch/files/whole.ts';
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

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const halfWritten = new Set<string>();

/** What is half written is taken away before the process ends; a command that ends in good order by itself is left to it. */
const endBy = (signal: NodeJS.Signals): void => {
  if (process.listenerCount(signal) > 1) return;
  for (const path of halfWritten) rmSync(path, { force: true });
  process.off(signal, endBy);
  process.kill(process.pid, signal);
};

const listen = (): void => {
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(endBy)) process.on(signal, endBy);
};

/** Signals come in when the process turns to them: those that came before the last file was whole are still heard. */
const release = (): void => {
  if (halfWritten.size === 0) for (const signal of SIGNALS) process.off(signal, endBy);
};

subscribe('duibiao.parts', message => {
  const { path, isOpen } = message as Part;
  if (isOpen) halfWritten.add(path);
  else halfWritten.delete(path);
  if (isOpen) listen();
  else if (halfWritten.size === 0) setImmediate(() => setImmediate(release));
});

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
