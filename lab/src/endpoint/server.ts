// The lab's AWS-shaped endpoint: one loopback port for every service, answered by handlers over the SDK's own schemas.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { Metadata } from '../identity/metadata.ts';
import type { Activity } from './activity.ts';
import { loadApiModel } from './api-model.ts';
import { readArrival } from './arrival.ts';
import type { CallRecord, LabApi } from './contract.ts';
import type { ReadyApi } from './decode.ts';
import { exchange, type Outcome, type Surroundings } from './exchange.ts';

/** Answers `/_lab/…`; gives the status and the JSON to send. */
export type ControlHandler = (request: {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}) => Promise<{ readonly status: number; readonly body: unknown }>;

export interface EndpointOptions extends Omit<Surroundings, 'onBug'> {
  /** Written to standard error where absent. */
  readonly onBug?: Surroundings['onBug'];
  readonly services: readonly LabApi[];
  readonly onCall: (record: CallRecord) => void;
  readonly control?: ControlHandler;
  /** Answers `/_imds/…`, where each instance has its metadata service. */
  readonly metadata?: Metadata['answer'];
  /** True where time is virtual: answers then say that they may be old, by which the SDK leaves its own idea of the time alone. */
  readonly virtual?: boolean;
  /** Told when a request begins and when its answer is sent. */
  readonly activity?: Activity;
}

export interface ListeningEndpoint {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface Endpoint {
  /** Port 0 takes a free one. Only loopback addresses are accepted; any other is a RangeError. */
  listen(port: number, host?: string): Promise<ListeningEndpoint>;
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1)$/;

/** Puts services behind one endpoint; nothing is loaded or opened before it is asked for. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const apis = new Map(options.services.map((api) => [api.name, api]));
  const ready = new Map<string, Promise<ReadyApi>>();
  const { onBug = writeBug } = options;

  const readyApi = (name: string | undefined): Promise<ReadyApi> | undefined => {
    const api = name === undefined ? undefined : apis.get(name);
    if (api === undefined) return undefined;
    let loading = ready.get(api.name);
    if (loading === undefined) {
      loading = load(api);
      ready.set(api.name, loading);
    }
    return loading;
  };

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrival = await readArrival(message);
    response.sendDate = false;
    response.setHeader('date', new Date(options.clock.now()).toUTCString());
    response.setHeader('x-bongsu-lab', '1');
    if (options.virtual) response.setHeader('age', '0');
    if (arrival.rawPath.startsWith('/_lab/')) {
      const { method, rawPath: path, query, headers, body } = arrival;
      const answer = await options.control?.({ method, path, query, headers, body });
      sendJson(response, answer?.status ?? 404, answer?.body ?? { error: 'This endpoint has no control API' });
      return;
    }
    if (arrival.rawPath.startsWith('/_imds/')) {
      const { status, text } = options.metadata?.(arrival.method, arrival.rawPath, arrival.headers) ?? {
        status: 404,
        text: '',
      };
      response.writeHead(status, { 'content-type': 'text/plain' });
      response.end(text);
      return;
    }
    const outcome = await exchange(arrival, await readyApi(arrival.service), randomUUID(), { ...options, onBug });
    // Recorded before it is sent, so that whoever has the answer also finds the call in the log.
    options.onCall(outcome.record);
    send(response, outcome, arrival.method);
  };

  return {
    async listen(port, host = '127.0.0.1') {
      if (!LOOPBACK.test(host)) throw new RangeError(`The lab listens on loopback only, not on ${host}`);
      const server = createServer((message, response) => {
        const ended = options.activity?.begin();
        const served = serve(message, response).catch((error: unknown) => {
          // A client that hangs up while sending is no bug of the lab; anything else is.
          if (!message.destroyed || message.complete) onBug(error, 'answering');
          response.destroy();
        });
        // Of a client that has hung up in a long poll, the poll goes on to its end.
        if (ended !== undefined) response.once('close', () => void served.then(ended));
      });
      server.keepAliveTimeout = 60_000;
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      });
      const address = server.address() as AddressInfo;
      return {
        url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
        port: address.port,
        close: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      };
    },
  };
}

/** `inspect` escapes what a caller may have put into a message. */
function writeBug(error: unknown, where: string): void {
  process.stderr.write(`The lab failed in ${where}: ${inspect(error)}\n`);
}

async function load(api: LabApi): Promise<ReadyApi> {
  const { name, handlers, sdkPackage } = api;
  return sdkPackage === undefined ? { name, handlers } : { name, handlers, model: await loadApiModel(sdkPackage) };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}

function send(response: ServerResponse, { answer, delivery }: Outcome, method: string): void {
  if (delivery === 'none') {
    response.destroy();
    return;
  }
  const { status, headers, body } = answer;
  const bodiless = status === 204 || status === 304;
  // An answer to HEAD keeps the length its headers name: that of the object, not of this answer.
  const length = method === 'HEAD' ? (headers['content-length'] ?? String(body.length)) : String(body.length);
  response.writeHead(status, bodiless ? headers : { ...headers, 'content-length': length });
  if (delivery === 'whole') response.end(method === 'HEAD' || bodiless ? undefined : body);
  else response.write(body.subarray(0, delivery.bytes), () => response.destroy());
}
