// Cases of ssh.root-login.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';

const sshd = '/usr/sbin/sshd';
const main = '/etc/ssh/sshd_config';
const dropIns = 'Include /etc/ssh/sshd_config.d/*.conf\n';
const said = (value: string) => ({ 'sshd-T': { stdout: `port 22\npermitrootlogin ${value}\nusepam yes\n` } });
const noKeys = { 'sshd-T': { exitCode: 1, stderr: 'sshd: no hostkeys available -- exiting.\n' } };

export const rootLoginCases: readonly HostCase[] = [
  {
    name: 'sshd says no',
    host: al2023,
    files: { [sshd]: '', [main]: 'PermitRootLogin no\n' },
    commands: said('no'),
    expect: 'pass',
  },
  {
    name: 'sshd says yes',
    host: rocky9,
    files: { [sshd]: '', [main]: 'PermitRootLogin yes\n' },
    commands: said('yes'),
    expect: 'fail',
    because: 'password',
  },
  {
    name: 'key login is still a login',
    host: ubuntu22,
    files: { [sshd]: '', [main]: '' },
    commands: said('without-password'),
    expect: 'fail',
    because: 'key',
  },
  {
    name: 'absent key means prohibit-password',
    host: debian12,
    files: { [sshd]: '', [main]: '#PermitRootLogin no\n' },
    commands: noKeys,
    expect: 'fail',
    because: 'prohibit-password',
  },
  {
    name: 'drop-in is read first and beats the main file',
    host: ubuntu24,
    files: {
      [sshd]: '',
      [main]: `${dropIns}PermitRootLogin no\n`,
      '/etc/ssh/sshd_config.d/50-cloud-init.conf': 'PermitRootLogin yes\n',
    },
    commands: noKeys,
    expect: 'fail',
    because: 'password',
  },
  {
    name: 'first drop-in in ASCII order wins',
    host: rocky9,
    files: {
      [sshd]: '',
      [main]: dropIns,
      '/etc/ssh/sshd_config.d/50-redhat.conf': 'PermitRootLogin yes\n',
      '/etc/ssh/sshd_config.d/01-permitrootlogin.conf': 'PermitRootLogin no\n',
    },
    commands: noKeys,
    expect: 'pass',
  },
  {
    name: 'a drop-in that no Include names counts for nothing',
    host: al2,
    files: { [sshd]: '', [main]: 'PermitRootLogin no\n', '/etc/ssh/sshd_config.d/evil.conf': 'PermitRootLogin yes\n' },
    commands: noKeys,
    expect: 'pass',
  },
  {
    name: 'first duplicate in one file wins',
    host: al2,
    files: { [sshd]: '', [main]: 'permitrootlogin = "no"\nPermitRootLogin yes\n' },
    commands: noKeys,
    expect: 'pass',
  },
  {
    name: 'Match User root overrides a global no',
    host: ubuntu22,
    files: { [sshd]: '', [main]: 'PermitRootLogin no\nMatch User root\n  PermitRootLogin yes\n' },
    commands: noKeys,
    expect: 'fail',
    because: 'Match User root',
  },
  {
    name: 'Match by address lets root in from there though sshd -T for localhost says no',
    host: debian12,
    files: { [sshd]: '', [main]: 'PermitRootLogin no\nMatch Address 10.0.0.0/8\n  PermitRootLogin yes\n' },
    commands: said('no'),
    expect: 'fail',
    because: 'Match Address',
  },
  {
    name: 'Match for another user is no matter',
    host: ubuntu22,
    files: { [sshd]: '', [main]: 'PermitRootLogin no\nMatch User deploy,!root\n  PermitRootLogin yes\n' },
    commands: said('no'),
    expect: 'pass',
  },
  {
    name: 'empty value is not no',
    host: al2023,
    files: { [sshd]: '', [main]: 'PermitRootLogin\n' },
    commands: noKeys,
    expect: 'fail',
  },
  {
    name: 'no remote terminal at all',
    host: al2023,
    files: { [sshd]: 'absent', [main]: 'absent' },
    expect: 'notApplicable',
  },
  {
    name: 'sshd there, but neither running nor enabled',
    host: rocky9,
    files: { [sshd]: '', [main]: 'PermitRootLogin yes\n' },
    commands: {
      'active sshd.service': { stdout: 'inactive\n', exitCode: 3 },
      'enabled sshd.service': { stdout: 'disabled\n', exitCode: 1 },
      'active ssh.socket': { stdout: 'inactive\n', exitCode: 3 },
    },
    expect: 'notApplicable',
  },
  {
    name: 'Telnet on without pam_securetty',
    host: rocky9,
    files: { [sshd]: '', [main]: 'PermitRootLogin no\n', '/etc/securetty': 'absent' },
    commands: { ...said('no'), 'active telnet.socket': { stdout: 'active\n' } },
    expect: 'fail',
    because: 'Telnet',
  },
  {
    name: 'a config that cannot be read is not a pass',
    host: rocky9,
    files: { [sshd]: '', [main]: 'unreadable' },
    commands: { 'sshd-T': { exitCode: 1, stderr: 'Permission denied' } },
    expect: 'unknown',
  },
  {
    name: 'an image is parsed',
    host: image(debian12),
    files: { [main]: `${dropIns}\r\nPermitRootLogin no\r\n` },
    expect: 'pass',
  },
];
