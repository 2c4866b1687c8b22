// What every group of commands is given: the program they stand in, how they act, and the words of their help.
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import type { GlobalFlags, Session } from '../commands/session.ts';
import { langOf, type Voice, voiceOf } from '../language/say.ts';
import { screenOpen } from '../screen/screen.ts';
import { version } from '../version.ts';
import { parseFault } from './parse-fault.ts';

export interface Desk {
  readonly program: Command;
  /** A command's action: the session, then its work; a number it gives is the exit code. */
  readonly act: (work: (session: Session) => Promise<number | void>) => () => Promise<void>;
  /** In the language of the arguments and the environment; errors are said by it too. */
  readonly help: Voice;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The help is written before the flags are read: the language is looked for in the arguments themselves. */
export function openDesk(words: readonly string[], environment: Environment): Desk {
  const help = voiceOf(langOf(langWord(words), environment));
  const program = rootOf(help);
  return {
    program,
    help,
    act: (work) => async () => {
      process.exitCode = (await work(sessionOf(program.opts<GlobalFlags>(), environment))) ?? 0;
    },
  };
}

function langWord(words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return words[at]?.includes('=') ? words[at].slice('--lang='.length) : words[at + 1 || words.length];
}

function rootOf(help: Voice): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help('title.usage'),
    'Options:': help('title.options'),
    'Commands:': help('title.commands'),
    'Arguments:': help('title.arguments'),
    'Global Options:': help('title.global'),
  };
  return new Command('bongsu')
    .description(help('help.bongsu'))
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(parseFault(text, help)) })
    .helpOption('-h, --help', help('option.help'))
    .helpCommand('help [command]', help('option.help'))
    .version(version, '-V, --version', help('option.version'))
    .option('--config <file>', help('option.config'), 'bongsu.yaml')
    .option('--json', help('option.json'))
    .option('--lang <ko|en>', help('option.lang'))
    .option('--store <dir>', help('option.store'))
    .option('--accounts <ids>', help('option.accounts'))
    .option('--regions <names>', help('option.regions'))
    .option('--role <name>', help('option.role'))
    .option('--external-id <id>', help('option.external-id'))
    .option('--bucket <name>', help('option.bucket'))
    .option('--profile <name>', help('option.profile'))
    .option('--edition <ids>', help('option.edition'))
    .option('--check-profile <name>', help('option.check-profile'))
    .showHelpAfterError()
    .exitOverride();
}

function sessionOf(flags: GlobalFlags, environment: Environment): Session {
  if (flags.lang !== undefined && !/^(?:ko|en)(?:$|[_.-])/i.test(flags.lang))
    throw new CliError('bad-input', `--lang ${JSON.stringify(flags.lang)}: ko or en`);
  const say = voiceOf(langOf(flags.lang, environment));
  const screen = screenOpen(
    { out: process.stdout, err: process.stderr, noColour: Boolean(environment['NO_COLOR']) },
    flags.json === true,
    (step) => say(`progress.${step.what}`, { ...step, place: step.place ?? '' }),
  );
  return { screen, say, flags, environment };
}
