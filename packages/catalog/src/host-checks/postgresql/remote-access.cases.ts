// Cases of postgresql.remote-access.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns, stockHba } from '../pg-hosts.ts';

const addresses = ['0.0.0.0:5432', '[::]:5432'];
const open = `${stockHba}host all all 0.0.0.0/0 scram-sha-256\n`;

export const pgRemoteAccessCases: readonly HostCase[] = [
  { name: 'stock: loopback', host: rocky9, ...pgRefuses(), expect: 'pass', because: '127.0.0.1:5432' },
  { name: 'no TCP at all', host: ubuntu22, ...pgRefuses({ addresses: [] }), expect: 'pass', because: 'no TCP socket' },
  { name: 'open rules behind loopback', host: debian12, ...pgRuns({ hba: open }), expect: 'pass' },
  {
    name: 'everywhere, for every address',
    host: al2023,
    ...pgRefuses({ addresses, hba: open }),
    expect: 'fail',
    because: 'pg_hba.conf:4',
  },
  {
    name: 'everywhere, for named addresses',
    host: rocky9,
    ...pgRefuses({ addresses, hba: `${stockHba}hostssl shop app 10.0.0.5/32 scram-sha-256\n` }),
    expect: 'pass',
    because: '10.0.0.5/32',
  },
  {
    name: 'IPv6 alone is open',
    host: al2,
    ...pgRefuses({ addresses, hba: 'host all all ::/0 md5\n' }),
    expect: 'fail',
    trap: 'only 0.0.0.0/0 was looked for',
  },
  { name: 'the word all', host: al2, ...pgRefuses({ addresses, hba: 'host all all all md5\n' }), expect: 'fail' },
  {
    name: 'halves of all addresses',
    host: rocky8,
    ...pgRefuses({ addresses, hba: 'host all all 0.0.0.0/1 md5\nhost all all 128.0.0.0/1 md5\n' }),
    expect: 'fail',
  },
  {
    name: 'a mask that bounds nothing',
    host: rocky8,
    ...pgRefuses({ addresses, hba: 'host all all 10.0.0.0 0.0.0.0 md5\n' }),
    expect: 'fail',
  },
  {
    name: 'refused before it is open',
    host: rocky9,
    ...pgRefuses({
      addresses,
      hba: 'host all all 10.0.0.0/8 md5\nhost all all all reject\nhost all all 0.0.0.0/0 md5\n',
    }),
    expect: 'pass',
    trap: 'the first rule that fits decides',
  },
  {
    name: 'everybody is refused',
    host: rocky9,
    ...pgRefuses({ addresses, hba: 'local all all peer\nhost all all 0.0.0.0/0 reject\n' }),
    expect: 'pass',
  },
  {
    name: 'open, by an included file',
    host: ubuntu22,
    ...pgRefuses({
      addresses,
      hba: 'include_dir hba.d\n',
      files: { '/var/lib/pgsql/data/hba.d/10-app.conf': 'host all all all scram-sha-256\n' },
    }),
    expect: 'fail',
    because: '10-app.conf:1',
  },
  {
    name: 'rules of another file',
    host: debian12,
    ...pgRefuses({
      addresses,
      conf: "hba_file = '/etc/pg/hba.conf'\n",
      files: { '/etc/pg/hba.conf': 'host all all 0.0.0.0/0 md5\n' },
    }),
    expect: 'fail',
    because: '/etc/pg/hba.conf:1',
  },
  {
    name: 'rules of a file that was not read',
    host: debian12,
    ...pgRefuses({ addresses, conf: "hba_file = '/odd name/hba.conf'\n" }),
    expect: 'manual',
    because: 'odd name',
  },
  {
    name: 'an image that listens everywhere',
    host: image(al2023),
    ...pgImage({ conf: "listen_addresses = '*'\n", hba: open }),
    expect: 'fail',
    because: 'listen_addresses = *',
  },
  {
    name: 'an image: the built-in value is localhost',
    host: image(rocky9),
    ...pgImage({ hba: open }),
    expect: 'pass',
    because: 'listen_addresses = localhost',
  },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'refused at once',
    host: rocky8,
    ...pgRefuses({ addresses, hba: 'host all all all reject\nhost all all all md5\n' }),
    expect: 'pass',
  },
  ...[
    'hostssl all all all reject',
    'host all all 10.0.0.0/8 reject',
    'host all all ALL reject',
    'host all app all reject',
    'host shop all all reject',
    'host all all all scram-sha-256',
  ].map(
    (rule): HostCase => ({
      name: `not everybody is refused by ${rule}`,
      host: debian12,
      ...pgRefuses({ addresses, hba: `${rule}\nhost all all 0.0.0.0/0 md5\n` }),
      expect: 'fail',
      because: 'pg_hba.conf:2',
    }),
  ),
  {
    name: 'loopback and another address',
    host: al2,
    ...pgRefuses({ addresses: ['127.0.0.1:5432', '10.0.0.5:5432'], hba: open }),
    expect: 'fail',
    because: 'tcp 10.0.0.5:5432',
  },
  {
    name: 'named addresses are shown, and not the rules of the host itself',
    host: al2,
    ...pgRefuses({ addresses, hba: `${stockHba}host shop app 10.0.0.5/32 md5\n` }),
    expect: 'pass',
    because: 'named addresses only',
    shows: ['host shop app 10.0.0.5/32 md5'],
    hides: ['127.0.0.1/32', 'local all'],
  },
  {
    name: 'rules that were not read, and where it listens',
    host: al2,
    ...pgRefuses({ addresses, hba: 'include more.conf\n', notes: [['withheld', '/var/lib/pgsql/data/more.conf']] }),
    expect: 'manual',
    because: 'more.conf was not read',
    shows: ['tcp 0.0.0.0:5432', '"found":"not read"'],
  },
  {
    name: 'an image with a file that was not read: it may listen everywhere',
    host: image(rocky8),
    ...pgImage({ hba: open, notes: [] }),
    notes: [...(pgImage().notes ?? []), ['withheld', '/var/lib/pgsql/data/more.conf']],
    expect: 'fail',
    because: 'listen_addresses = *',
  },
  {
    name: 'an image that listens on loopback by name and number, or nowhere',
    host: image(rocky8),
    ...pgImage({ conf: "listen_addresses = 'localhost, 127.0.0.1,::1,'\n", hba: open }),
    expect: 'pass',
    because: 'listen_addresses = localhost, 127.0.0.1,::1',
  },
  {
    name: 'an image that listens on loopback and another',
    host: image(rocky8),
    ...pgImage({ conf: "listen_addresses = 'localhost,10.0.0.5'\n", hba: open }),
    expect: 'fail',
  },
];
