// check and pack: this machine, and items of your own.
import type { BuildFlags } from '../commands/pack-build.ts';
import type { Desk } from './desk.ts';

export function ownCommands({ program, act, help }: Desk): void {
  program
    .command('check')
    .description(help('help.check'))
    .option('--here', help('help.check.here'))
    .option('--root <dir>', help('help.check.root'))
    .option('--exit-code', help('help.check.exit-code'))
    .option('--pack <place...>', help('help.check.pack'))
    .action((flags: { here?: boolean; root?: string; exitCode?: boolean; pack?: string[] }) =>
      act(async (s) => (await import('../commands/check.ts')).check(flags, s))(),
    );

  const pack = program.command('pack').description(help('help.pack'));

  pack
    .command('new <folder>')
    .description(help('help.pack.new'))
    .option('--script', help('help.pack.new.script'))
    .action((folder: string, flags: { script?: boolean }) =>
      act(async (s) => (await import('../commands/pack.ts')).packNew(folder, flags, s))(),
    );

  pack
    .command('test <place>')
    .description(help('help.pack.test'))
    .action((place: string) => act(async (s) => (await import('../commands/pack.ts')).packTest(place, s))());

  pack
    .command('build')
    .description(help('help.pack.build'))
    .requiredOption('--out <file>', help('option.out'))
    .option('--pack <place...>', help('help.pack.build.pack'))
    .option('--by <name>', help('help.pack.build.by'))
    .action((flags: BuildFlags) => act(async (s) => (await import('../commands/pack-build.ts')).packBuild(flags, s))());

  pack
    .command('reference')
    .description(help('help.pack.reference'))
    .action(act(async (s) => (await import('../commands/pack.ts')).packShowReference(s)));
}
