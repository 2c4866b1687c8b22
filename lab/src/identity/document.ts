// The identity document of an instance, as its metadata service gives it (EC2 user guide, instance identity documents).
import type { Host } from '../services/host.ts';
import type { Signer } from './signer.ts';

/** What the metadata service answers below `/latest/dynamic/instance-identity/`. */
export interface InstanceIdentity {
  readonly document: string;
  /** RSA with SHA-256 over the document, in base64. */
  readonly signature: string;
  /** The document within a signed PKCS #7 message, in base64 without the PEM lines around it. */
  readonly rsa2048: string;
}

const second = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** The document and its signatures for an instance of EC2. */
export function instanceIdentityOf(host: Host, signer: Signer, now: Date): InstanceIdentity {
  const members: Readonly<Record<string, string | null>> = {
    accountId: host.accountId,
    architecture: 'x86_64',
    availabilityZone: `${host.region}a`,
    billingProducts: null,
    devpayProductCodes: null,
    marketplaceProductCodes: null,
    imageId: host.imageId,
    instanceId: host.instanceId,
    instanceType: host.instanceType,
    kernelId: null,
    pendingTime: second(host.launchedAt),
    privateIp: host.privateIp,
    ramdiskId: null,
    region: host.region,
    version: '2017-09-30',
  };
  const lines = Object.entries(members).map(([name, value]) => `  "${name}" : ${JSON.stringify(value)}`);
  const document = `{\n${lines.join(',\n')}\n}`;
  return { document, signature: signer.signature(document), rsa2048: signer.message(document, now) };
}
