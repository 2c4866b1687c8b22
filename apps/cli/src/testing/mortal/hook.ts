// A server of its own that people are told at: it counts what it was told, by the key of the message and the channel.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hook {
  readonly url: string;
  told(): ReadonlyMap<string, number>;
  forget(): void;
  close(): Promise<void>;
}

export async function hookStart(): Promise<Hook> {
  let told = new Map<string, number>();
  const server = createServer((request, response) => {
    const key = `${request.url ?? ''} ${String(request.headers['idempotency-key'])}`;
    told.set(key, (told.get(key) ?? 0) + 1);
    request.resume();
    request.on('end', () => response.end('ok'));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: () => new Map(told),
    forget: () => {
      told = new Map();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
