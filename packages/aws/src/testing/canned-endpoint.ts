// A local HTTP server that answers each operation with given bytes, for answers that a well-behaved endpoint never gives.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAws, type Aws, type AwsSettings } from '../index.ts';

export type Canned =
  | { readonly status?: number; readonly body: string }
  /** `silent`: no answer at all; `reset`: the connection breaks after the request was read. */
  | 'silent'
  | 'reset';

export interface Asked {
  readonly operation: string;
  readonly body: string;
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

/** Operations are named by the request: `SendCommand`, `AssumeRole`, or `GET` and `PUT` for S3. */
export async function cannedEndpoint(): Promise<CannedEndpoint> {
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
        signer: /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '',
      });
      const queue = answers.get(operation) ?? [];
      answer(queue.length > 1 ? queue.shift() : queue[0], response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
  response.writeHead(canned === undefined ? 501 : (canned.status ?? 200));
  response.end(canned?.body ?? 'no answer was given for this operation');
}

export const central = '999900001111';
export const member = '111122223333';
export const region = 'ap-northeast-2';

/** Opens the package on the endpoint, signed in as the central account, with an answer ready for every role. */
export async function openCanned(endpoint: CannedEndpoint, change: Partial<AwsSettings> = {}): Promise<Aws> {
  process.env.AWS_ENDPOINT_URL = endpoint.url;
  process.env.AWS_ACCESS_KEY_ID = 'AKIACENTRAL';
  process.env.AWS_SECRET_ACCESS_KEY = 'secret';
  endpoint.on('GetCallerIdentity', callerAnswer);
  endpoint.on('AssumeRole', sessionAnswer('ASIAMEMBER', 3_600));
  return openAws({
    accounts: { kind: 'organization' },
    roleName: 'BongsuMember',
    externalId: 'external-1',
    regions: 'enabled',
    bucket: { name: 'exchange', region },
    centralRegion: region,
    maxAttempts: 1,
    answerSeconds: 0.3,
    ...change,
  });
}

const callerAnswer = {
  body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${central}:role/Central</Arn><Account>${central}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
};

/** An AssumeRole answer whose session lasts so many seconds. */
export function sessionAnswer(accessKeyId: string, seconds: number): Canned {
  const ends = new Date(Date.now() + seconds * 1_000).toISOString();
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
