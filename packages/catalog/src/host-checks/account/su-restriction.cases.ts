// Cases of account.su-restriction.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { debianAuth, debianPam, debianPassword, rhelPam, rhelStock } from '../pam-files.ts';

const su = '/etc/pam.d/su';
const binary = '/usr/bin/su';
const stock = { mode: '4755' };

function rhelSu(wheel: string): Record<string, CaseFile> {
  return {
    ...rhelPam(rhelStock),
    [binary]: stock,
    [su]: `#%PAM-1.0\nauth required pam_env.so\nauth sufficient pam_rootok.so\n${wheel}\nauth substack system-auth\nauth include postlogin\naccount sufficient pam_succeed_if.so uid = 0 use_uid quiet\naccount include system-auth\n`,
    '/etc/pam.d/su-l': '#%PAM-1.0\nauth include su\naccount include su\n',
    '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nec2-user:x:1000:1000::/home/ec2-user:/bin/bash\n',
    '/etc/group': 'root:x:0:\nwheel:x:10:ec2-user\n',
  };
}

function debianSu(wheel: string): Record<string, CaseFile> {
  return {
    ...debianPam(debianAuth, debianPassword),
    [binary]: stock,
    [su]: `auth       sufficient pam_rootok.so\n${wheel}\nsession required pam_env.so\n@include common-auth\n@include common-account\n`,
    '/etc/pam.d/su-l': '#%PAM-1.0\nauth include su\naccount include su\n',
    '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nubuntu:x:1000:1000::/home/ubuntu:/bin/bash\n',
    '/etc/group': 'root:x:0:\nsudo:x:27:ubuntu\n',
  };
}

const wheel = 'auth required pam_wheel.so use_uid';

