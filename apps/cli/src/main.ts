// The command line: names, flags and help. Each command's code is loaded only when it runs.
import { Command, CommanderError } from 'commander';
import type { AnswerFlags } from './commands/answer.ts';
import type { DoctorFlags } from './commands/doctor.ts';
import type { ImportFlags } from './commands/evidence-import.ts';
import type { BuildFlags } from './commands/pack-build.ts';
import type { VerifyFlags } from './commands/record.ts';
import type { ReportFlags } from './commands/report.ts';
import type { GlobalFlags, Session } from './commands/session.ts';
import { langOf, voiceOf } from './language/say.ts';
import { forTerminal } from './screen/harmless.ts';
import { screenOpen } from './screen/screen.ts';
import { version } from './version.ts';

// Evidence, stores and reports are nobody else's: no file is made that another user may read.
process.umask(0o077);

// A reader that has seen enough (`bongsu items | head`) is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit(0);
});

const program = new Command('bongsu')
  .description(
    'What do we own, how is it configured, what is it doing, who must act? 무엇을 가지고 있고, 어떻게 설정되어 있는가',
  )
  .version(version)
  .option('--config <file>', 'configuration file', 'bongsu.yaml')
  .option('--json', 'print one JSON document instead of tables')
  .option('--lang <ko|en>', 'language; else BONGSU_LANG, LC_ALL, LANG')
  .option('--store <dir>', 'folder of snapshots, campaigns and evidence')
  .option('--accounts <ids>', '"organization" or account ids, comma-separated')
  .option('--regions <names>', '"enabled" or Regions, comma-separated')
  .option('--role <name>', 'role to assume in member accounts')
  .option('--external-id <id>', 'external id of that role')
  .option('--bucket <name>', 'bucket of the central account')
  .option('--profile <name>', 'AWS profile of the central account')
  .option('--edition <ids>', 'editions to report in, comma-separated, or "all"; else the newest of each family')
  .option(
    '--check-profile <name>',
    '"strict" (the guide\'s letter) or "distro-aware"; else the configuration, else strict',
  )
  .showHelpAfterError()
  .exitOverride();

/** A command's action: the session, then its work; a number it gives is the exit code. */
function act(work: (session: Session) => Promise<number | void>): () => Promise<void> {
  return async () => {
    process.exitCode = (await work(sessionOf(program.opts<GlobalFlags>()))) ?? 0;
  };
}

function sessionOf(flags: GlobalFlags): Session {
  const environment = process.env;
  const say = voiceOf(langOf(flags.lang, environment));
  const screen = screenOpen(
    { out: process.stdout, err: process.stderr, noColour: Boolean(environment['NO_COLOR']) },
    flags.json === true,
    (step) => say(`progress.${step.what as 'send'}`, { ...step, place: step.place ?? '' }),
  );
  return { screen, say, flags, environment };
}

program
  .command('init')
  .description('write a commented configuration')
  .option('--print', 'print it instead')
  .action((flags: { print?: boolean }) => act(async (s) => (await import('./commands/init.ts')).init(flags, s))());

program
  .command('doctor')
  .description('try the configuration: identity, accounts, roles, bucket, permissions')
  .option('--policies', 'print the IAM policies that the central principal and the member role need')
  .option(
    '--organization <id>',
    'with --policies: only principals of this organisation (aws:PrincipalOrgID) are trusted',
  )
  .action((flags: DoctorFlags) => act(async (s) => (await import('./commands/doctor.ts')).doctor(flags, s))());

program
  .command('discover')
  .description('read accounts, Regions and instances into the register')
  .action(act(async (s) => (await import('./commands/look.ts')).discover(s)));

const campaign = program.command('campaign').description('check a fleet and prove that no instance was missed');
campaign
  .command('plan')
  .description('freeze the targets and show what would be done; sends nothing')
  .action(act(async (s) => (await import('./commands/campaign.ts')).campaignRun({ dryRun: true }, s)));
campaign
  .command('run')
  .description('plan, ask, send, follow, gather, judge')
  .option('--dry-run', 'stop after the plan')
  .option('--yes', 'do not ask before sending')
  .option('--by-worker', 'plan and ask, and leave the rest to "bongsu worker"')
  .action((flags: { dryRun?: boolean; yes?: boolean; byWorker?: boolean }) =>
    act(async (s) => (await import('./commands/campaign.ts')).campaignRun(flags, s))(),
  );
campaign
  .command('resume [campaign]')
  .description('go on with a campaign that was planned or interrupted')
  .option('--by-worker', 'leave it to "bongsu worker"')
  .action((named: string | undefined, flags: { byWorker?: boolean }) =>
    act(async (s) => (await import('./commands/campaign.ts')).campaignResume(named, flags, s))(),
  );
campaign
  .command('retry [campaign]')
  .description('another attempt for targets that ended in these states, then the campaign to its end')
  .requiredOption('--state <states...>', 'such as no-result, failed, timed-out, not-attempted')
  .action((named: string | undefined, flags: { state: string[] }) =>
    act(async (s) => (await import('./commands/campaign.ts')).campaignRetryRun(flags, named, s))(),
  );
