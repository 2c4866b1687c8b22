// init, doctor, discover, demo: from nothing to a fleet that can be read.
import type { DoctorFlags } from '../commands/doctor.ts';
import type { Desk } from './desk.ts';

export function setUpCommands({ program, act, help }: Desk): void {
  program
    .command('init')
    .description(help('help.init'))
    .option('--print', help('help.init.print'))
    .action((flags: { print?: boolean }) => act(async (s) => (await import('../commands/init.ts')).init(flags, s))());

  program
    .command('doctor')
    .description(help('help.doctor'))
    .option('--policies', help('help.doctor.policies'))
    .option('--organization <id>', help('help.doctor.organization'))
    .action((flags: DoctorFlags) => act(async (s) => (await import('../commands/doctor.ts')).doctor(flags, s))());

  program
    .command('discover')
    .description(help('help.discover'))
    .action(act(async (s) => (await import('../commands/look.ts')).discover(s)));

  program
    .command('demo')
    .description(help('help.demo'))
    .option('--out <dir>', help('help.demo.out'), 'demo-output')
    .action((flags: { out: string }) => act(async (s) => (await import('../commands/demo.ts')).demo(flags, s))());
}
