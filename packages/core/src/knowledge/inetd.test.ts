// What the super-servers would start, from blocks and lines written in every way.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { inetdServices, xinetdServices } from './inetd.ts';

const file = (text: string, path = '/etc/xinetd.d/x'): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  linkTarget: '',
  lines: text.split('\n'),
});

const states = (...texts: string[]): Record<string, boolean> =>
  Object.fromEntries(
    xinetdServices(texts.map((text, at) => file(text, `/etc/xinetd.d/${at}`))).map(({ name, on }) => [name, on]),
  );

it.each([
  ['service a\n{\n}', true],
  ['service a\n{\n disable = no\n}', true],
  ['service a\n{\n disable = yes\n}', false],
  ['service a\n{\n disable=yes\n}', false],
  ['service a\n{\n\tdisable\t=\tYES \r\n}\r', false],
  ['service   a\n{\n disable = yes  \n}  ', false],
  ['service a\n{\n disable = yesterday\n}', true],
  ['service a\n{\n disable = no yes\n}', true],
  ['service a\n{\n # disable = yes\n}', true],
  ['service a\n{\n#disable = yes\n}', true],
  ['service a\n{\n server_args = #1\n disable = yes\n}', false],
  ['service a\n{\n disable = yes\n disable = no\n}', true],
  ['service a\n{\n log = yes\n}', true],
  ['service a\n{\n env = X={1}y\n disable = yes\n}', false],
  ['service a\n{\n only_from += b\n disable = yes\n}', false],
  ['disable = yes\nservice a\n{\n}', true],
  ['service a\n{\n \t# x }\n disable = yes\n}', false],
  ['service a\n{\n x-disable = yes\n}', true],
])('%j: on is %s', (text, on) => expect(states(text)).toEqual({ a: on }));

it('lets the defaults decide over the blocks of all files', () => {
  const [a, b] = ['service a\n{\n}', 'service b\n{\n}'];
  expect(states(`defaults\n{\n disabled = a   c\n}\n${a}`, b)).toEqual({ a: false, b: true });
  expect(states(`defaults\n{\n enabled = b   c\n}\n${a}`, b)).toEqual({ a: false, b: true });
  expect(states(`defaults\n{\n enabled += b\n disabled = b\n}`, a, b)).toEqual({ a: false, b: false });
  expect(states(`defaults\n{\n instances = b\n}`, a, b)).toEqual({ a: true, b: true });
});

it('takes those words from the defaults alone', () => {
  expect(states('service a\n{\n disabled = b\n enabled = c\n}', 'service b\n{\n}')).toEqual({ a: true, b: true });
});

it('takes no service from words that only look so', () => {
  expect(states('xservice a\n{\n}', '#service a\n{\n}', 'service', 'defaultsx\n{\n disabled = a\n}')).toEqual({});
  expect(states('log defaults\n{\n disabled = a\n}\nservice a\n{\n}')).toEqual({ a: true });
});

it('takes the whole name of a service', () => {
  expect(states('service telnet\n{\n}')).toEqual({ telnet: true });
});

it('says where a block begins', () => {
  expect(xinetdServices([file('\nservice a\n{\n}\nservice b\n{\n}')]).map(({ source }) => source)).toEqual([
    '/etc/xinetd.d/x:2',
    '/etc/xinetd.d/x:5',
  ]);
});

it.each([
  ['telnet stream tcp nowait root /usr/sbin/in.telnetd', ['telnet']],
  ['telnet\t\tstream  tcp nowait root /x', ['telnet']],
  ['127.0.0.1:echo dgram udp wait root internal', ['echo']],
  ['*:echo dgram udp wait root internal', ['echo']],
  ['rstatd/1-3 dgram rpc/udp wait root /x', ['rstatd']],
  ['a/1b stream tcp nowait root /x', ['a/1b']],
  ['#telnet stream tcp nowait root /x', []],
  [' telnet stream tcp nowait root /x', []],
  ['telnet streams tcp nowait root /x', []],
  ['telnet', []],
  ['', []],
])('%s of inetd: %j', (text, names) => {
  const services = inetdServices(file(`\n${text}`, '/etc/inetd.conf'));
  expect(services.map(({ name }) => name)).toEqual(names);
  for (const service of services) expect(service).toMatchObject({ on: true, source: '/etc/inetd.conf:2' });
});
