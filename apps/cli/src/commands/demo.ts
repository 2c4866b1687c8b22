// bongsu demo: a lab with a small estate on this machine, then the same commands as against AWS, from accounts to report.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Lab } from '@bongsu/lab';
import { configTemplate } from '../config/template.ts';
import { pointSdkAt, withStore } from '../wire.ts';
import { campaignRun } from './campaign.ts';
import { exportResults } from './export.ts';
import { hostShow } from './host.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import type { Session } from './session.ts';

/** Seconds stay short because the lab's hosts are small; the margins are those of a real campaign. */
export async function demo(flags: { readonly out: string }, session: Session): Promise<void> {
  const { screen, say } = session;
  screen.say(say('demo.start'));
  const { startLab } = await import('@bongsu/lab');
  const lab = await startLab({ world: 'demo' });
  // An ended lab leaves no process and no folder behind, on Ctrl-C too.
  const stop = (): void => void lab.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  try {
    screen.say(
      say('demo.lab', {
        url: lab.url,
        isolation: lab.isolation,
        accounts: lab.accounts.length,
        regions: lab.regions.join(', '),
      }),
    );
    await story(lab, resolve(flags.out), session);
  } finally {
    process.off('SIGINT', stop);
    await lab.close();
  }
}

async function story(lab: Lab, folder: string, session: Session): Promise<void> {
  const { screen, say } = session;
  const [config, store] = [join(folder, 'bongsu.yaml'), join(folder, 'store')];
  // The folder is the demo's own: an earlier demo's store must not be mixed with this one's.
  await rm(store, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(config, labConfig(lab));
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  // Nor is anybody's server the place for a made-up estate.
  const environment = { ...session.environment, DATABASE_URL: '' };
  const inLab: Session = { ...session, environment, flags: { ...session.flags, config, store } };
  await campaignRun({ yes: true }, inLab);
  screen.out('');
  await results(undefined, inLab);
  const worst = await worstHost(store, inLab);
  if (worst !== null) {
    screen.out('');
    await hostShow(worst, undefined, inLab);
  }
  for (const format of ['xlsx', 'html'])
    await report({ format, out: join(folder, `report.${format}`), organization: say('demo.organization') }, inLab);
  await exportResults({ format: 'jsonl', out: join(folder, 'siem.jsonl') }, inLab);
  screen.out('');
  for (const line of say('demo.next', { folder }).split('\n')) screen.out(line);
}

/** The configuration that `bongsu init` would write for this lab. */
export function labConfig(lab: Lab): string {
  return configTemplate({
    accounts: 'organization',
    roleName: lab.roleName,
    externalId: lab.externalId,
    regions: lab.regions,
    centralRegion: lab.bucket.region,
    profile: null,
    bucketName: lab.bucket.name,
    // A fleet made of broken hosts would stop at its first ring.
    rings: 'all-at-once',
  });
}

async function worstHost(store: string, session: Session): Promise<string | null> {
  return withStore({ directory: store }, session, async (open) => {
    const campaign = await open.campaignLatest();
    const verdicts = campaign ? await open.verdictList(campaign.campaignId) : [];
    const fails = new Map<string, number>();
    for (const one of verdicts)
      if (one.status === 'fail') fails.set(one.instanceId, (fails.get(one.instanceId) ?? 0) + 1);
    return [...fails.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  });
}
