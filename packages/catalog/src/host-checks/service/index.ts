// The checks of the family service with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { anonymousFtp } from './anonymous-ftp.ts';
import { anonymousFtpCases } from './anonymous-ftp.cases.ts';
import { anonymousSamba } from './anonymous-samba.ts';
import { anonymousSambaCases } from './anonymous-samba.cases.ts';
import { automount } from './automount.ts';
import { automountCases } from './automount.cases.ts';
import { dosProne } from './dos-prone.ts';
import { dosProneCases } from './dos-prone.cases.ts';
import { finger } from './finger.ts';
import { fingerCases } from './finger.cases.ts';
import { nis } from './nis.ts';
import { nisCases } from './nis.cases.ts';
import { rCommands } from './r-commands.ts';
import { rCommandsCases } from './r-commands.cases.ts';
import { rpcPrograms } from './rpc-programs.ts';
import { rpcProgramsCases } from './rpc-programs.cases.ts';
import { telnet } from './telnet.ts';
import { telnetCases } from './telnet.cases.ts';
import { tftpTalk } from './tftp-talk.ts';
import { tftpTalkCases } from './tftp-talk.cases.ts';

export const serviceChecks: HostCheckList = [
  [anonymousFtp, anonymousFtpCases],
  [anonymousSamba, anonymousSambaCases],
  [automount, automountCases],
  [dosProne, dosProneCases],
  [finger, fingerCases],
  [nis, nisCases],
  [rCommands, rCommandsCases],
  [rpcPrograms, rpcProgramsCases],
  [telnet, telnetCases],
  [tftpTalk, tftpTalkCases],
];
