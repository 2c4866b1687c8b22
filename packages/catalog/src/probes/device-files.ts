// Regular files under /dev, where only devices belong; folders of shared memory and queues hold files by design and are left out.
import { probe, unread } from '@bongsu/core';

export interface DeviceFile {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export interface DeviceFiles {
  readonly total: number;
  /** The first of them; at most 200. */
  readonly listed: readonly DeviceFile[];
}

export const deviceFiles = probe<DeviceFiles>({
  name: 'device-files',
  timeoutSeconds: 30,
  sizeBytesMax: 131072,
  live: false,
  // A container's devices are mounted over empty files, and find tells the type of what lies beneath: stat decides.
  script: `
if [ -d "$R/dev" ]; then
  find "$R/dev" -xdev \\( -path "$(pattern "$R/dev/shm")" -o -path "$(pattern "$R/dev/mqueue")" -o -path "$(pattern "$R/dev/hugepages")" \\) -prune -o -type f \\
    -exec sh "$SELF" --classify {} + > "$W/device-files" 2> "$W/device-errors"
  note device.faults "$(grep -v -c 'No such file or directory$' "$W/device-errors")"
  awk -F '\\t' -v max=200 -v long=400 '$6 !~ /^regular/ { next }
    ++total <= max { printf "#note\\tdevice.file\\t%s\\t%s\\t%s\\t%s\\n", $1, $2, $3, substr($8, 1, long) }
    END { printf "#note\\tdevice.total\\t%d\\n", total }' "$W/device-files"
else
  note device.total none
fi
note device.live "$LIVE"
`,
  read(records) {
    const total = records.note('device.total')?.values[0] ?? '';
    if (total === 'none') return unread('/dev가 없음', 'there is no /dev');
    const faults = records.note('device.faults')?.values[0];
    if (!/^[0-9]+$/.test(total) || faults !== '0')
      return unread('/dev를 끝까지 찾지 못함', 'the search of /dev did not reach its end');
    if (Number(total) === 0 && records.note('device.live')?.values[0] !== '1')
      return unread(
        '구동 중인 시스템의 /dev는 메모리에 있어 이미지로는 알 수 없음',
        'the /dev of a running system is in memory: an image does not tell',
      );
    const listed = records.notes('device.file').map(({ values: [mode = '', uid = '', gid = '', path = ''] }) => ({
      path,
      mode: Number.parseInt(mode, 8),
      uid: Number(uid),
      gid: Number(gid),
    }));
    return { total: Number(total), listed };
  },
});
