// The rule that items on FTP share: a pass or not applicable where no FTP server runs, else every site of IIS has to do, and a strange server is asked about.
import type { Judgement, Text } from '@bongsu/core';
import { fail, manual, type notApplicable, pass, text } from '@bongsu/core';
import type { FtpSite } from '../probes/windows/ftp-sites.ts';
import type { WindowsServices } from '../probes/windows/service-states.ts';
import type { PlaceView } from './web-in-use.ts';
import { inUse } from './service-quiet.ts';

/** FTP servers that others make, by the names of their services. */
const strangers = [
  'FileZilla Server',
  'filezilla-server',
  'Serv-U',
  'WFTPD',
  'CrushFTP',
  'CerberusFTPServer',
  'MSFTPSVC',
] as const;

export function judgeFtp(
  services: WindowsServices,
  sites: readonly FtpSite[] | null,
  what: Text,
  off: typeof pass | typeof notApplicable,
  view: (site: FtpSite) => PlaceView,
): Judgement {
  const strange = strangers.filter((name) => inUse(services, name));
  if (strange.length > 0)
    return manual(
      text(`${strange.join(', ')}의 설정을 확인해야 함`, `how is ${strange.join(', ')} set up?`),
      services.proofs(...strange),
    );
  const evidence = services.proofs('FTPSVC');
  if (sites === null || !inUse(services, 'FTPSVC')) return off(text('FTP 서비스가 꺼져 있음', 'FTP is off'), evidence);
  const seen = sites.map((site) => ({ source: `FTP site ${site.name}`, ...view(site) }));
  const bad = seen.filter(({ good }) => !good).map(({ source, found, expected }) => ({ source, found, expected }));
  if (bad.length > 0)
    return fail(text(`${what.ko}: 기준과 다른 FTP 사이트가 있음`, `${what.en}: not as required on an FTP site`), bad);
  return pass(text(`${what.ko}: 기준대로 설정됨`, `${what.en}: as required`), [
    ...evidence,
    ...seen.map(({ source, found, expected }) => ({ source, found, expected })),
  ]);
}
