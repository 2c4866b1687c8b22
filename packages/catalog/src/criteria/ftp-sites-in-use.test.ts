// Items on FTP: off, every site of IIS as required, one that is not, or a server of another maker.
import { notApplicable, pass, text } from '@bongsu/core';
import { expect, it } from 'vitest';
import type { FtpSite } from '../probes/windows/ftp-sites.ts';
import type { WindowsServices } from '../probes/windows/service-states.ts';
import { judgeFtp } from './ftp-sites-in-use.ts';

const host = (...running: string[]): WindowsServices => ({
  all: [],
  find: (name) => (running.includes(name) ? { name, running: true, start: 'Auto' } : undefined),
  proofs: (...names) => names.map((source) => ({ source, found: running.includes(source) ? 'on' : 'off' })),
});
const site = (name: string, anonymous: boolean): FtpSite => ({
  name,
  folder: 'C:\\ftp',
  access: null,
  control: 'SslRequire',
  channel: 'SslRequire',
  anonymous,
  unlisted: false,
  hidesBanner: true,
});
const judge = (services: WindowsServices, sites: readonly FtpSite[] | null, off = pass) =>
  judgeFtp(services, sites, text('익명 FTP', 'anonymous FTP'), off, ({ anonymous }) => ({
    found: String(anonymous),
    expected: 'false',
    good: !anonymous,
  }));
const service = { source: 'FTPSVC', found: 'on' };

it.each<['pass' | 'notApplicable', WindowsServices, readonly FtpSite[] | null]>([
  ['pass', host(), []],
  ['notApplicable', host(), [site('a', true)]],
  ['notApplicable', host(), null],
  ['pass', host('FTPSVC'), null],
])('off: %s', (off, services, sites) => {
  expect(judge(services, sites, off === 'pass' ? pass : notApplicable)).toMatchObject({
    status: off,
    reason: { ko: 'FTP 서비스가 꺼져 있음', en: 'FTP is off' },
    evidence: [{ source: 'FTPSVC' }],
  });
});

it('judges every site, and shows the faulty ones', () => {
  expect(judge(host('FTPSVC'), [site('a', false)])).toEqual({
    status: 'pass',
    reason: { ko: '익명 FTP: 기준대로 설정됨', en: 'anonymous FTP: as required' },
    evidence: [service, { source: 'FTP site a', found: 'false', expected: 'false' }],
  });
  expect(judge(host('FTPSVC'), [site('a', false), site('b', true)])).toEqual({
    status: 'fail',
    reason: { ko: '익명 FTP: 기준과 다른 FTP 사이트가 있음', en: 'anonymous FTP: not as required on an FTP site' },
    evidence: [{ source: 'FTP site b', found: 'true', expected: 'false' }],
  });
});

it.each(['FileZilla Server', 'filezilla-server', 'Serv-U', 'WFTPD', 'CrushFTP', 'CerberusFTPServer', 'MSFTPSVC'])(
  'asks about %s',
  (stranger) => {
    expect(judge(host('FTPSVC', stranger), [site('a', false)])).toEqual({
      status: 'manual',
      reason: { ko: `${stranger}의 설정을 확인해야 함`, en: `how is ${stranger} set up?` },
      evidence: [{ source: stranger, found: 'on' }],
    });
  },
);

it('asks about several at once', () => {
  const { reason } = judge(host('Serv-U', 'WFTPD'), null);
  expect([reason.ko, reason.en]).toEqual(['Serv-U, WFTPD의 설정을 확인해야 함', 'how is Serv-U, WFTPD set up?']);
});
