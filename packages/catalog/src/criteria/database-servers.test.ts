// Which database servers of a host are judged, what is said where none is, and which addresses are the host's own.
import { pass, text } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { debian12, image } from '../host-checks/hosts.ts';
import type { ServerProcess } from '../probes/database/processes.ts';
import type { ServiceUse } from '../probes/services.ts';
import { type DatabaseServer, judgeServers, loopbackListener, loopbackName, notAsked } from './database-servers.ts';

const process: ServerProcess = {
  pid: '9',
  uid: 27,
  account: 'mysql',
  elsewhere: false,
  program: '/usr/sbin/mysqld',
  replaced: false,
  folder: '/var/lib/mysql',
  words: [],
  addresses: null,
  sockets: [],
};
const server = (of: Partial<DatabaseServer> = {}): DatabaseServer => ({
  name: 'mysqld /var/lib/mysql',
  version: '8.0.36',
  process: null,
  ...of,
});
const unitProof = { source: 'mysqld.service', found: 'seen' };

function judge(state: ServiceUse['state'], live: boolean, servers: readonly DatabaseServer[], data = false) {
  const services = { listeners: [], use: () => ({ state, proofs: [unitProof] }) };
  const host = live ? debian12 : image(debian12);
  const use = { product: 'MySQL', units: ['mysqld.service'], servers, services, host, hasData: () => data };
  return judgeServers(use, () => pass(text('좋음', 'fine'), [{ source: 'x', found: 'y' }]));
}

it.each<[string, ServiceUse['state'], boolean, ServerProcess | null, boolean, string]>([
  ['runs', 'on', true, process, false, 'pass'],
  ['runs, started by hand', 'off', true, process, false, 'pass'],
  ['would start', 'on', true, null, false, 'pass'],
  ['would start in an image', 'on', false, null, false, 'pass'],
  ['lies in an image with its data', 'off', false, null, true, 'pass'],
  ['lies in an image without data', 'off', false, null, false, 'notApplicable'],
  ['lies on a booted host with its data', 'off', true, null, true, 'notApplicable'],
])('%s', (_name, state, live, running, data, status) => {
  expect(judge(state, live, [server({ process: running })], data).status).toBe(status);
});

it('names the server, and shows who runs it', () => {
  const judged = judge('on', true, [server({ process }), server({ name: 'mysqld /srv/db', version: '' })]);
  expect(judged.reason.ko).toBe('mysqld /var/lib/mysql: 좋음; mysqld /srv/db: 좋음');
  expect(judged.evidence).toEqual([
    { source: 'ps (pid 9)', found: 'mysqld /var/lib/mysql: uid 27 (mysql), 8.0.36' },
    { source: 'x', found: 'y' },
    { source: 'mysqld /srv/db', found: 'does not run' },
    { source: 'x', found: 'y' },
  ]);
});

it('bounds what a server says of its version', () => {
  const [proof] = judge('on', true, [server({ version: 'v'.repeat(100) })]).evidence;
  expect(proof?.found).toBe(`does not run, ${'v'.repeat(60)}`);
});

it('leaves a server in a container to a person', () => {
  const judged = judge('on', true, [server({ process: { ...process, elsewhere: true } })]);
  expect(judged).toMatchObject({
    status: 'manual',
    reason: {
      ko: 'mysqld /var/lib/mysql: 컨테이너 안에서 실행됨: 그 안에서 확인 필요',
      en: 'mysqld /var/lib/mysql: runs in a container: to be checked inside it',
    },
  });
  expect(judged.evidence.at(-1)).toEqual({ source: '/proc/9/root', found: 'another root than the host' });
});

it('says why there is nothing to judge', () => {
  const lying = server();
  expect(judge('off', true, [lying])).toEqual({
    status: 'notApplicable',
    reason: { ko: 'MySQL 서버가 없음', en: 'there is no MySQL server' },
    evidence: [
      { source: 'ps', found: 'no process of MySQL' },
      unitProof,
      { source: 'mysqld /var/lib/mysql', found: 'installed; neither runs nor would' },
    ],
  });
  expect(judge('absent', false, []).evidence[0]).toEqual({ source: 'ps', found: 'the root is not booted' });
});

it('asks where an image would start a server whose data is not there; a booted host tells by its processes', () => {
  expect(judge('on', false, [])).toEqual({
    status: 'manual',
    reason: { ko: 'MySQL 서비스가 켜지지만 데이터를 찾지 못함', en: 'MySQL would start, but its data was not found' },
    evidence: [unitProof],
  });
  expect(judge('on', true, []).status).toBe('notApplicable');
  expect(judge('off', false, []).status).toBe('notApplicable');
});

it('tells why a server was not asked', () => {
  const reason = {
    ko: '비밀번호 없이 로컬 로그인을 할 수 없어 질의하지 못함',
    en: 'could not be asked: no local login without a password',
  };
  const evidence = (found: string) => [{ source: 'mysql', found, expected: 'the answer to: SELECT 1' }];
  expect(notAsked('mysql', 'Access denied', 'SELECT 1')).toEqual({
    status: 'manual',
    reason,
    evidence: evidence('Access denied'),
  });
  expect(notAsked('mysql', '', 'SELECT 1').evidence).toEqual(evidence('not answered'));
});

describe('addresses of the host itself', () => {
  it.each([
    ['127.0.0.1:3306', true],
    ['127.100.20.3:3306', true],
    ['127.0.0.53%lo:53', true],
    ['[::1]:5432', true],
    ['[::1]%lo:5432', true],
    ['[::ffff:127.0.0.1]:3306', true],
    ['[::ffff:127.100.20.3]:3306', true],
    ['0.0.0.0:3306', false],
    ['*:3306', false],
    ['10.127.0.0.1:3306', false],
    ['127.0.0.1', false],
    ['127.0.0.1:x', false],
    ['127.0.0.1:33060x', false],
    ['127.0.0:3306', false],
    ['[::ffff:10.0.0.5]:3306', false],
    ['[::1:2]:3306', false],
  ])('listener %s: %s', (address, own) => {
    expect(loopbackListener(address)).toBe(own);
  });

  it.each([
    ['localhost', true],
    ['LOCALHOST', true],
    ['127.0.0.1', true],
    ['127.100.20.3', true],
    ['::1', true],
    ['', false],
    ['*', false],
    ['::', false],
    ['127.0.0', false],
    ['db.localhost', false],
    ['localhost.example.com', false],
    ['10.127.0.0.1', false],
    ['127.0.0.1.5', false],
  ])('name %j: %s', (name, own) => {
    expect(loopbackName(name)).toBe(own);
  });
});
