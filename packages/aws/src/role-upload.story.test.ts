// The host's own signature, in real shells and against the SDK's signer; what is secret stays within the shell; and every refusal has its code.
import { spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { roleUpload } from '@bongsu/engines';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const functions = ['set -eu', ...roleUpload(false)].join('\n');
const role = 'web-role_1@x';
const key = {
  accessKeyId: 'ASIAQQQQQQQQQQQQQQQQ',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: Buffer.from('a session of some length '.repeat(30)).toString('base64'),
};
const path =
  '/bucket/role/c1/200000000000/ap-northeast-2/arn%3Aaws%3Aec2%3Aap-northeast-2%3A200000000000%3Ainstance/i-0a/b-1.tar.gz';
const owner = '111122223333';

let server: Server;
let url: string;
let folder: string;
interface Put {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
let puts: Put[] = [];
let metadata: Record<string, [number, string]> = {};
let answer: [number, string] = [200, ''];

const credentials = (change: object = {}, space?: number): string => {
  const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token } = key;
  const all = {
    Code: 'Success',
    Type: 'AWS-HMAC',
    AccessKeyId,
    SecretAccessKey,
    Token,
    Expiration: '2099-01-01T00:00:00Z',
  };
  return JSON.stringify({ ...all, ...change }, null, space);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bongsu-role-'));
  server = createServer((request, response) => {
    const asked = request.url ?? '';
    if (request.method === 'PUT' && asked !== '/latest/api/token') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        puts.push({ path: asked, headers: request.headers, body: Buffer.concat(parts) });
        response.writeHead(answer[0]).end(answer[1]);
      });
      return;
    }
    const [status, text] = metadata[asked] ?? [404, ''];
    const told = asked === '/latest/api/token' || request.headers['x-aws-ec2-metadata-token'] === 'TOKEN==';
    response.writeHead(told ? status : 401).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  puts = [];
  answer = [200, ''];
  metadata = {
    '/latest/api/token': [200, 'TOKEN=='],
    '/latest/meta-data/iam/security-credentials/': [200, role],
    [`/latest/meta-data/iam/security-credentials/${role}`]: [200, credentials({}, 2)],
  };
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(shell: readonly string[], lines: string, change: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const [program = 'sh', ...words] = shell;
  const script = join(folder, 'script.sh');
  writeFileSync(script, `${functions}\n${lines}\n`);
  const env = { PATH: process.env['PATH'], BONGSU_METADATA: url, ...change };
  return new Promise((ended) => {
    const child = spawn(program, [...words, script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
    child.on('close', (code) => ended({ code, output }));
  });
}

const put = (shell: readonly string[], body: Buffer, change: NodeJS.ProcessEnv = {}): Promise<Ended> => {
  const file = join(folder, 'result');
  writeFileSync(file, body);
  return run(shell, `role_put '${file}' '${url}${path}' ap-northeast-2 ${owner}`, change);
};

/** What the SDK would send for the same request. */
async function signedBySdk({ path: asked, headers, body }: Put): Promise<string | undefined> {
  const client = new S3Client({ region: 'ap-northeast-2', credentials: key });
  const at = String(headers['x-amz-date']);
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? [];
  const signer = await client.config.signer();
  const signed = await signer.sign(
    {
      ...{ method: 'PUT', protocol: 'http:', hostname: '127.0.0.1', path: asked, query: {} },
      headers: {
        host: String(headers.host),
        'if-none-match': '*',
        'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
        'x-amz-expected-bucket-owner': owner,
      },
      body,
    },
    { signingDate: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) },
  );
  return signed.headers['authorization'];
}

const shells = [['dash'], ['bash', '--posix'], ['bash'], ['busybox', 'sh']].filter(([name]) =>
  existsSync(`/usr/bin/${name}`),
);

describe.each(shells.map((words) => [words.join(' '), words] as const))('in %s', (_, shell) => {
  it('puts what the SDK would have put, byte for byte', async () => {
    const body = randomBytes(70_000);
    expect(await put(shell, body)).toEqual({ code: 0, output: '' });
    const [sent] = puts;
    if (sent === undefined) throw new Error('nothing was put');
    expect(sent.path).toBe(path);
    expect(sent.body.equals(body)).toBe(true);
    expect(sent.headers).toMatchObject({ 'if-none-match': '*', 'x-amz-security-token': key.sessionToken });
    expect(sent.headers.authorization).toBe(await signedBySdk(sent));
  });

  it('makes the HMAC of any key of at most 64 bytes', async () => {
    const keys = [1, 31, 32, 44, 63, 64].map((length) => randomBytes(length));
    // Bytes that an exclusive or turns into NUL, `%` and a backslash.
    keys.push(Buffer.from([0x36, 0x5c, 0x13, 0x79, 0x6a, 0, 0xff]));
    const texts = ['', 'ap-northeast-2', '%s\\n $(id) `id` "q" \'\ntwo lines'];
    const cases = keys.flatMap((one) => texts.map((text) => [one, text] as const));
    const lines = cases.map(([one, text]) => `hmac ${one.toString('hex')} "$(printf %b '${octal(text)}')"`);
    const { output } = await run(shell, lines.join('\n'));
    expect(output.trim().split('\n')).toEqual(
      cases.map(([one, text]) => createHmac('sha256', one).update(text).digest('hex')),
    );
  });

  it('reads credentials that stand on one line as well', async () => {
    metadata[`/latest/meta-data/iam/security-credentials/${role}`] = [200, credentials()];
    expect((await put(shell, Buffer.from('x'))).code).toBe(0);
    expect(puts[0]?.headers.authorization).toBe(puts[0] && (await signedBySdk(puts[0])));
  });

  it('shows no secret, even where the shell is told to trace and export, and leaves none behind', async () => {
    // Whoever runs meanwhile may look at arguments and environments of processes: every program that the shell starts tells what it got.
    const spies = mkdtempSync(join(folder, 'spies-'));
    const programs = ['curl', 'sha256sum', 'od', 'sed', 'tr', 'cut', 'date', 'cat', 'head'];
    for (const name of programs) {
      const text = `#!/bin/sh\n{ printf '%s\\n' "$0" "$@"; env; } >> '${spies}/seen'\nexec /usr/bin/${name} "$@"\n`;
      writeFileSync(join(spies, name), text, { mode: 0o755 });
    }
    const hostile = { secret: 'x', session: 'x', c: 'x', k: 'x', s: 'x', o: 'x', t: 'x', h: 'x', SHELLOPTS: 'xtrace' };
    const { code, output } = await put(shell, Buffer.from('x'), {
      ...hostile,
      PATH: `${spies}:${process.env['PATH']}`,
    });
    const seen = readFileSync(join(spies, 'seen'), 'utf8');
    rmSync(spies, { recursive: true });
    // busybox is its own programs but curl.
    const programsSeen = new Set(seen.match(/spies-\w+\/\w+$/gm)).size;
    expect([code, programsSeen]).toEqual([0, shell[0] === 'busybox' ? 1 : 7]);
    const hex = Buffer.from(`AWS4${key.secretAccessKey}`).toString('hex');
    const left = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name)).toString('latin1'))
      .join('\n');
    for (const secret of [key.secretAccessKey, key.sessionToken, key.accessKeyId, hex.slice(8), 'TOKEN=='])
      for (const text of [seen, output, left]) expect(text).not.toContain(secret);
  });

  it.each([
    ['no metadata service', { '/latest/api/token': [403, ''] }, 14],
    ['no role', { '/latest/meta-data/iam/security-credentials/': [404, ''] }, 15],
    ['a role with a strange name', { '/latest/meta-data/iam/security-credentials/': [200, 'a/../b"\nurl = "x'] }, 15],
    ['a role without credentials', { [`/latest/meta-data/iam/security-credentials/${role}`]: [404, ''] }, 15],
    [
      'a secret that would break out',
      { [`/latest/meta-data/iam/security-credentials/${role}`]: [200, '{"AccessKeyId":"A\\"\\nurl=\\"x"}'] },
      15,
    ],
  ] as const)('says so where there is %s, and puts nothing', async (_what, change, code) => {
    for (const [asked, [status, text]] of Object.entries<readonly [number, string]>(change))
      metadata[asked] = [status, text];
    expect((await put(shell, Buffer.from('x'))).code).toBe(code);
    expect(puts).toEqual([]);
  });

  it.each([
    [403, '<Error><Code>AccessDenied</Code><Message>User: x is not</Message></Error>', 25],
    [403, '<Error>\n<Code>RequestTimeTooSkewed</Code></Error>', 26],
    [412, '<Error><Code>PreconditionFailed</Code></Error>', 24],
    [301, '', 24],
    [403, `<Code>${'A'.repeat(5000)}\u001b[31m$(id)</Code>`, 24],
  ] as const)('ends with its own code where S3 answers %i %s', async (status, text, code) => {
    answer = [status, text];
    const ended = await put(shell, Buffer.from('x'));
    expect(ended.code).toBe(code);
    expect(ended.output).toMatch(/^[\x20-\x7e]{1,120}\n$/);
  });

  it.each(['curl', 'sha256sum', 'od'])('says so where the host has no %s', async (missing) => {
    const programs = mkdtempSync(join(folder, 'programs-'));
    for (const name of ['curl', 'sha256sum', 'od', 'sed', 'tr', 'cut', 'date', 'cat'].filter((one) => one !== missing))
      writeFileSync(join(programs, name), `#!/bin/sh\nexec /usr/bin/${name} "$@"\n`, { mode: 0o755 });
    const [program = 'sh', ...words] = shell;
    const ended = await run([`/usr/bin/${program}`, ...words], 'role_ready', { PATH: programs });
    rmSync(programs, { recursive: true });
    // busybox finds its own programs without a PATH.
    const own = program === 'busybox' && missing !== 'curl';
    expect(ended).toEqual(
      own ? { code: 0, output: '' } : { code: missing === 'curl' ? 12 : 16, output: `${missing} is not installed\n` },
    );
  });
});

const octal = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('');