export const suRestrictionCases: readonly HostCase[] = [
  {
    name: 'stock: the line is commented',
    host: al2023,
    files: rhelSu(`#${wheel}`),
    expect: 'fail',
    because: 'no pam_wheel line',
    trap: 'U-45(1)',
  },
  {
    name: 'stock: the line is commented',
    host: ubuntu22,
    files: debianSu('# auth       required   pam_wheel.so'),
    expect: 'fail',
    trap: 'U-45(1)',
  },
  { name: 'required', host: rocky9, files: rhelSu(wheel), expect: 'pass', because: 'group wheel: ec2-user' },
  {
    name: 'requisite with a group of its own',
    host: ubuntu22,
    files: debianSu('auth requisite pam_wheel.so group=sudo'),
    expect: 'pass',
    because: 'group sudo: ubuntu',
  },
  {
    name: 'in brackets',
    host: al2,
    files: rhelSu('auth [success=ok ignore=ignore default=die] pam_wheel.so use_uid'),
    expect: 'pass',
  },
  {
    name: 'an empty group lets nobody in',
    host: debian12,
    files: { ...debianSu('auth required pam_wheel.so group=none'), '/etc/group': 'root:x:0:\nnone:x:99:\n' },
    expect: 'pass',
    because: 'empty',
    trap: 'U-45(4)',
  },
  {
    name: 'a group that is not there lets nobody in',
    host: debian12,
    files: debianSu('auth required pam_wheel.so group=gone'),
    expect: 'pass',
    because: 'no such group',
  },
  {
    name: 'sufficient trust stops nobody',
    host: rocky9,
    files: rhelSu('auth sufficient pam_wheel.so trust use_uid'),
    expect: 'fail',
    trap: 'U-45(2)',
  },
  { name: 'optional stops nobody', host: rocky9, files: rhelSu('auth optional pam_wheel.so use_uid'), expect: 'fail' },
  {
    name: 'after a sufficient module',
    host: rocky9,
    files: rhelSu(`auth sufficient pam_unix.so\n${wheel}`),
    expect: 'fail',
    trap: 'U-45(3)',
  },
  { name: 'deny turns the sense', host: rocky9, files: rhelSu('auth required pam_wheel.so deny'), expect: 'fail' },
  {
    name: 'root_only leaves su to other users open',
    host: rocky9,
    files: rhelSu('auth required pam_wheel.so root_only use_uid'),
    expect: 'fail',
  },
  {
    name: 'jumped over',
    host: rocky9,
    files: rhelSu(`auth [success=1 default=ignore] pam_permit.so\n${wheel}`),
    expect: 'fail',
  },
  {
    name: 'a condition jumps over',
    host: rocky9,
    files: rhelSu(`auth [success=1 default=ignore] pam_succeed_if.so use_uid user ingroup ops\n${wheel}`),
    expect: 'manual',
    because: 'pam_succeed_if',
  },
  { name: 'as an account line', host: rocky9, files: rhelSu(wheel.replace('auth', 'account')), expect: 'pass' },
  {
    name: 'a hidden second door: su-l has a stack of its own',
    host: rocky9,
    files: { ...rhelSu(wheel), '/etc/pam.d/su-l': 'auth include system-auth\naccount include system-auth\n' },
    expect: 'fail',
    because: 'su-l',
  },
  {
    name: 'a pulled-in file holds the line',
    host: debian12,
    files: { ...debianSu('@include local-su'), '/etc/pam.d/local-su': `${wheel}\n` },
    expect: 'pass',
  },
  {
    name: 'twice, the first of them idle',
    host: rocky9,
    files: rhelSu(`auth sufficient pam_wheel.so trust\n${wheel}`),
    expect: 'pass',
  },
  { name: 'CRLF', host: rocky9, files: rhelSu(`${wheel}\r`), expect: 'pass' },
  {
    name: 'su for root and one group',
    host: ubuntu22,
    files: { ...debianSu(''), [binary]: { mode: '4750', gid: 27 } },
    expect: 'pass',
    because: '4750',
  },
  {
    name: 'su of another owner',
    host: ubuntu22,
    files: { ...debianSu(''), [binary]: { mode: '4750', uid: 1000, gid: 27 } },
    expect: 'fail',
  },
  {
    name: 'su for a group, but a list lets another user in',
    host: ubuntu22,
    files: { ...debianSu(''), [binary]: { mode: '4750', gid: 27 } },
    notes: [['acl', binary, 'user:1000:r-x']],
    expect: 'fail',
  },
  {
    name: 'only root can log in',
    host: debian12,
    files: {
      ...debianSu(''),
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\ndaemon:x:1:1::/:/usr/sbin/nologin\nsync:x:4:65534::/bin:/bin/sync\n',
    },
    expect: 'notApplicable',
    trap: 'U-45(5)',
  },
  { name: 'no su', host: al2023, files: { ...rhelSu(''), [binary]: 'absent' }, expect: 'notApplicable' },
  {
    name: 'no stack for su',
    host: debian12,
    files: { ...debianSu(''), [su]: 'absent', '/etc/pam.d/su-l': 'absent' },
    expect: 'fail',
  },
  {
    name: 'a stack that cannot be read',
    host: rocky9,
    files: { ...rhelSu(wheel), [su]: 'unreadable' },
    expect: 'unknown',
  },
  { name: 'an image is parsed', host: image(rocky9), files: rhelSu(wheel), expect: 'pass' },
  {
    name: 'su where the system is not merged',
    host: ubuntu22,
    files: { ...debianSu(wheel), [binary]: 'absent', '/bin/su': { mode: '4755' } },
    expect: 'pass',
    because: '"/bin/su"',
  },
  {
    name: 'su for a group, without the bit that makes it work',
    host: rocky9,
    files: { ...rhelSu(`#${wheel}`), [binary]: { mode: '0750', gid: 10 } },
    expect: 'fail',
  },
  {
    name: 'no wheel, so the group with GID 0 counts',
    host: debian12,
    files: { ...debianSu(wheel), '/etc/group': 'sudo:x:27:ubuntu\nadmins:x:0:kim\n' },
    expect: 'pass',
    because: 'group admins: kim',
  },
  {
    name: 'only root may log in',
    host: debian12,
    files: { ...debianSu(''), '/etc/passwd': 'root:x:0:0::/root:/bin/bash\n' },
    expect: 'notApplicable',
    because: 'only root has a login shell',
  },
  {
    name: 'nobody gets through su at all',
    host: rocky9,
    files: rhelSu('auth requisite pam_deny.so'),
    expect: 'pass',
  },
  {
    name: 'a link to nowhere is no su',
    host: al2023,
    files: { ...rhelSu(''), [binary]: { type: 'link', mode: '0777', linkTarget: '/opt/su' } },
    expect: 'notApplicable',
    because: 'su is not installed',
  },
  {
    name: 'a stack that asks nothing of the account',
    host: rocky9,
    files: { ...rhelSu(''), [su]: 'auth sufficient pam_rootok.so\nauth required pam_unix.so\n' },
    expect: 'fail',
    because: '(/etc/pam.d/su)',
  },
  {
    name: 'a condition whose refusal jumps over',
    host: rocky9,
    files: rhelSu(`auth [success=ignore auth_err=1 default=die] pam_succeed_if.so use_uid user notin ops\n${wheel}`),
    expect: 'manual',
    because: 'depends on a pam_succeed_if condition',
  },
  {
    name: 'trust turned by deny lets in who is outside the group',
    host: rocky9,
    files: rhelSu('auth sufficient pam_wheel.so deny trust group=guests\nauth requisite pam_deny.so'),
    expect: 'fail',
  },
  {
    name: 'deny alone lets nobody in',
    host: rocky9,
    files: rhelSu('auth sufficient pam_wheel.so deny group=guests\nauth requisite pam_deny.so'),
    expect: 'pass',
  },
  {
    name: 'a control that overlooks the refusal',
    host: rocky9,
    files: rhelSu('auth [success=ok ignore=ignore perm_denied=ignore default=die] pam_wheel.so use_uid'),
    expect: 'fail',
  },
];
