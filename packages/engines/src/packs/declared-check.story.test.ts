// Items of a declared pack from the shell of a host to the verdict: what they read, and what stays on the host.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host, Probe, Verdict } from '@bongsu/core';
import { probe } from '@bongsu/core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { probesFor } from '../host-script/compose.ts';
import type { Place, Shell } from '../host-script/testing/host-place.ts';
import { hostRun, placeMake, shells } from '../host-script/testing/host-place.ts';
import { judgeHost } from '../judge/judge-host.ts';
import type { DeclaredItem } from './definition.ts';
import { packContent } from './pack-content.ts';
import { packOf } from './testing/sample-pack.ts';

const host: Host = {
  family: 'debian',
  distro: 'debian',
  version: '12',
  prettyName: 'Debian 12',
  container: false,
  live: true,
};
const system = probe<Host>({
  name: 'system',
  timeoutSeconds: 5,
  sizeBytesMax: 4096,
  live: false,
  script: ':',
  read: () => host,
});
const places: Place[] = [];
let place: Place;

beforeEach(() => {
  place = placeMake();
  places.push(place);
  mkdirSync(join(place.root, 'etc/app.d'), { recursive: true });
});
afterAll(() => places.forEach((one) => one.remove()));
const put = (path: string, text: string, mode = 0o644): void => {
  writeFileSync(join(place.root, path), text);
  chmodSync(join(place.root, path), mode);
};

async function verdictsOf(
  items: readonly Partial<DeclaredItem>[],
  shell: Shell = shells[0],
  env: Record<string, string> = {},
  known: Readonly<Record<string, Probe<unknown>>> = {},
): Promise<Verdict[]> {
  const { checks } = packContent(packOf(...items), known);
  const { evidence } = await hostRun(place, shell, probesFor(checks, [system]), { env });
  return judgeHost({ checks, system, evidence });
}

const loginDefs = { login: { kind: 'file', path: '/etc/login.defs', text: true } } as const;

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  it('reads files, keys and folders, and names the line', async () => {
    put('etc/login.defs', '# PASS_MAX_DAYS 1\nPASS_MAX_DAYS 90\nUMASK = "027"\n', 0o600);
    put('etc/app.d/a.conf', 'x: 1\n');
    put('etc/app.d/b c.conf', 'x: 2\n', 0o666);
    const [days, folder] = await verdictsOf(
      [
        {
          facts: loginDefs,
          pass: 'int(login.values["PASS_MAX_DAYS"]) <= 90 && login.values["UMASK"] == "027" && within(login.mode, "600")',
          evidence: [
            { from: 'login', show: 'login.settings.filter(s, s.key == "PASS_MAX_DAYS")', expected: 'at most 90' },
          ],
        },
        {
          code: 'A-02',
          facts: { conf: { kind: 'files', glob: '/etc/app.d/*.conf', text: true } },
          fail: 'conf.exists(f, !within(f.mode, "644"))',
          evidence: [
            {
              from: 'conf',
              show: 'conf.filter(f, !within(f.mode, "644")).map(f, f.path + " " + f.modeText)',
              expected: null,
            },
          ],
        },
      ],
      shell,
    );
    expect(days).toMatchObject({
      unit: 'pack-acme.a-01',
      status: 'pass',
      evidence: [{ source: '/etc/login.defs:2', found: 'PASS_MAX_DAYS = 90', expected: 'at most 90' }],
    });
    expect(folder).toMatchObject({
      status: 'fail',
      evidence: [{ source: '/etc/app.d/*.conf', found: '/etc/app.d/b c.conf 0666' }],
    });
  });

  it('keeps secrets on the host, through links too', async () => {
    put('etc/shadow', 'root:$6$secrethash:1::\n');
    put(
      'etc/app.conf',
      'user = app\ndb_password = hunter2\nAPI_KEY: hunter2\nurl = pg://app:hunter2@db/x\npassword requisite pam_pwquality.so\npasswd: files\nPASS_MAX_DAYS 90\nrequirepass hunter2\n-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----\nlast=1\n',
    );
    symlinkSync('/etc/shadow', join(place.root, 'etc/app.d/link.conf'));
    const { checks } = packContent(
      packOf({
        facts: {
          app: { kind: 'file', path: '/etc/app.conf', text: true },
          all: { kind: 'files', glob: '/etc/app.d/*', text: true },
        },
        pass: 'app.exists && all.size() > 0',
      }),
      {},
    );
    const { evidence } = await hostRun(place, shell, probesFor(checks, [system]));
    const sent = JSON.stringify(evidence.raw);
    expect(sent).not.toMatch(/hunter2|secrethash/);
    const lines = evidence.raw['pack-acme-files']?.split('\n').filter((line) => line.startsWith('|'));
    expect(lines).toEqual(
      [
        'user = app',
        'db_password = (hidden)',
        'API_KEY: (hidden)',
        'url = pg://(hidden)@db/x',
        'password requisite pam_pwquality.so',
        'passwd: files',
        'PASS_MAX_DAYS 90',
        'requirepass (hidden)',
        '(hidden)',
        '(hidden)',
        '(hidden)',
        'last=1',
      ].map((line) => `|${line}`),
    );
    expect(judgeHost({ checks, system, evidence })[0]?.status).toBe('unknown');
  });

  it('asks a running system, and only that', async () => {
    const item: Partial<DeclaredItem> = {
      facts: { kernel: { kind: 'command', command: 'uname', argument: null, optional: false } },
      pass: 'kernel.text != ""',
    };
    const running = await verdictsOf([item], shell, { BONGSU_LIVE: '1' });
    expect(running[0]).toMatchObject({ status: 'pass', evidence: [{ source: 'uname -r' }] });
    const image = await verdictsOf([item], shell);
    expect(image[0]).toMatchObject({ status: 'unknown' });
    expect(image[0]?.reason.en).toContain('needs a running system');
  });

  it('says unknown where more files match than are sent', async () => {
    for (let index = 0; index < 205; index += 1) put(`etc/app.d/${index}.conf`, '');
    const [verdict] = await verdictsOf(
      [{ facts: { all: { kind: 'files', glob: '/etc/app.d/*.conf', text: false } }, pass: 'true' }],
      shell,
    );
    expect(verdict?.reason.en).toContain('more than 200 files');
  });
});
