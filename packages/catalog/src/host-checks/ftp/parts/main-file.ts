// Where the settings of an FTP server stand, or would stand: as evidence names it.
import type { FtpServer, FtpServers } from '../../../probes/ftp-servers.ts';

export function mainFile(ftp: FtpServers, server: FtpServer): string {
  return ftp.mainOf(server) || `${server}.conf`;
}
