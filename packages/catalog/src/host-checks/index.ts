// Every host check with its cases, family by family.
import type { HostCheck, HostCheckList } from '@bongsu/core';
import { accountChecks } from './account/index.ts';
import { apacheChecks } from './apache/index.ts';
import { cronChecks } from './cron/index.ts';
import { dbmsChecks } from './dbms/index.ts';
import { dnsChecks } from './dns/index.ts';
import { fileChecks } from './file/index.ts';
import { ftpChecks } from './ftp/index.ts';
import { logChecks } from './log/index.ts';
import { loginChecks } from './login/index.ts';
import { mailChecks } from './mail/index.ts';
import { mysqlChecks } from './mysql/index.ts';
import { networkChecks } from './network/index.ts';
import { nfsChecks } from './nfs/index.ts';
import { nginxChecks } from './nginx/index.ts';
import { passwordChecks } from './password/index.ts';
import { patchChecks } from './patch/index.ts';
import { postgresqlChecks } from './postgresql/index.ts';
import { serviceChecks } from './service/index.ts';
import { sessionChecks } from './session/index.ts';
import { snmpChecks } from './snmp/index.ts';
import { sshChecks } from './ssh/index.ts';
import { sudoChecks } from './sudo/index.ts';
import { timeChecks } from './time/index.ts';
import { tomcatChecks } from './tomcat/index.ts';

export const hostCheckCases: HostCheckList = [
  ...accountChecks,
  ...apacheChecks,
  ...cronChecks,
  ...dbmsChecks,
  ...dnsChecks,
  ...fileChecks,
  ...ftpChecks,
  ...logChecks,
  ...loginChecks,
  ...mailChecks,
  ...mysqlChecks,
  ...networkChecks,
  ...nfsChecks,
  ...nginxChecks,
  ...passwordChecks,
  ...patchChecks,
  ...postgresqlChecks,
  ...serviceChecks,
  ...sessionChecks,
  ...snmpChecks,
  ...sshChecks,
  ...sudoChecks,
  ...timeChecks,
  ...tomcatChecks,
];

export const hostChecks: readonly HostCheck[] = hostCheckCases.map(([check]) => check);
