// Whether every NFS export names its clients: the whole item of 2021, one of two parts of the item of 2026.
import type { Judgement, NfsExport, Proof } from '@bongsu/core';
import { fail, manual, nfsClientIsEverybody, notApplicable, pass, text } from '@bongsu/core';
import type { NfsExportsFact } from '../probes/nfs-exports.ts';
import type { HostServices } from '../probes/services.ts';
import { nfsServerNames, nfsServerPorts } from './nfs-server.ts';
import { judgeOff } from './service-off.ts';

const shownMax = 20;

/** Judges where the NFS server is on; a stranger at its port is for a person. */
export function judgeNfs(services: HostServices, judge: () => Judgement): Judgement {
  const server = judgeOff(services, text('NFS 서버 서비스', 'NFS server'), nfsServerNames, nfsServerPorts);
  if (server.status === 'manual') return server;
  return server.status === 'fail'
    ? judge()
    : notApplicable(text('NFS 서버가 켜져 있지 않음', 'the NFS server is not on'), server.evidence);
}

/** Judges who may mount what is exported. */
export function judgeClients(nfs: NfsExportsFact): Judgement {
  const open = nfs.exports.filter((one) => nfsClientIsEverybody(one.client));
  if (open.length > 0)
    return fail(
      text(`모두에게 열린 공유가 있음(${open[0]?.path})`, `${open[0]?.path} is exported to everybody`),
      open.slice(0, shownMax).map(exportProof),
    );
  const evidence = [{ source: 'exports', found: nfs.asked }, ...nfs.exports.slice(0, shownMax).map(exportProof)];
  const group = nfs.exports.find((one) => one.client.startsWith('@'));
  if (group)
    return manual(
      text(`넷그룹 ${group.client}의 구성원 확인 필요`, `who is in the netgroup ${group.client}?`),
      evidence,
    );
  if (nfs.exports.length === 0)
    return pass(text('NFS 서버가 켜져 있으나 공유가 없음', 'the NFS server is on and exports nothing'), evidence);
  return pass(text('공유마다 접근할 호스트가 정해져 있음', 'each export names its hosts'), evidence);
}

function exportProof(one: NfsExport): Proof {
  return {
    source: one.source,
    found: `${one.path} ${one.client}(${one.options.join(',')})`,
    expected: 'named hosts or networks',
  };
}
