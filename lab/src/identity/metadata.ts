// The metadata service of every instance (IMDSv2): a token first, then what the instance is and the credentials of its role.
import type { Identity } from '../endpoint/contract.ts';
import { type Host, isOfEc2, roleNameOf } from '../services/host.ts';
import type { Seeded } from '../world/seeded.ts';
import type { InstanceIdentity } from './document.ts';

export interface MetadataGround {
  readonly seeded: Seeded;
  readonly hostOf: (instanceId: string) => Host;
  readonly identityOf: (instanceId: string) => InstanceIdentity;
  /** New credentials of the instance's role; null where it has none. */
  readonly roleOf: (instanceId: string) => Identity | null;
  /** The lab's own address. */
  readonly url: () => string;
}

export interface MetadataAnswer {
  readonly status: number;
  readonly text: string;
}

export interface Metadata {
  /** What stands for `http://169.254.169.254` on one instance: the instances of the lab share one network. */
  addressOf(instanceId: string): string;
  answer(method: string, path: string, headers: Readonly<Record<string, string>>): MetadataAnswer;
}

const nothing: MetadataAnswer = { status: 404, text: '' };

/** Nobody but its own instance knows an address: it holds a word that is drawn for it. */
export function createMetadata({ seeded, hostOf, identityOf, roleOf, url }: MetadataGround): Metadata {
  const secretOf = (instanceId: string): string => seeded.word(`metadata ${instanceId}`, 24);
  const tokenOf = (instanceId: string): string => `${seeded.word(`metadata token ${instanceId}`, 54)}==`;

  const roles = (instanceId: string, asked: string): MetadataAnswer => {
    const name = roleNameOf(hostOf(instanceId));
    if (name === null) return nothing;
    if (asked === '') return { status: 200, text: name };
    const identity = asked === name ? roleOf(instanceId) : null;
    if (identity === null) return nothing;
    const { accessKeyId, secretAccessKey, sessionToken, expiresAt = 0 } = identity;
    const members = {
      ...{ Code: 'Success', LastUpdated: new Date(expiresAt - 21_600_000).toISOString(), Type: 'AWS-HMAC' },
      ...{ AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: sessionToken },
      Expiration: new Date(expiresAt).toISOString(),
    };
    return { status: 200, text: JSON.stringify(members, null, 2) };
  };

  const told = (instanceId: string, what: string): MetadataAnswer => {
    const host = hostOf(instanceId);
    const [, document] = /^dynamic\/instance-identity\/(document|signature|rsa2048)$/.exec(what) ?? [];
    if (document !== undefined)
      return { status: 200, text: identityOf(instanceId)[document as keyof InstanceIdentity] };
    const [, asked] = /^meta-data\/iam\/security-credentials\/?(.*)$/.exec(what) ?? [];
    if (asked !== undefined) return roles(instanceId, asked);
    if (what === 'meta-data/instance-id') return { status: 200, text: instanceId };
    return what === 'meta-data/placement/region' ? { status: 200, text: host.region } : nothing;
  };

  return {
    addressOf: (instanceId) => `${url()}/_imds/${instanceId}/${secretOf(instanceId)}`,
    answer: (method, path, headers) => {
      const [, instanceId = '', secret = '', what = ''] = /^\/_imds\/([^/]+)\/([^/]+)\/latest\/(.*)$/.exec(path) ?? [];
      if (instanceId === '' || secret !== secretOf(instanceId) || !isOfEc2(hostOf(instanceId))) return nothing;
      if (method === 'PUT') {
        const seconds = Number(headers['x-aws-ec2-metadata-token-ttl-seconds']);
        const good = what === 'api/token' && seconds >= 1 && seconds <= 21_600;
        return good ? { status: 200, text: tokenOf(instanceId) } : { status: 400, text: '' };
      }
      // HttpTokens is `required` on every instance of the lab.
      if (headers['x-aws-ec2-metadata-token'] !== tokenOf(instanceId)) return { status: 401, text: '' };
      return told(instanceId, what);
    },
  };
}
