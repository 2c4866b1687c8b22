// Cases of account.shadow-passwords; fields are as the probes name them, never a hash.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const rootLine = 'root:x:0:0:root:/root:/bin/bash\n';
const rootShadow = 'root:locked:19700:0:99999:7::\n';

function files(passwd: string, shadow: CaseFile = ''): Record<string, CaseFile> {
  return {
    '/etc/passwd': rootLine + passwd,
    '/etc/group': 'root:x:0:\n',
    '/etc/shadow':
      typeof shadow === 'string' && shadow !== 'absent' && shadow !== 'unreadable' ? rootShadow + shadow : shadow,
  };
}

const kim = 'kim:x:1000:1000::/home/kim:/bin/bash\n';

export const shadowPasswordsCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: al2023,
    files: files('bin:x:1:1::/bin:/sbin/nologin\n', 'bin:locked:19700:0::\n'),
    expect: 'pass',
  },
  { name: 'a hash in shadow', host: debian12, files: files(kim, 'kim:yescrypt:19700:0:99999:7::\n'), expect: 'pass' },
  { name: 'an image', host: image(rocky9), files: files(kim, 'kim:sha512:19700:0:99999:7::\n'), expect: 'pass' },
  {
    name: 'an empty field 2 is no password at all',
    host: ubuntu22,
    files: files('open::1001:1001::/home/open:/bin/sh\n'),
    expect: 'fail',
    because: 'open: empty, no password asked',
    trap: 'U-04(1)',
  },
  {
    name: 'a hash in passwd is quoted by its kind',
    host: al2,
    files: files('kim:sha512:1000:1000::/home/kim:/bin/bash\n'),
    expect: 'fail',
    because: 'kim: sha512',
  },
  {
    name: 'a hash in passwd behind a lock mark can be read all the same',
    host: rocky8,
    files: files('kim:locked-md5:1000:1000::/home/kim:/bin/bash\n'),
    expect: 'fail',
    because: 'locked (md5 kept)',
  },
  {
    name: 'plain text in passwd',
    host: rocky8,
    files: files('kim:invalid:1000:1000::/home/kim:/bin/bash\n'),
    expect: 'fail',
    because: 'value hidden',
  },
  {
    name: 'a lock mark in passwd gives nothing away',
    host: ubuntu24,
    files: files('kim:*:1000:1000::/:/bin/sh\n'),
    expect: 'pass',
  },
  {
    name: 'an empty field in shadow',
    host: rocky9,
    files: files(kim, 'kim:none:19700:0:99999:7::\n'),
    expect: 'fail',
    because: 'kim',
  },
  { name: 'plain text in shadow', host: al2, files: files(kim, 'kim:invalid:19700:0:99999:7::\n'), expect: 'fail' },
  {
    name: 'either fault is enough: hashes in passwd and no shadow',
    host: debian12,
    files: files('kim:des:1000:1000::/home/kim:/bin/sh\n', 'absent'),
    expect: 'fail',
    because: 'kim: des',
    trap: 'U-04(2)',
  },
  {
    name: 'no shadow is never a pass',
    host: rocky9,
    files: files('', 'absent'),
    expect: 'fail',
    because: 'no /etc/shadow',
    trap: 'U-04(4)',
  },
  {
    name: 'shadow that cannot be read',
    host: rocky9,
    files: files(kim, 'unreadable'),
    expect: 'unknown',
    trap: 'U-04(4)',
  },
  {
    name: 'NIS entries, comments and empty lines are no accounts',
    host: rocky8,
    files: files('+::::::\n-old::::::\n\n#gone::1002:1002::/:/bin/sh\n'),
    expect: 'pass',
    trap: 'U-04(3)',
  },
  {
    name: 'CRLF',
    host: ubuntu22,
    files: files(kim.replace('\n', '\r\n'), 'kim:sha512:19700:0:99999:7::\r\n'),
    expect: 'pass',
  },
  {
    name: 'x without a line in shadow goes to a person',
    host: ubuntu24,
    files: files(kim),
    expect: 'manual',
    because: 'no line in /etc/shadow',
  },
  {
    name: 'a shadow line that was masked is not taken for one',
    host: al2023,
    files: files(kim, 'masked\n'),
    expect: 'manual',
    because: 'pwck',
  },
  {
    name: 'an empty field beside a shadow file',
    host: rocky9,
    files: files(kim, 'kim:none:19700:0:99999:7::\n'),
    expect: 'fail',
    because: wholeEvidence(['/etc/shadow:2', 'kim: empty, no password asked', 'a hash or a lock mark']),
  },
  {
    name: 'how many are unprotected is said',
    host: rocky9,
    files: files(kim, 'kim:none:19700:0:99999:7::\n'),
    expect: 'fail',
    because: '1 passwords unprotected: kim',
  },
];
