// bongsu evidence show: opens the stored archive behind an evidence id of a report, and prints the records its unit was judged by.
import type { Campaign, HostEvidence, Target } from '@bongsu/core';
import { evidenceLimits, evidenceUnpack } from '@bongsu/engines';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { contentOfCampaign } from '../packs/content.ts';
import { forTerminal } from '../screen/harmless.ts';
import { withStore } from '../wire.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';

const form = /^E-([0-9a-f]{12})-([a-z0-9.-]+)$/;

export async function evidenceShow(id: string, session: Session): Promise<void> {
  const { screen, say } = session;
  const [, prefix = '', unit = ''] = form.exec(id) ?? [];
  if (prefix === '')
    throw new CliError('bad-input', `${JSON.stringify(id)}: an evidence id looks like E-0123456789ab-ssh.root-login`);
  await withStore(await storePlace(session), session, async (store) => {
    const { campaign, target } = await targetOf(store, prefix, id);
    const { checks, system } = await contentOfCampaign(campaign);
    const check = checks.find((one) => one.id === unit);
    if (!check)
      throw new CliError('bad-input', `${JSON.stringify(id)}: there is no unit ${unit}; "bongsu items" shows them`);
    const evidence = await evidenceOf(store, target);
    const { manifest } = evidence;
    const probes = [system, ...Object.values(check.needs)].map((probe) => probe.name);
    const outcomes = manifest.probes.filter((probe) => probes.includes(probe.name));
    const { accountId, region, instanceId, campaignId, evidenceSha256 } = target;
    if (screen.asJson)
      return screen.json({
        evidence: id,
        target: { accountId, region, instanceId, campaign: campaignId },
        sha256: evidenceSha256,
        manifest: { ...manifest, probes: outcomes },
        records: Object.fromEntries(outcomes.map(({ name }) => [name, evidence.raw[name] ?? null])),
      });
    screen.out(screen.bold(say('evidence.title', { id, instance: instanceId, unit })));
    const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
    const [started, ended] = [at(manifest.startedAtSeconds), at(manifest.endedAtSeconds)];
    screen.out(say('evidence.archive', { sha: evidenceSha256 ?? '', started, ended, script: manifest.scriptSha256 }));
    for (const { name, state, bytes } of outcomes) {
      screen.out('');
      screen.out(screen.bold(say('evidence.probe', { probe: name, state, bytes })));
      for (const line of (evidence.raw[name] ?? '').split('\n')) screen.out(forTerminal(line.replaceAll('\t', '  ')));
    }
  });
}

async function targetOf(store: Store, prefix: string, id: string): Promise<{ campaign: Campaign; target: Target }> {
  for (const campaign of await store.campaignList()) {
    const target = (await store.targetList(campaign.campaignId)).find((one) => one.evidenceSha256?.startsWith(prefix));
    if (target) return { campaign, target };
  }
  throw new CliError('nothing-there', `${id}: this store holds no such evidence; --store names another`);
}

async function evidenceOf(store: Store, target: Target): Promise<HostEvidence> {
  const bytes = await store.evidenceGet(target.evidenceSha256 ?? '');
  if (bytes === null)
    throw new CliError('nothing-there', `the archive ${target.evidenceSha256 ?? ''} is no longer in the store`);
  const read = await evidenceUnpack(bytes, evidenceLimits);
  if (read.kind === 'refused') throw new CliError('refused', `the archive cannot be read: ${read.reason}`);
  return read.evidence;
}