campaign
  .command('show [campaign]')
  .description('a campaign, its plan and its coverage')
  .action((named: string | undefined) =>
    act(async (s) => (await import('./commands/campaign.ts')).campaignShow(named, s))(),
  );
campaign
  .command('list')
  .description('all campaigns')
  .action(act(async (s) => (await import('./commands/campaign.ts')).campaignList(s)));

program
  .command('worker')
  .description(
    'take the steps of campaigns until it is told to end (SIGTERM, SIGINT); several may share a PostgreSQL server',
  )
  .option('--concurrency <n>', 'steps taken at a time', '4')
  .action((flags: { concurrency: string }) =>
    act(async (s) => (await import('./commands/worker.ts')).worker(flags, s))(),
  );

program
  .command('jobs')
  .description('what waits for a worker, what is being worked on, and what has failed')
  .action(act(async (s) => (await import('./commands/worker.ts')).jobs(s)));

program
  .command('coverage')
  .description('every instance in exactly one state, by account and Region')
  .option('--campaign <id>', 'another campaign than the latest')
  .action((flags: { campaign?: string }) =>
    act(async (s) => (await import('./commands/look.ts')).coverage(flags.campaign, s))(),
  );

program
  .command('results')
  .description('verdicts: worst hosts, worst items')
  .option('--campaign <id>', 'another campaign than the latest')
  .action((flags: { campaign?: string }) =>
    act(async (s) => (await import('./commands/results.ts')).results(flags.campaign, s))(),
  );

program
  .command('assess')
  .description('judge stored evidence again with the checks of this version; touches no host')
  .option('--evidence <campaign>', 'another campaign than the latest')
  .option('--keep', 'store the new verdicts')
  .option('--pack <place...>', 'judge by these packs in place of those of their names')
  .action((flags: { evidence?: string; keep?: boolean; pack?: string[] }) =>
    act(async (s) => (await import('./commands/assess.ts')).assess(flags, s))(),
  );

program
  .command('host')
  .description('one host')
  .command('show <instance>')
  .description('every verdict of one host with its evidence')
  .option('--campaign <id>', 'another campaign than the latest')
  .action((instance: string, flags: { campaign?: string }) =>
    act(async (s) => (await import('./commands/host.ts')).hostShow(instance, flags.campaign, s))(),
  );

program
  .command('score')
  .description('the score by account, group or host, or over time, with its formula')
  .option('--by <account|host|group|time>', 'what a row stands for', 'account')
  .option('--tag <key>', 'the tag that groups the hosts (--by group)')
  .option('--campaign <id>', 'another campaign than the latest')
  .action((flags: { by: string; tag?: string; campaign?: string }) =>
    act(async (s) => (await import('./commands/score.ts')).score(flags, s))(),
  );

program
  .command('answer [unit]')
  .description('record what a person says where no host can tell; without a unit: what waits, and what was answered')
  .option('--verdict <pass|fail|notApplicable>', 'the verdict of the person')
  .option('--why <text>', 'what an auditor will read')
  .option('--instance <id>', 'it speaks of one instance')
  .option('--account <id>', 'it speaks of the hosts of an account')
  .option('--all', 'it speaks of every host')
  .option('--by <name>', 'who answers; else the user of this machine')
  .option('--until <date>', 'last day on which it counts; else a year')
  .option('--campaign <id>', 'questions of another campaign than the latest')
  .action((unit: string | undefined, flags: AnswerFlags) =>
    act(async (s) => (await import('./commands/answer.ts')).answer(unit, flags, s))(),
  );

program
  .command('items')
  .description('the editions item by item, the units that decide them, and the values that can be set')
  .action(act(async (s) => (await import('./commands/catalogue.ts')).items(s)));

program
  .command('export')
  .description('write results for a SIEM (jsonl), a script (csv) or an auditor (xlsx)')
  .requiredOption('--format <jsonl|csv|xlsx>', 'format of the file')
  .requiredOption('--out <file>', 'file to write; - for standard output (jsonl, csv)')
  .option('--campaign <id>', 'another campaign than the latest')
  .action((flags: { format: string; out: string; campaign?: string }) =>
    act(async (s) => (await import('./commands/export.ts')).exportResults(flags, s))(),
  );

program
  .command('report')
  .description("the guide's report: a workbook (xlsx), or a page that prints to PDF (html)")
  .requiredOption('--format <xlsx|html>', 'format of the file')
  .requiredOption('--out <file>', 'file to write')
  .option('--organization <name>', 'whose report it is; stands on the cover')
  .option('--campaign <id>', 'another campaign than the latest')
  .action((flags: ReportFlags) => act(async (s) => (await import('./commands/report.ts')).report(flags, s))());

const evidence = program.command('evidence').description('the archives that hosts sent');
evidence
  .command('import <files...>')
  .description('take in results that were carried by hand (docs/airgapped.md); exit 1 where one is refused')
  .option('--as <account/region/instance>', 'it is the result of this instance of the register')
  .option('--host <name>', 'it is the result of a host outside of the register')
  .action((files: string[], flags: ImportFlags) =>
    act(async (s) => (await import('./commands/evidence-import.ts')).evidenceImport(files, flags, s))(),
  );
