// A local HTTP server that answers each operation with given bytes, for answers that a well-behaved endpoint never gives.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@bongsu/core';
import { openAws, type Aws, type AwsSettings } from '../index.ts';

export type Canned =
  | { readonly status?: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  /** `silent`: no answer at all; `reset`: the connection breaks after the request was read. */
  | 'silent'
  | 'reset';

export interface Asked {
  readonly operation: string;
  readonly body: string;
  /** Path and query as they were asked for. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Access key id that signed the request. */
  readonly signer: string;
}

export interface CannedEndpoint {
  readonly url: string;
  readonly asked: Asked[];
  /** The answers to an operation, in order; the last one stays. */
  on(operation: string, ...answers: Canned[]): void;
  close(): Promise<void>;
}

/** It stands still, and waits for nothing. */
export const clock: Clock = { now: () => new Date('2026-01-01T00:00:00.000Z'), sleep: async () => undefined };

/**
 * Starts the endpoint and points `environment` at it, which is where the SDK looks. Operations are named by the request: `SendCommand`, `AssumeRole`, or `GET` and `PUT` for S3.
 */
export async function cannedEndpoint(environment: NodeJS.ProcessEnv): Promise<CannedEndpoint> {
  const answers = new Map<string, Canned[]>();
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const operation = operationOf(request, body);
      asked.push({
        operation,
        body,
        path: request.url ?? '',
        headers: request.headers,
        signer: /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '',
      });
      const queue = answers.get(operation) ?? [];
      answer(queue.length > 1 ? queue.shift() : queue[0], response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = { AWS_ACCESS_KEY_ID: 'AKIACENTRAL', AWS_SECRET_ACCESS_KEY: 'secret' };
  Object.assign(environment, key, { AWS_ENDPOINT_URL: url });
  return {
    url,
    asked,
    on: (operation, ...given) => void answers.set(operation, given),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function operationOf(request: IncomingMessage, body: string): string {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return target.replace(/^.*\./, '');
  return new URLSearchParams(body).get('Action') ?? request.method ?? '';
}

function answer(canned: Canned | undefined, response: ServerResponse): void {
  if (canned === 'silent') return;
  if (canned === 'reset') return void response.destroy();
  response.sendDate = false;
  const headers = { date: clock.now().toUTCString(), ...canned?.headers };
  response.writeHead(canned === undefined ? 501 : (canned.status ?? 200), headers);
  response.end(canned?.body ?? 'no answer was given for this operation');
}

export const central = '999900001111';
export const member = '111122223333';
export const region = 'ap-northeast-2';

/** Opens the package on the endpoint, signed in as the central account, with an answer ready for every role. */
export async function openCanned(endpoint: CannedEndpoint, change: Partial<AwsSettings> = {}): Promise<Aws> {
  endpoint.on('GetCallerIdentity', callerAnswer);
  endpoint.on('AssumeRole', sessionAnswer('ASIAMEMBER'));
  const settings: AwsSettings = {
    accounts: { kind: 'organization' },
    roleName: 'BongsuMember',
    externalId: 'external-1',
    regions: 'enabled',
    bucket: { name: 'exchange', region },
    centralRegion: region,
    maxAttempts: 1,
    answerSeconds: 0.3,
    ...change,
  };
  return openAws(settings, clock);
}

const callerAnswer = {
  body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${central}:role/Central</Arn><Account>${central}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
};

/** An AssumeRole answer with a session that ends then. */
export function sessionAnswer(accessKeyId: string, ends = '2099-01-01T00:00:00.000Z'): Canned {
  const credentials = `<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${ends}</Expiration>`;
  return {
    body: `<AssumeRoleResponse><AssumeRoleResult><Credentials>${credentials}</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  };
}

/** An error of a JSON service. */
export function jsonError(code: string, message = 'told by the service', status = 400): Canned {
  return { status, body: JSON.stringify({ __type: code, message }) };
}

/** An error of a query service. */
export function xmlError(code: string, message = 'told by the service', status = 403): Canned {
  return {
    status,
    body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  };
}

/** An answer of a JSON service. */
export function json(body: unknown): Canned {
  return { body: JSON.stringify(body) };
}
