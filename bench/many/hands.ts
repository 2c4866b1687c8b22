// Hands that answer at once, for measuring the steps and the store alone: every host is there, takes its command and has its result ready.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type {
  Account,
  Associations,
  Commands,
  Ec2Instance,
  Estate,
  Exchange,
  ManagedNode,
  Place,
  ResultObject,
} from '@bongsu/core';

export interface Hands {
  readonly estate: Estate;
  readonly commands: Commands;
  readonly associations: Associations;
  readonly exchange: Exchange;
  callsTake(): Readonly<Record<string, number>>;
}

const unasked = (): Promise<never> => Promise.reject(new Error('nothing is kept in the accounts'));
const regions = ['ap-northeast-2', 'us-east-1'];
const seen = <Item>(items: readonly Item[]) => ({ items, gaps: [] });

/** What is known of a host is made up when it is asked for: the hands themselves hold only what was sent. */
export function handsFor(instances: number, accountCount: number): Hands {
  const accounts = Array.from({ length: accountCount }, (_, index): Account => {
    return { accountId: String(200_000_000_000 + index), name: `member-${index}`, status: 'ACTIVE' };
  });
  const perPlace = Math.ceil(instances / (accountCount * regions.length));
  const idsOf = ({ accountId, region }: Place): string[] => {
    const first = ((Number(accountId) - 200_000_000_000) * regions.length + regions.indexOf(region)) * perPlace;
    return Array.from({ length: Math.max(0, Math.min(perPlace, instances - first)) }, (_, index) => {
      return `i-${(first + index).toString(16).padStart(17, '0')}`;
    });
  };
  const results: ResultObject[] = [];
  const sent = new Map<string, { readonly instanceId: string; readonly commandId: string; readonly script: string }>();
  return {
    callsTake: () => ({}),
    estate: {
      accounts: async () => seen(accounts),
      regions: async () => seen(regions),
      instances: async (place) => seen(idsOf(place).map((instanceId) => instanceOf(place, instanceId))),
      nodes: async (place) => seen(idsOf(place).map((instanceId) => nodeOf(place, instanceId))),
    },
    commands: {
      document: async (region) => ({
        arn: `arn:aws:ssm:${region}::document/Bongsu`,
        version: '1',
        sha256: '0'.repeat(64),
      }),
      send: async ({ instanceIds: [instanceId = ''], parameters }) => {
        const key = parameters['ResultUrl'] ?? '';
        const commandId = createHash('sha256').update(key).digest('hex').slice(0, 32);
        sent.set(key, { instanceId, commandId, script: parameters['ScriptSha256'] ?? '' });
        results.push({ key, sizeBytes: 1_000, writtenAt: new Date().toISOString(), etag: commandId });
        return { kind: 'sent', commandId };
      },
      sentBefore: async () => seen([]),
      invocations: async () => seen([]),
    },
    associations: {
      ...{ document: unasked, find: unasked, create: unasked, update: unasked, remove: unasked, runs: unasked },
    },
    exchange: {
      urlShape: { script: '^.*$', result: '^.*$', form: '^.*$', object: '^.*$', tls: true },
      credentialSeconds: async () => null,
      scriptPut: async () => undefined,
      scriptUrl: async (key) => key,
      resultUrl: async (key) => key,
      resultForm: async () => {
        throw new Error('results are put one by one');
      },
      objectAddress: async () => {
        throw new Error('results are put by URL');
      },
      roleBinding: async () => ({ missing: [] }),
      results: async (prefix) => seen(results.filter(({ key }) => key.startsWith(prefix))),
      resultRead: async (key) => {
        const host = sent.get(key);
        const runId = /([^/]+)\.tar\.gz$/.exec(key)?.[1] ?? '';
        return once(archiveOf({ runId, ...(host ?? { instanceId: '', commandId: '', script: '' }) }));
      },
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A result that says who it is from and holds no probe: what every check finds is that nothing is known. */
function archiveOf(own: { runId: string; instanceId: string; commandId: string; script: string }): Uint8Array {
  const text = Buffer.from(
    `bongsu-evidence\t1\nrun\t${own.runId}\ninstance\t${own.instanceId}\ncommand\t${own.commandId}\nscript\t${own.script}\nstarted\t1\nended\t2\nuid\t0\nlive\t1\n`,
  );
  // A tar header: name, mode, size, sum and type (POSIX.1-1988, tar interchange format).
  const header = Buffer.alloc(512);
  header.write('manifest');
  header.write('0000644\0', 100);
  header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        0', 148);
  header.write('ustar\0', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return gzipSync(Buffer.concat([header, text, Buffer.alloc(512 - (text.length % 512) + 1_024)]), { level: 1 });
}

function instanceOf({ accountId, region }: Place, instanceId: string): Ec2Instance {
  return {
    ...{ accountId, region, instanceId, state: 'running', name: `host-${instanceId}`, tags: { team: 'any' } },
    ...{ imageId: 'ami-0', instanceType: 't3.small', launchedAt: null, privateIp: '10.0.0.1' },
    platformDetails: 'Linux/UNIX',
  };
}

function nodeOf({ accountId, region }: Place, instanceId: string): ManagedNode {
  return {
    ...{ accountId, region, instanceId, pingStatus: 'Online', lastPingAt: null, agentVersion: '3.3.0.0' },
    ...{ platformType: 'Linux', platformName: 'Amazon Linux', platformVersion: '2023', computerName: instanceId },
    ipAddress: '10.0.0.1',
  };
}
