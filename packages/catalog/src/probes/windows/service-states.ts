// Every Windows service with its state, so that "off" is known and not guessed.
import type { Proof } from '@bongsu/core';
import { unread, windowsProbe } from '@bongsu/core';

export interface WindowsService {
  readonly name: string;
  readonly running: boolean;
  /** `Auto`, `Manual`, `Disabled`. */
  readonly start: string;
}

export interface WindowsServices {
  readonly all: readonly WindowsService[];
  /** By its short name, whatever the case; undefined where it is not installed. */
  find(name: string): WindowsService | undefined;
  /** The state of these as evidence. */
  proofs(...names: string[]): Proof[];
}

export const windowsServices = windowsProbe<WindowsServices>({
  name: 'windows-service-states',
  timeoutSeconds: 60,
  sizeBytesMax: 262144,
  script: String.raw`
foreach ($service in @(Get-CimInstance -ClassName Win32_Service)) {
  Note 'service' $service.Name $service.State $service.StartMode
}
`,
  read(records) {
    const all = records
      .notes('service')
      .map(({ values: [name = '', state, start = ''] }) => ({ name, running: state !== 'Stopped', start }));
    const find = (name: string) => all.find((one) => one.name.toLowerCase() === name.toLowerCase());
    // RpcSs runs on every Windows; a list without it is no list.
    if (find('RpcSs') === undefined) return unread('서비스 목록을 알 수 없음', 'the list of services is not told');
    const proof = (name: string): Proof => {
      const found = find(name);
      return {
        source: `Get-Service ${name}`,
        found: found ? `${found.running ? 'running' : 'stopped'}, start ${found.start}` : 'not installed',
      };
    };
    return { all, find, proofs: (...names) => names.map(proof) };
  },
});
