// What a simulated host sends over real HTTP: one GET, one PUT, with the headers and the patience of the document's curl.
import { Agent, request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Activity } from '../endpoint/activity.ts';
import { gateOf } from '../agent/gate.ts';

/** Connections of the whole fleet at a time: each holds a result's bytes on its way. */
const connectionsMax = 16;

export interface Transfer {
  /** Bytes of a script, or the status that was not 200. */
  get(url: string, signal: AbortSignal, headers?: Readonly<Record<string, string>>): Promise<Buffer | number>;
  /** The status of an upload; 0 where no answer came. */
  put(
    url: string,
    parts: readonly Buffer[],
    signal: AbortSignal,
    more?: Readonly<Record<string, string>>,
  ): Promise<number>;
  /** The status of an upload as a form, of which the file is the last part; 0 where no answer came. */
  form(
    url: string,
    fields: Readonly<Record<string, string>>,
    parts: readonly Buffer[],
    signal: AbortSignal,
  ): Promise<number>;
  close(): void;
}

/** Between the parts of a form; no field of ours holds it. */
const boundary = 'bongsu-lab-form-5d1f0c7e';

function formParts(fields: Readonly<Record<string, string>>, file: readonly Buffer[]): readonly Buffer[] {
  const heads = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const last = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="result"\r\n\r\n`;
  return [Buffer.from([...heads, last].join('')), ...file, Buffer.from(`\r\n--${boundary}--\r\n`)];
}

/** Connections that are the lab's business for as long as they are open. */
export function createTransfer(activity: Activity): Transfer {
  const agent = new Agent({ keepAlive: true, maxSockets: connectionsMax });
  const gate = gateOf(connectionsMax);

  const exchange = async (
    url: string,
    options: { readonly method: string; readonly headers: OutgoingHttpHeaders },
    parts: readonly Buffer[],
    signal: AbortSignal,
  ): Promise<{ readonly status: number; readonly body: Buffer }> => {
    const ended = activity.begin();
    const leave = await gate.enter(signal);
    try {
      if (leave === null) return { status: 0, body: Buffer.alloc(0) };
      return await new Promise((resolve) => {
        const none = (): void => resolve({ status: 0, body: Buffer.alloc(0) });
        const sent = request(url, { ...options, agent, signal }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
          answer.on('error', none);
        });
        sent.on('error', none);
        for (const part of parts) sent.write(part);
        sent.end();
      });
    } finally {
      leave?.();
      ended();
    }
  };

  return {
    get: async (url, signal, headers = {}) => {
      const { status, body } = await exchange(url, { method: 'GET', headers }, [], signal);
      return status === 200 ? body : status;
    },
    put: async (url, parts, signal, more = {}) => {
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      const headers = { 'if-none-match': '*', 'content-length': length, ...more };
      return (await exchange(url, { method: 'PUT', headers }, parts, signal)).status;
    },
    form: async (url, fields, file, signal) => {
      const parts = formParts(fields, file);
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': length };
      return (await exchange(url, { method: 'POST', headers }, parts, signal)).status;
    },
    close: () => agent.destroy(),
  };
}
