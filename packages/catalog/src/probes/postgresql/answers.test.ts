// JSON rows of psql: every field, rows that are none, and no answer where the statement did not end well.
import { expect, it } from 'vitest';
import { said } from '../testing/records.ts';
import { pgAnswers, pgObjectsOf } from './answers.ts';

const json = (...rows: unknown[]) => said('answers 9', rows.map((row) => JSON.stringify(row)).join('\n'));
const none = {
  super: false,
  createrole: false,
  createdb: false,
  login: false,
  replication: false,
  bypassrls: false,
  until: '',
  groups: [],
};

it.each([
  [{ super: true }, { super: true }],
  [{ createrole: true }, { createrole: true }],
  [{ createdb: true }, { createdb: true }],
  [{ login: true }, { login: true }],
  [{ replication: true }, { replication: true }],
  [{ bypassrls: true }, { bypassrls: true }],
  [{ super: 't', login: 1 }, {}],
  [
    { until: '2026-12-31', verifier: 'scram' },
    { until: '2026-12-31', verifier: 'scram' },
  ],
  [{ verifier: 'none' }, { verifier: 'none' }],
  [{ verifier: 'md5' }, { verifier: 'md5' }],
  [{ verifier: 'plain' }, {}],
  [{ until: null, verifier: 5 }, {}],
  [{ groups: ['ops', 5, null, 'dba'] }, { groups: ['ops', 'dba'] }],
  [{ groups: 'ops' }, {}],
])('reads a role of %j', (row, fact) => {
  expect(pgAnswers(json({ kind: 'role', name: 'app', ...row }))?.roles).toEqual([
    { name: 'app', verifier: 'other', ...none, ...fact },
  ]);
});

it('reads settings and databases that take connections', () => {
  const answers = pgAnswers(
    json(
      { kind: 'setting', name: 'port', setting: '5432', place: '/etc/postgresql.conf:64' },
      { kind: 'setting', name: 'ssl' },
      { kind: 'database', name: 'postgres', connect: true },
      { kind: 'database', name: 'template0', connect: false },
      { kind: 'database', name: 'odd', connect: 'yes' },
      { kind: 'other', name: 'x' },
    ),
  );
  expect(answers).toEqual({
    roles: [],
    settings: new Map([
      ['port', { value: '5432', place: '/etc/postgresql.conf:64' }],
      ['ssl', { value: '', place: '' }],
    ]),
    databases: ['postgres'],
  });
});

it('reads what one database says of owners and of access', () => {
  const rows = [
    { kind: 'owner', owner: 'app', schema: 'public', objects: 12, example: 'orders' },
    { kind: 'access', grantee: 'PUBLIC', relation: 'pg_authid', right: 'SELECT' },
    { kind: 'other' },
  ];
  expect(pgObjectsOf('shop', json(...rows))).toEqual({
    database: 'shop',
    owners: [{ owner: 'app', schema: 'public', objects: 12, example: 'orders' }],
    access: [{ grantee: 'PUBLIC', relation: 'pg_authid', right: 'SELECT' }],
  });
  expect(pgObjectsOf('shop', said('objects', ''))).toEqual({ database: 'shop', owners: [], access: [] });
});

it.each(['null', '5', '"x"', '[]', 'ERROR:  permission denied', '{"kind":', ' '])(
  'takes %j among the rows for no answer',
  (line) => {
    const answer = said('answers 9', `{"kind":"database","name":"a","connect":true}\n${line}`);
    expect(pgAnswers(answer)).toBeNull();
    expect(pgObjectsOf('a', answer)).toBeNull();
  },
);

it('takes a statement that failed, or was not asked, for no answer', () => {
  expect(pgAnswers(said('answers 9', '{}', { exitCode: 1 }))).toBeNull();
  expect(pgAnswers(undefined)).toBeNull();
  expect(pgAnswers(said('answers 9', ''))).toEqual({ roles: [], settings: new Map(), databases: [] });
});
