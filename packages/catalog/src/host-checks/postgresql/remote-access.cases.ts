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
  { name: 'an image: the built-in value is localhost', host: image(rocky9), ...pgImage({ hba: open }), expect: 'pass' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
];
