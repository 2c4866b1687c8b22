// campaign, worker, jobs, schedule, overdue, events, watch: checks of a fleet, by hand and by themselves.
import type { Desk } from './desk.ts';

export function campaignCommands({ program, act, help }: Desk): void {
  const campaign = program.command('campaign').description(help('help.campaign'));

  campaign
    .command('plan')
    .description(help('help.campaign.plan'))
    .action(act(async (s) => (await import('../commands/campaign.ts')).campaignRun({ dryRun: true }, s)));

  campaign
    .command('run')
    .description(help('help.campaign.run'))
    .option('--dry-run', help('help.campaign.run.dry-run'))
    .option('--yes', help('help.campaign.run.yes'))
    .option('--by-worker', help('help.campaign.run.by-worker'))
    .action((flags: { dryRun?: boolean; yes?: boolean; byWorker?: boolean }) =>
      act(async (s) => (await import('../commands/campaign.ts')).campaignRun(flags, s))(),
    );

  campaign
    .command('resume [campaign]')
    .description(help('help.campaign.resume'))
    .option('--by-worker', help('help.campaign.resume.by-worker'))
    .action((named: string | undefined, flags: { byWorker?: boolean }) =>
      act(async (s) => (await import('../commands/campaign.ts')).campaignResume(named, flags, s))(),
    );

  campaign
    .command('retry [campaign]')
    .description(help('help.campaign.retry'))
    .requiredOption('--state <states...>', help('help.campaign.retry.state'))
    .action((named: string | undefined, flags: { state: string[] }) =>
      act(async (s) => (await import('../commands/campaign.ts')).campaignRetryRun(flags, named, s))(),
    );

  campaign
    .command('show [campaign]')
    .description(help('help.campaign.show'))
    .action((named: string | undefined) =>
      act(async (s) => (await import('../commands/campaign.ts')).campaignShow(named, s))(),
    );

  campaign
    .command('watch [campaign]')
    .description(help('help.campaign.watch'))
    .action((named: string | undefined) =>
      act(async (s) => (await import('../commands/campaign-watch.ts')).campaignWatch(named, s))(),
    );
  campaign
    .command('list')
    .description(help('help.campaign.list'))
    .action(act(async (s) => (await import('../commands/campaign.ts')).campaignList(s)));

  program
    .command('worker')
    .description(help('help.worker'))
    .option('--concurrency <n>', help('help.worker.concurrency'), '4')
    .action((flags: { concurrency: string }) =>
      act(async (s) => (await import('../commands/worker.ts')).worker(flags, s))(),
    );

  program
    .command('jobs')
    .description(help('help.jobs'))
    .action(act(async (s) => (await import('../commands/worker.ts')).jobs(s)));

  const schedule = program.command('schedule').description(help('help.schedule'));

  schedule
    .command('list')
    .description(help('help.schedule.list'))
    .action(act(async (s) => (await import('../commands/schedule.ts')).scheduleList(s)));

  schedule
    .command('run-due')
    .description(help('help.schedule.run-due'))
    .action(act(async (s) => (await import('../commands/schedule.ts')).scheduleRunDue(s)));

  program
    .command('overdue')
    .description(help('help.overdue'))
    .option('--days <count>', help('help.overdue.days'), '30')
    .option('--exit-code', help('help.overdue.exit-code'))
    .action((flags: { days: string; exitCode?: boolean }) =>
      act(async (s) => (await import('../commands/schedule.ts')).overdue(flags, s))(),
    );

  program
    .command('events')
    .description(help('help.events'))
    .option('--limit <count>', help('help.events.limit'), '50')
    .action((flags: { limit: string }) => act(async (s) => (await import('../commands/events.ts')).events(flags, s))());

  program
    .command('watch')
    .description(help('help.watch'))
    .requiredOption('--once', help('help.watch.once'))
    .action(act(async (s) => (await import('../commands/events.ts')).watchOnce(s)));
}
