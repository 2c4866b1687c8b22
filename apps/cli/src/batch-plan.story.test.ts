// What the command line says of a plan's delivery: the mode in the plan, and the refusal where results could not be proven.
import { identityCertificates } from '@bongsu/core';
import { fleetWorld } from '@bongsu/lab';
import { expect, it } from 'vitest';
import { fleetStart } from './testing/fleet.ts';

const byBatch = (config: string): string => config.replace('delivery: presigned', 'delivery: batch');
const worldIn = (region: string) => fleetWorld(3, 1, { simulated: true, regions: [region] });

it('names the mode and counts its sends', { timeout: 120_000 }, async () => {
  const fleet = await fleetStart({ world: worldIn('ap-northeast-2') }, byBatch);
  try {
    const ran = await fleet.run('--lang', 'en', 'campaign', 'run', '--dry-run');
    expect([ran.code, ran.stdout]).toEqual([
      0,
      expect.stringMatching(/delivery: batch \(up to 50 instances a command/),
    ]);
    expect(ran.stdout).toMatch(/ssm:SendCommand +1\n/);
    const shown = await fleet.json<{ campaign: { plan: { delivery: string } } }>('campaign', 'show');
    expect(shown.campaign.plan.delivery).toBe('batch');
  } finally {
    await fleet.close();
  }
});

it('refuses a Region without a certificate, until the configuration gives one', { timeout: 120_000 }, async () => {
  const fleet = await fleetStart({ world: worldIn('eu-west-9') }, byBatch);
  try {
    const ran = await fleet.run('campaign', 'run', '--dry-run');
    expect(ran.code).not.toBe(0);
    expect(ran.stderr).toMatch(
      /no certificate is known for identities of instances in eu-west-9, where 3 of 3 targets are/,
    );
  } finally {
    await fleet.close();
  }
  const [seoul = ''] = identityCertificates('ap-northeast-2');
  const certificate = JSON.stringify(`-----BEGIN CERTIFICATE-----\n${seoul}\n-----END CERTIFICATE-----\n`);
  const given = (config: string): string =>
    byBatch(config).replace('  delivery: batch', `  certificates: { eu-west-9: [${certificate}] }\n  delivery: batch`);
  const known = await fleetStart({ world: worldIn('eu-west-9') }, given);
  try {
    expect((await known.run('campaign', 'run', '--dry-run')).code).toBe(0);
  } finally {
    await known.close();
  }
});

it('refuses what is no certificate before anything is planned', { timeout: 60_000 }, async () => {
  const broken = (config: string): string =>
    config.replace(
      '  delivery:',
      '  certificates: { eu-west-9: ["-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----"] }\n  delivery:',
    );
  const fleet = await fleetStart({ world: worldIn('eu-west-9') }, broken);
  try {
    expect((await fleet.run('campaign', 'run', '--dry-run')).stderr).toMatch(
      /campaign\.certificates\.eu-west-9\.0: a certificate of an RSA key/,
    );
  } finally {
    await fleet.close();
  }
});
