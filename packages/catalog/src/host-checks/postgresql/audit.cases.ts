// Cases of postgresql.audit.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns } from '../pg-hosts.ts';

const both = { log_connections: 'on', log_statement: 'mod' };

export const pgAuditCases: readonly HostCase[] = [
  { name: 'connections and changes', host: rocky9, ...pgRuns({ settings: both }), expect: 'pass' },
  {
    name: 'stock: nothing',
    host: ubuntu22,
    ...pgRuns({ settings: { log_connections: 'off', log_statement: 'none' } }),
    expect: 'fail',
    because: 'neither',
  },
  {
    name: 'connections only',
    host: debian12,
    ...pgRuns({ settings: { log_connections: 'on', log_statement: 'none' } }),
    expect: 'fail',
    because: 'changes',
  },
  {
    name: 'changes of structure only',
    host: debian12,
    ...pgRuns({ settings: { ...both, log_statement: 'ddl' } }),
    expect: 'fail',
    because: 'ddl',
  },
  {
    name: 'changes of structure, by policy',
    host: debian12,
    ...pgRuns({ settings: { ...both, log_statement: 'ddl' } }),
    parameters: { statements: ['ddl', 'mod', 'all'] },
    expect: 'pass',
  },
  {
    name: 'pgaudit',
    host: al2023,
    ...pgRuns({
      settings: {
        log_connections: 'on',
        log_statement: 'none',
        shared_preload_libraries: 'pgaudit',
        'pgaudit.log': 'write, ddl',
      },
    }),
    expect: 'pass',
    because: 'pgaudit.log = write, ddl',
  },
  {
    name: 'pgaudit is loaded and records nothing',
    host: al2023,
    ...pgRuns({ settings: { log_connections: 'on', shared_preload_libraries: 'pgaudit', 'pgaudit.log': 'none' } }),
    expect: 'fail',
    trap: 'a library that is loaded was taken for one that records',
  },
  {
    name: 'pgaudit without what is written',
    host: rocky8,
    ...pgRuns({
      settings: { log_connections: 'on', shared_preload_libraries: 'pgaudit', 'pgaudit.log': 'all, -write' },
    }),
    expect: 'fail',
  },
  {
    name: 'stages of version 18',
    host: rocky9,
    ...pgRuns({ settings: { ...both, log_connections: 'authentication,authorization' } }),
    expect: 'pass',
  },
  {
    name: 'by its files: the last value counts',
    host: al2,
    ...pgRefuses({ conf: "log_connections = on\nlog_statement = 'all'\nlog_statement = 'none'\n" }),
    expect: 'fail',
    because: 'postgresql.conf:3',
  },
  {
    name: 'by its files: ALTER SYSTEM outweighs them',
    host: al2,
    ...pgRefuses({ conf: 'log_connections = off\n', auto: "log_connections = 'on'\nlog_statement = 'mod'\n" }),
    expect: 'pass',
    because: 'postgresql.auto.conf',
  },
  {
    name: 'by its arguments',
    host: rocky8,
    ...pgRefuses({
      words: ['postgres', '-D', '/var/lib/pgsql/data', '-c', 'log_connections=on', '--log-statement=all'],
    }),
    expect: 'pass',
  },
  {
    name: 'by its files, one kept from us',
    host: rocky8,
    ...pgRefuses({ conf: "include 'more.conf'\n", notes: [['withheld', '/var/lib/pgsql/data/more.conf']] }),
    expect: 'manual',
    because: 'more.conf was not read',
    shows: ['more.conf","found":"not read"', 'log_connections = off'],
  },
  {
    name: 'an image',
    host: image(rocky9),
    ...pgImage({ conf: 'log_connections = on\nlog_statement = mod\n' }),
    expect: 'pass',
  },
  { name: 'in a container', host: al2023, ...pgRuns({ place: 'elsewhere', settings: both }), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'changes only',
    host: rocky8,
    ...pgRuns({ settings: { log_connections: 'off', log_statement: 'all' } }),
    expect: 'fail',
    because: 'connections are not recorded',
  },
  {
    name: 'the built-in values are shown',
    host: debian12,
    ...pgRefuses(),
    expect: 'fail',
    because: 'neither',
    shows: ['"log_connections = off"', '"log_statement = none"', '"shared_preload_libraries = "'],
    hides: ['pgaudit'],
  },
  {
    name: 'pgaudit is told to record and is not loaded',
    host: rocky8,
    ...pgRefuses({ conf: 'log_connections = on\npgaudit.log = write\n' }),
    expect: 'fail',
    hides: ['pgaudit'],
    trap: 'a setting of a library that is not loaded',
  },
  {
    name: 'pgaudit is loaded and told nothing',
    host: rocky8,
    ...pgRefuses({ conf: "log_connections = on\nshared_preload_libraries = 'pgaudit'\n" }),
    expect: 'fail',
    because: 'pgaudit.log = none',
  },
  {
    name: 'pgaudit records everything',
    host: rocky8,
    ...pgRefuses({ conf: "log_connections = on\nshared_preload_libraries = 'pgaudit'\npgaudit.log = ALL\n" }),
    expect: 'pass',
    because: 'connections and changes are recorded',
  },
  {
    name: 'pgaudit records what is written',
    host: al2,
    ...pgRefuses({ conf: "log_connections = on\nshared_preload_libraries = 'pgaudit'\npgaudit.log = write\n" }),
    expect: 'pass',
  },
];
