// Channels against real servers that answer well, badly, late or never: what is retried, and that nothing arrives twice.
import { createServer as httpServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as tcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { createHmac } from 'node:crypto';
import type { Message } from '@bongsu/core';
import { afterEach, describe, expect, it } from 'vitest';
import { httpChannel } from './http-channel.ts';
import { mailChannel, type MailSettings } from './mail-channel.ts';

const open: (Server | TcpServer)[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of open.splice(0)) server.close();
});

async function listening(server: Server | TcpServer): Promise<number> {
  open.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers with each status in turn; `hang` reads the request and says nothing. */
async function web(...answers: (number | 'hang')[]) {
  const got: Got[] = [];
  const server = httpServer((request, answer) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      const next = answers[got.length] ?? 200;
      got.push({ headers: request.headers, body });
      if (next === 'hang') return;
      if (next === 429) answer.setHeader('retry-after', '7');
      answer.statusCode = next;
      answer.end(next === 200 ? 'ok' : 'no\u001b[31m');
    });
  });
  return { url: `http://127.0.0.1:${await listening(server)}/hook`, got };
}

const note: Message = { kind: 'http', body: '{"text":"점검"}', headers: { 'content-type': 'application/json' } };
const slack = (url: string) => httpChannel({ name: 's', kind: 'slack', lang: 'ko', url, answerSeconds: 0.4 });

describe('over HTTP', () => {
  it('is sent once where it is taken', async () => {
    const { url, got } = await web(200);
    expect(await slack(url).send(note, 'd-1')).toMatchObject({ kind: 'sent' });
    expect(got).toMatchObject([{ body: note.kind === 'http' ? note.body : '', headers: { 'idempotency-key': 'd-1' } }]);
  });
  it('comes again after a rate or a fault of the server, and not after a refusal', async () => {
    const { url, got } = await web(429, 500, 404);
    expect(await slack(url).send(note, 'd')).toMatchObject({ kind: 'again', afterSeconds: 7 });
    expect(await slack(url).send(note, 'd')).toMatchObject({ kind: 'again', afterSeconds: null });
    const refused = await slack(url).send(note, 'd');
    expect(refused.kind).toBe('refused');
    expect(refused.said).not.toContain('\u001b');
    expect(got).toHaveLength(3);
  });
  it('is unclear to a chat that took it and said nothing; a program knows it again by its key', async () => {
    const { url } = await web('hang', 'hang');
    expect(await slack(url).send(note, 'd')).toMatchObject({ kind: 'unclear' });
    const hook = httpChannel({ name: 'h', kind: 'webhook', lang: 'en', url, answerSeconds: 0.4 });
    expect(await hook.send(note, 'd')).toMatchObject({ kind: 'again' });
  });
  it('comes again where nobody listens', async () => {
    const { url } = await web();
    await new Promise((closed) => open.splice(0)[0]?.close(closed));
    expect(await slack(url).send(note, 'd')).toMatchObject({ kind: 'again', said: 'ECONNREFUSED' });
  });
  it('follows no redirection, wherever it leads, and says so', async () => {
    const inside = await web(200);
    const server = httpServer((request, answer) => {
      request.resume();
      answer.writeHead(307, { location: inside.url }).end();
    });
    const url = `http://127.0.0.1:${await listening(server)}/hook`;
    for (const kind of ['slack', 'webhook'] as const) {
      const end = await httpChannel({ name: 'h', kind, lang: 'en', url }).send(note, 'd');
      expect(end).toMatchObject({ kind: 'refused', said: expect.stringMatching(/^307: a redirection/) });
    }
    expect(inside.got).toEqual([]);
  });
  const bodies: [string, (answer: ServerResponse) => void][] = [
    ['never ends', (answer: ServerResponse) => void setInterval(() => answer.write('x'.repeat(65_536)), 1).unref()],
    ['is cut off', (answer: ServerResponse) => void answer.write('o', () => answer.destroy())],
    ['does not come', (answer: ServerResponse) => answer.flushHeaders()],
  ];
  it.each(bodies)('is taken where the answer is good and its body %s', async (_, body) => {
    const server = httpServer((request, answer) => {
      request.resume();
      answer.on('error', () => undefined).writeHead(200, { 'content-length': '999999999' });
      body(answer);
    });
    const end = await slack(`http://127.0.0.1:${await listening(server)}/hook`).send(note, 'd');
    expect(end).toMatchObject({ kind: 'sent' });
    expect(end.said.length).toBeLessThanOrEqual(200);
  });
  it('signs what it posts where a secret is agreed', async () => {
    const { url, got } = await web(200);
    await httpChannel({ name: 'h', kind: 'webhook', lang: 'en', url, secret: 'k' }).send(note, 'd');
    const expected = createHmac('sha256', 'k')
      .update(got[0]?.body ?? '')
      .digest('hex');
    expect(got[0]?.headers['x-bongsu-signature']).toBe(`sha256=${expected}`);
  });
});

