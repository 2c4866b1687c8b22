// A small endpoint for tests: one user, one session, a few handlers, and a log of the calls.
import { type CallLog, createCallLog } from '../control/call-log.ts';
import { createFaults, type Faults } from '../fault/engine.ts';
import { createLabClock } from './clock.ts';
import type { Handlers, Identity, LabApi, LabClock } from './contract.ts';
import { createEndpoint } from './server.ts';

/** A user whose secret holds the signs that break careless encoders. */
export const USER: Identity = {
  accessKeyId: 'AKIAREHEARSAL',
  secretAccessKey: 's3cr/et+x=',
  accountId: '111111111111',
  arn: 'arn:aws:iam::111111111111:user/rehearsal',
};

export interface Rehearsal {
  readonly url: string;
  readonly port: number;
  readonly clock: LabClock;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** What handlers threw that was no AwsError. */
  readonly bugs: readonly unknown[];
  /** A session that ends so many seconds from now. */
  session(lifeSeconds: number): Identity & { readonly sessionToken: string };
  /** What an SDK client needs to talk to this endpoint, as the user or as a session. */
  client(as?: Identity): {
    readonly region: string;
    readonly endpoint: string;
    readonly maxAttempts: number;
    readonly credentials: {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    };
  };
  close(): Promise<void>;
}

/** Starts an endpoint with these handlers by signing name; `seed` is that of its fault rules. */
export async function startRehearsal(handlers: Readonly<Record<string, Handlers>>, seed = 1): Promise<Rehearsal> {
  const clock = createLabClock();
  const faults = createFaults(seed);
  const calls = createCallLog();
  const bugs: unknown[] = [];
  const identities = new Map([[USER.accessKeyId, USER]]);
  const modelled = ['sts', 'organizations', 'ec2', 'ssm', 's3', 'sqs', 'kms'] as const;
  const services: LabApi[] = Object.entries(handlers).map(([name, own]) => {
    const known = modelled.find((candidate) => candidate === name);
    return { name, handlers: own, ...(known === undefined ? {} : { sdkPackage: `@aws-sdk/client-${known}` as const }) };
  });
  const identityOf = (accessKeyId: string): Identity | undefined => identities.get(accessKeyId);
  const endpoint = createEndpoint({
    clock,
    identityOf,
    faults,
    services,
    onCall: calls.record,
    onBug: (error) => bugs.push(error),
  });
  const { url, port, close } = await endpoint.listen(0);
  return {
    url,
    port,
    clock,
    faults,
    calls,
    bugs,
    close,
    session(lifeSeconds) {
      const session = {
        accessKeyId: `ASIAREHEARSAL${identities.size}`,
        secretAccessKey: 'session/secret+',
        sessionToken: 'token/with+signs==',
        accountId: USER.accountId,
        arn: 'arn:aws:sts::111111111111:assumed-role/tester/session',
        expiresAt: clock.now() + lifeSeconds * 1000,
      };
      identities.set(session.accessKeyId, session);
      return session;
    },
    client: (as = USER) => ({
      region: 'ap-northeast-2',
      endpoint: url,
      maxAttempts: 1,
      credentials: {
        accessKeyId: as.accessKeyId,
        secretAccessKey: as.secretAccessKey,
        ...(as.sessionToken === undefined ? {} : { sessionToken: as.sessionToken }),
      },
    }),
  };
}
