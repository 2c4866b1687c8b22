// A database is patched where its maker or distribution mends its version and what was mended runs.
import type { Host } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import type { PackageUpdates } from '../probes/package-updates.ts';
import type { DatabaseServer } from './database-servers.ts';
import { judgePatchedServer } from './patched-server.ts';

const host: Host = { family: 'debian', distro: 'debian', version: '12', prettyName: '', container: false, live: true };
const judge = (
  installed: Readonly<Record<string, string>>,
  server: Partial<DatabaseServer> = {},
  updates: Partial<PackageUpdates> = {},
) =>
  judgePatchedServer(
    {
      manager: 'apt',
      security: [],
      fault: '',
      listsAgeDays: 1,
      source: 'apt',
      ...updates,
      installed: new Map(Object.entries({ bash: '5.2', ...installed })),
    },
    /^(?:[xX]?(?:mysql|mariadb|MariaDB|postgresql)|percona|Percona)/,
    { name: 'db', version: '10.11.6', process: null, ...server },
    /^(?:10\.3|5\.7)(?:\.|$)/,
    host,
  );

it('passes by the fixes of a distribution, whatever its number', () => {
  const judged = judge({ 'mariadb-server': '1:10.3.39-0+deb12u1' }, { version: '10.3.39' });
  expect(judged.status).toBe('pass');
  expect(judged.evidence[0]).toEqual({ source: 'package database', found: 'mariadb-server 1:10.3.39-0+deb12u1' });
});

describe('packages of the maker', () => {
  it.each([
    ['postgresql-16', '16.2-1.pgdg120+1'],
    ['postgresql16-server', '16.2-1PGDG.rhel9'],
    ['mariadb-server', '1:10.11.6+maria~deb12'],
    ['mysql-community-server', '8.0.36'],
    ['MariaDB-server', '10.11.6'],
    ['percona-server-server', '8.0.36'],
    ['Percona-Server-server', '8.0.36'],
  ])('%s %s carry no mark of security', (name, version) => {
    const judged = judge({ [name]: version });
    expect(judged.status).toBe('manual');
    expect(judged.reason.en).toContain('no mark of security');
    expect(judged.evidence[0]?.found).toBe(`${name} ${version}`);
  });

  it.each(['xmysql-community-server', 'XMariaDB-server'])('%s is none', (name) =>
    expect(judge({ [name]: '1' }).status).toBe('pass'),
  );

  it('fail while an update waits, as those of a distribution do', () =>
    expect(
      judge({ 'MariaDB-server': '10.11.6' }, {}, { security: [{ name: 'MariaDB-server', said: 'waits' }] }).status,
    ).toBe('fail'));

  it('fail in a version that their maker gave up, by what runs or by what is installed', () => {
    const judged = judge({ 'mariadb-server': '11:10.3.39+maria~deb12' }, { version: '' });
    expect(judged.status).toBe('fail');
    expect(judged.reason.en).toContain('no longer supports: 10.3.39+maria~deb12');
    expect(judged.reason.ko).toContain('10.3.39+maria~deb12');
    expect(judged.evidence).toEqual([
      { source: 'package database', found: 'mariadb-server 11:10.3.39+maria~deb12' },
      { source: 'SELECT VERSION()', found: '10.3.39+maria~deb12', expected: 'a supported series' },
    ]);
    expect(judge({ 'mysql-community-server': '8.0.36' }, { version: '5.7.44' }).status).toBe('fail');
  });
});

describe('a program of no package', () => {
  it('is for a person, unless its maker gave it up', () => {
    const judged = judge({});
    expect(judged.status).toBe('manual');
    expect(judged.reason.en).toContain('installed by no package');
    expect(judged.evidence).toEqual([{ source: 'package database', found: 'no package of the server' }]);
    expect(judge({}, { version: '5.7.44' }).status).toBe('fail');
  });
  it('is not known where no package database answers', () => {
    const unasked = { manager: null, security: null, fault: 'no package manager' } as const;
    expect(judge({}, { version: '5.7.44' }, unasked)).toMatchObject({
      status: 'manual',
      reason: { en: expect.stringContaining('could not tell') as string },
    });
  });
});

it('asks for a restart where the older program still runs', () => {
  const process: DatabaseServer['process'] = {
    pid: '7',
    uid: 999,
    account: 'mysql',
    elsewhere: false,
    program: '/usr/sbin/mariadbd',
    replaced: true,
    folder: '',
    words: [],
    addresses: null,
    sockets: [],
  };
  const judged = judge({ 'mariadb-server': '1:10.11.6' }, { process });
  expect(judged.status).toBe('manual');
  expect(judged.reason.en).toContain('not restarted');
  expect(judged.evidence).toEqual([
    { source: 'package database', found: 'mariadb-server 1:10.11.6' },
    { source: '/proc/7/exe', found: '/usr/sbin/mariadbd (deleted)', expected: 'the installed program' },
  ]);
  expect(judge({ 'mariadb-server': '1:10.11.6' }, { process: { ...process, replaced: false } }).status).toBe('pass');
});
