// The demonstration: three accounts, two Regions, twenty-five hosts to see, one of every trouble.
import { hybridNode, instance } from './instance.ts';
import { memberRoles } from './member-role.ts';
import type { InstanceSpec, WorldSpec } from './spec.ts';
import { packingFails, uploadsTraversal } from './trouble.ts';

const central = '100000000001';
const shop = '200000000002';
const archive = '300000000003';

const seoul = 'ap-northeast-2';
const virginia = 'us-east-1';

type More = Parameters<typeof instance>[3];

const at =
  (accountId: string, stage: string) =>
  (name: string, root: string, more: More = {}): InstanceSpec =>
    instance(accountId, name, root, { ...more, tags: { Stage: stage, ...more?.tags } });

const tools = at(central, 'tools');
const production = at(shop, 'production');
const staging = at(shop, 'staging');
const old = at(archive, 'production');

/**
 * Twenty-five hosts in the two accounts that let Bongsu in, one of them a hybrid node outside of AWS: one stopped, one without an agent, one whose agent is
 * silent, one Windows, one that cannot pack its result, one that uploads a hostile archive. The third account refuses
 * the role, so that what stands there is not seen, and that must show.
 */
export const demoWorld: WorldSpec = {
  name: 'demo',
  centralAccountId: central,
  regions: [seoul, virginia],
  bucket: { name: 'bongsu-exchange-100000000001', region: seoul },
  accounts: [
    {
      accountId: central,
      name: 'security',
      roles: {},
      regions: {
        [seoul]: [
          tools('bastion', 'amazon-linux-2023-ssm-only'),
          tools('log-collector', 'rocky-9-tidy'),
          tools('vpn', 'debian-12-neglected'),
          tools('scanner', 'ubuntu-24-04-tidy'),
          tools('jump-old', 'amazon-linux-2-stock', { state: 'stopped' }),
        ],
        [virginia]: [tools('build-runner', 'ubuntu-22-04-tidy'), tools('mirror', 'rocky-8-stock')],
      },
    },
    {
      accountId: shop,
      name: 'shop',
      roles: memberRoles(central),
      regions: {
        [seoul]: [
          production('web-1', 'amazon-linux-2023-web'),
          production('web-2', 'amazon-linux-2023-neglected'),
          production('api-1', 'ubuntu-22-04-tidy'),
          production('api-2', 'ubuntu-22-04-neglected'),
          production('batch', 'rocky-9-neglected', { tools: packingFails }),
          production('cache', 'debian-12-tidy'),
          production('database', 'rhel-9-stock'),
          production('payments', 'ubuntu-24-04-neglected'),
          production('partner-gateway', 'ubuntu-20-04-tidy', { tools: uploadsTraversal }),
          production('appliance', 'debian-12-tidy', { agent: 'none' }),
          hybridNode(shop, 'idc-backup', 'rocky-8-stock'),
        ],
        [virginia]: [
          staging('web-us-1', 'amazon-linux-2-tidy'),
          staging('web-us-2', 'amazon-linux-2-neglected'),
          staging('api-us-1', 'ubuntu-20-04-stock'),
          staging('search', 'rocky-9-tidy', { agent: 'offline' }),
          staging('reports', 'windows-server-2022', { platform: 'Windows' }),
          staging('queue', 'ubuntu-24-04-tidy'),
          staging('metrics', 'debian-12-neglected'),
        ],
      },
    },
    {
      accountId: archive,
      name: 'archive',
      roles: {},
      regions: { [seoul]: [old('vault', 'rocky-8-neglected'), old('ledger', 'amazon-linux-2-neglected')] },
    },
  ],
};