type Mood = 'well' | 'busy' | 'greylists' | 'refuses' | 'hangs at the start' | 'hangs at the end';

/** An SMTP server of one mood; what it took is in `got`. */
async function post(mood: Mood, change: Partial<MailSettings> = {}) {
  const got: string[] = [];
  const server = tcpServer((socket) => {
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    let [held, inMail] = ['', false];
    if (mood !== 'hangs at the start') say('220 lab ESMTP');
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      held += part.toString('utf8');
      for (;;) {
        const end = held.indexOf(inMail ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = held.slice(0, end);
        held = held.slice(end + (inMail ? 5 : 2));
        if (inMail) {
          inMail = false;
          got.push(line);
          if (mood !== 'hangs at the end') say('250 taken');
        } else if (/^DATA/i.test(line)) {
          inMail = true;
          say('354 go on');
        } else if (/^MAIL/i.test(line) && mood === 'busy') say('451 later');
        else if (/^RCPT/i.test(line) && (mood === 'refuses' || line.includes('gone@'))) say('550 no such user');
        else if (/^RCPT/i.test(line) && mood === 'greylists') say('451 4.7.1 come again');
        else say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
      }
    });
  });
  const settings = {
    name: 'm',
    lang: 'ko',
    host: '127.0.0.1',
    port: await listening(server),
    security: 'none',
  } as const;
  const people = { from: 'bongsu@example.com', to: ['sec@example.com'] };
  const channel = mailChannel({ ...settings, ...people, answerSeconds: 0.5, ...change });
  return { channel, got };
}

const mail: Message = {
  kind: 'mail',
  subject: '점검 종료\r\nBcc: x@example.com',
  text: '본문\n.\n끝',
  html: '<p>본문</p>',
  messageId: '<c.1@bongsu>',
};

describe('over SMTP', () => {
  it('is handed over once, with its own id and no header of a stranger', async () => {
    const { channel, got } = await post('well');
    expect(await channel.send(mail, 'd-1')).toMatchObject({ kind: 'sent' });
    expect(got).toHaveLength(1);
    expect(got[0]).toContain('Message-ID: <c.1@bongsu>');
    expect(got[0]).not.toMatch(/^Bcc:/m);
  });
  it.each([
    ['busy', 'again'],
    ['greylists', 'again'],
    ['refuses', 'refused'],
    ['hangs at the start', 'again'],
    ['hangs at the end', 'unclear'],
  ] as const)('where the server %s: %s', async (mood, kind) => {
    const { channel } = await post(mood);
    expect(await channel.send(mail, 'd')).toMatchObject({ kind });
  });
  it('names whom the server did not take, and sends the others nothing twice', async () => {
    const { channel, got } = await post('well', { to: ['sec@example.com', 'gone@example.com'] });
    const end = await channel.send(mail, 'd');
    expect(end).toMatchObject({ kind: 'sent', said: expect.stringContaining('not taken for gone@example.com') });
    expect(got).toHaveLength(1);
  });
  it('sends nothing in the clear where STARTTLS is demanded and not offered', async () => {
    const { channel, got } = await post('well', { security: 'starttls' });
    expect(await channel.send(mail, 'd')).toMatchObject({ kind: 'again' });
    expect(got).toEqual([]);
  });
});
