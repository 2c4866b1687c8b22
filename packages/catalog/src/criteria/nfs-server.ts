// The NFS server by every name that may start it. Client pieces (rpcbind, rpc-statd, nfs-idmapd, the EFS mount helper) are not the server.
import type { ServiceNames } from '../probes/services.ts';
import type { ServicePorts } from './service-off.ts';

/** nfs-kernel-server.service of Debian is an alias of nfs-server.service, on whether the server is or not, so it is not asked for. */
export const nfsServerNames: ServiceNames = {
  units: ['nfs-server.service', 'nfs-mountd.service', 'nfs-ganesha.service'],
  programs: ['/usr/sbin/rpc.nfsd', '/usr/sbin/rpc.mountd'],
};

/** nfsd is threads of the kernel: no process holds its port. */
export const nfsServerPorts: ServicePorts = { tcp: [2049], udp: [2049], servers: ['kernel', 'ganesha.nfsd'] };