evidence
  .command('show <id>')
  .description('the records behind an evidence id of a report')
  .action((id: string) => act(async (s) => (await import('./commands/evidence.ts')).evidenceShow(id, s))());

const schedule = program.command('schedule').description('campaigns that run by themselves (a worker looks by itself)');
schedule
  .command('list')
  .description('schedules, their next times, and what became of those before: started, missed, blackout')
  .action(act(async (s) => (await import('./commands/schedule.ts')).scheduleList(s)));
schedule
  .command('run-due')
  .description('start what is due now and run it to its end; for a cron job where no worker runs')
  .action(act(async (s) => (await import('./commands/schedule.ts')).scheduleRunDue(s)));
program
  .command('overdue')
  .description('instances that were not assessed for too long, or never')
  .option('--days <count>', 'how long is too long', '30')
  .option('--exit-code', 'exit 1 where there are some')
  .action((flags: { days: string; exitCode?: boolean }) =>
    act(async (s) => (await import('./commands/schedule.ts')).overdue(flags, s))(),
  );

program
  .command('events')
  .description('new and changed instances that AWS told of, and what became of each (a worker looks by itself)')
  .option('--limit <count>', 'so many, the newest first', '50')
  .action((flags: { limit: string }) => act(async (s) => (await import('./commands/events.ts')).events(flags, s))());
program
  .command('watch')
  .description('take what is in the queue of events, and check new instances that are online')
  .requiredOption('--once', 'look once and run what comes of it to its end; for a cron job where no worker runs')
  .action(act(async (s) => (await import('./commands/events.ts')).watchOnce(s)));

program
  .command('record [campaign]')
  .description('the signed record of a campaign: who, what, targets, calls, states, hashes of evidence and verdicts')
  .requiredOption('--out <file>', 'file to write; - for standard output')
  .action((named: string | undefined, flags: { out: string }) =>
    act(async (s) => (await import('./commands/record.ts')).recordWrite(named, flags, s))(),
  );

program
  .command('verify <file>')
  .description('check a run record offline; names the first thing that was altered (0 whole, 1 not, 3 key unknown)')
  .option('--key <pem>', 'the public key that must have signed it; else the one beside the store of the configuration')
  .option('--evidence', 'also hold the evidence and verdicts of the store against it')
  .action((file: string, flags: VerifyFlags) =>
    act(async (s) => (await import('./commands/record.ts')).verifyRecord(file, flags, s))(),
  );

program
  .command('check')
  .description('judge this machine, or a mounted root, without AWS')
  .option('--here', 'this machine')
  .option('--root <dir>', 'a mounted image or container root')
  .option('--exit-code', 'exit 1 where an item fails')
  .option('--pack <place...>', 'folders or tars of packs whose items are judged too; a script in one is run')
  .action((flags: { here?: boolean; root?: string; exitCode?: boolean; pack?: string[] }) =>
    act(async (s) => (await import('./commands/check.ts')).check(flags, s))(),
  );

const pack = program.command('pack').description("your own items besides the catalogue's (docs/packs.md)");
pack
  .command('new <folder>')
  .description('write a commented pack that passes its test')
  .option('--script', 'a pack that brings a script of your own')
  .action((folder: string, flags: { script?: boolean }) =>
    act(async (s) => (await import('./commands/pack.ts')).packNew(folder, flags, s))(),
  );
pack
  .command('test <place>')
  .description('read a folder or tar, run the cases of its items, and print its hash')
  .action((place: string) => act(async (s) => (await import('./commands/pack.ts')).packTest(place, s))());
pack
  .command('build')
  .description('write one self-checking script to carry by hand to hosts without a network (docs/airgapped.md)')
  .requiredOption('--out <file>', 'file to write')
  .option(
    '--pack <place...>',
    'folders or tars of packs; else those of the configuration; a script in one is run as root',
  )
  .option('--by <name>', 'who builds it; else the user of this machine')
  .action((flags: BuildFlags) => act(async (s) => (await import('./commands/pack-build.ts')).packBuild(flags, s))());
pack
  .command('reference')
  .description('the probes, commands, folders and words that packs may use')
  .action(act(async (s) => (await import('./commands/pack.ts')).packShowReference(s)));

program
  .command('demo')
  .description('a fleet of hosts checked on this machine, from accounts to report')
  .option('--out <dir>', 'folder for the files it writes', 'demo-output')
  .action((flags: { out: string }) => act(async (s) => (await import('./commands/demo.ts')).demo(flags, s))());

// The flags of every command may also stand after its name.
for (const command of [program, campaign, evidence, schedule, pack]) command.enablePositionalOptions(false);

/** One line for a person; the exit code for a script. A bug shows its stack. */
function fault(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Error)) throw error;
  const expected = 'code' in error && /^(Cli|Flow|Aws|Store)Error$/.test(error.name);
  for (const line of (expected ? error.message : (error.stack ?? error.message)).split('\n'))
    process.stderr.write(`bongsu: ${forTerminal(line)}\n`);
  return 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : 1;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fault(error);
}
