// Roles of PostgreSQL: which are initdb's or the provider's, and what makes an administrator; units by which clusters start.
import { pass, text } from '@bongsu/core';
import { expect, it } from 'vitest';
import { image, rocky9 } from '../host-checks/hosts.ts';
import type { ServerProcess } from '../probes/database/processes.ts';
import type { PgServer } from '../probes/postgresql.ts';
import type { PgAnswers, PgRole } from '../probes/postgresql/answers.ts';
import { pgUnasked } from './pg-databases.ts';
import { hbaProof, hbaUnclear } from './pg-rules.ts';
import { bootstrapRole, givenRoles, groupsOf, judgePg, pgAdministrators } from './pg-servers.ts';

const cluster: PgServer = {
  name: 'postgres /data',
  series: '16',
  version: '',
  process: null,
  folder: '/data',
  settings: [],
  config: '/data/postgresql.conf',
  hbaFile: '/data/pg_hba.conf',
  hba: { lines: [], missing: [], broken: [] },
  identFile: '/data/pg_ident.conf',
  ident: [],
  unreadFile: '',
  files: [],
  answers: null,
  objects: [],
  refused: '',
};
const runsAs = (account: string): PgServer => {
  const process: ServerProcess = {
    pid: '9',
    uid: 26,
    account,
    elsewhere: false,
    program: '/usr/bin/postgres',
    replaced: false,
    folder: '/data',
    words: [],
    addresses: null,
    sockets: [],
  };
  return { ...cluster, process };
};
const role = (name: string, change: Partial<PgRole> = {}): PgRole => ({
  name,
  super: false,
  createrole: false,
  createdb: false,
  login: true,
  replication: false,
  bypassrls: false,
  until: '',
  verifier: 'scram',
  groups: [],
  ...change,
});
const answersOf = (...roles: PgRole[]): PgAnswers => ({ roles, settings: new Map(), databases: [] });

it.each([
  'postgresql',
  ...['9.2', '9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18'].map((one) => `postgresql-${one}`),
])('an image that starts %s.service is judged', (unit) => {
  const services = {
    listeners: [],
    use: ({ units }: { readonly units: readonly string[] }) => ({
      state: units.includes(`${unit}.service`) ? ('on' as const) : ('off' as const),
      proofs: [],
    }),
  };
  expect(judgePg({ servers: [] }, services, image(rocky9), () => pass(text('x', 'x'), []))).toMatchObject({
    status: 'manual',
    reason: { en: 'PostgreSQL would start, but its data was not found' },
  });
});

it('an image with the data of a cluster is judged', () => {
  const services = { listeners: [], use: () => ({ state: 'off' as const, proofs: [] }) };
  const judged = judgePg({ servers: [cluster] }, services, image(rocky9), () => pass(text('x', 'x'), []));
  expect(judged.status).toBe('pass');
});

it('knows the role of initdb by the account of the server', () => {
  expect(bootstrapRole(cluster)).toBe('postgres');
  expect(bootstrapRole(runsAs('pgsql'))).toBe('pgsql');
});

it('tells the roles of people and programs', () => {
  const names = [
    'postgres',
    'pgsql',
    'rdsadmin',
    'rdsrepladmin',
    'rdsproxyadmin',
    'rdstopmgr',
    'rds',
    'xrdsadmin',
    'kim',
  ];
  const all = answersOf(...names.map((name) => role(name)), role('group', { login: false }));
  expect(givenRoles(runsAs('pgsql'), all).map(({ name }) => name)).toEqual(['rds', 'xrdsadmin', 'kim']);
  expect(givenRoles(cluster, all).map(({ name }) => name)).toEqual(['pgsql', 'rds', 'xrdsadmin', 'kim']);
});

it('tells what makes an administrator, in a role or its groups', () => {
  const all = answersOf(
    role('postgres', { super: true }),
    role('su', { super: true, createrole: true, createdb: true, replication: true, bypassrls: true }),
    role('kim', { groups: ['ops'] }),
    role('ops', { login: false, createdb: true, groups: ['top', 'pg_monitor'] }),
    role('top', { login: false, groups: ['ops', 'pg_write_server_files'] }),
    role('run', { groups: ['pg_execute_server_program', 'pg_read_server_files'] }),
    role('app', { groups: ['pg_read_all_data', 'nowhere'] }),
  );
  expect(Object.fromEntries(pgAdministrators(cluster, all))).toEqual({
    su: ['SUPERUSER', 'CREATEROLE', 'CREATEDB', 'REPLICATION', 'BYPASSRLS'],
    kim: ['CREATEDB (ops)', 'pg_write_server_files'],
    run: ['pg_execute_server_program', 'pg_read_server_files'],
  });
  const [, , kim] = all.roles;
  expect(kim && groupsOf(kim, all.roles)).toEqual(['ops', 'top', 'pg_monitor', 'pg_write_server_files']);
});

it('asks about databases that did not answer', () => {
  const objects = [{ database: 'a', owners: [], access: [] }];
  expect(pgUnasked({ ...cluster, objects }, ['a'])).toBeNull();
  expect(pgUnasked({ ...cluster, objects }, ['a', 'b', 'c'])).toEqual({
    status: 'manual',
    reason: { ko: '질의하지 못한 데이터베이스가 있음: b, c', en: 'databases that did not answer: b, c' },
    evidence: [{ source: 'psql -w as the owner of the cluster', found: '2 of 3 were not asked, or failed' }],
  });
  expect(pgUnasked({ ...cluster, refused: 'timeout' }, ['a'])?.evidence[0]?.found).toBe('timeout');
});

it('quotes a rule of access, and tells where the rules are not clear', () => {
  const line = {
    type: 'host',
    databases: ['a', 'b'],
    users: ['kim', 'lee'],
    address: '10.0.0.0/8',
    method: 'md5',
    options: [],
    source: '/data/pg_hba.conf:1',
  };
  const { source } = line;
  expect(hbaProof(line, 'peer')).toEqual({ source, found: 'host a,b kim,lee 10.0.0.0/8 md5', expected: 'peer' });
  expect(hbaProof({ ...line, type: 'local', address: '' }, 'peer').found).toBe('local a,b kim,lee md5');
  expect(hbaProof({ ...line, users: ['u'.repeat(500)] }, 'peer').found).toHaveLength(200);
  const told = (hba: Partial<PgServer['hba']>) => hbaUnclear({ ...cluster, hba: { ...cluster.hba, ...hba } });
  expect(told({ lines: [line] })).toBeNull();
  expect(told({ lines: [line], missing: ['/x'], broken: ['/y:1'] })).toEqual({
    status: 'manual',
    reason: {
      ko: '/x를 읽지 못함: 접속 규칙 확인 필요',
      en: '/x was not read: the rules of access are to be looked at',
    },
    evidence: [{ source: '/x', found: 'not read' }],
  });
  expect(told({ lines: [line], broken: ['/y:1'] })).toEqual({
    status: 'manual',
    reason: {
      ko: 'pg_hba.conf에 잘못된 줄이 있어 서버가 이전 규칙을 쓸 수 있음',
      en: 'pg_hba.conf has a line that the server refuses: it may go on with older rules',
    },
    evidence: [{ source: '/y:1', found: 'not a rule' }],
  });
  expect(told({})).toEqual({
    status: 'manual',
    reason: { ko: '접속 규칙이 없음', en: 'there are no rules of access' },
    evidence: [{ source: '/data/pg_hba.conf', found: 'no rule' }],
  });
});
