// No regular file lies under /dev, where a device without a major and minor number is a file in hiding (KISA 2026 U-26, 2021 U-16).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, octal, pass, text } from '@bongsu/core';
import { deviceFiles } from '../../probes/device-files.ts';

const shownMax = 50;

export const deviceNodes = hostCheck({
  id: 'file.device-nodes',
  title: text('/dev에 존재하지 않는 device 파일 점검', 'Non-device files under /dev'),
  why: text(
    '장치 파일 사이에 숨긴 일반 파일은 눈에 띄지 않아 백도어와 훔친 자료를 두는 곳이 됩니다.',
    'A file among devices catches no eye: a place for back doors and stolen data.',
  ),
  importance: 'high',
  expects: text('/dev 아래에 일반 파일이 없음', 'no regular file under /dev'),
  remedy: text('내용을 확인하고 지웁니다: ls -l 파일; rm 파일', 'Look at it and delete it: ls -l FILE; rm FILE'),
  fix: {
    any: ['ls -l FILE', 'rm FILE'],
  },
  parameters: {
    known: listParameter(text('이유를 확인하여 인정한 경로', 'paths known with a reason'), []),
  },
  needs: { devices: deviceFiles },
  judge({ devices }, _host, { known }) {
    const listed = devices.listed.filter(({ path }) => !known.includes(path));
    const total = devices.total - (devices.listed.length - listed.length);
    const looked: Proof = {
      source: 'find /dev -xdev -type f',
      found: `${devices.total} found; left out: /dev/shm, /dev/mqueue, /dev/hugepages`,
    };
    if (total === 0)
      return devices.total === 0
        ? pass(text('/dev 아래에 일반 파일이 없음', 'no regular file lies under /dev'), [looked])
        : pass(
            text(
              '/dev 아래의 일반 파일이 모두 이유가 확인된 것임',
              'each regular file under /dev is known with its reason',
            ),
            [looked, { source: 'known', found: known.join(', ') }],
          );
    const proofs = listed.slice(0, shownMax).map((file) => ({
      source: file.path,
      found: `${octal(file.mode)} ${file.uid}:${file.gid} regular file`,
      expected: 'a device',
    }));
    return fail(
      text(
        `/dev 아래에 일반 파일 ${total}개`,
        `${total} regular ${total === 1 ? 'file lies' : 'files lie'} under /dev`,
      ),
      [...proofs, looked],
    );
  },
});
