// Which items of the 2021 and 2026 editions speak of the same subject, and what changed. Ours, from titles and criteria: KISA published none.
import type { Text } from '@bongsu/core';
import { text } from '@bongsu/core';

export interface UnixCrosswalkRow {
  /** With its edition: `kisa-unix-2021:U-05`; null for what is new. */
  readonly from: string | null;
  /** null for what was dropped. */
  readonly to: string | null;
  /** null where nothing but the number changed. */
  readonly change: Text | null;
}

type Row = readonly [from: string | null, to: string | null, ko?: string, en?: string];

const rows: readonly Row[] = [
  ['U-01', 'U-01'],
  [
    'U-02',
    'U-02',
    '2021의 복잡성·길이·최대·최소 사용기간(U-02, U-46, U-47, U-48)을 합치고 root 적용과 이전 4개 금지를 더함',
    '2026 merges complexity, length, max age, min age and history (2021 U-02, U-46, U-47, U-48) and adds root enforcement and history 4',
  ],
  ['U-03', 'U-03', '변경 없음(2026: 임계값 10회 이하)', 'None (2026: threshold 10 or less)'],
  ['U-04', 'U-04', '표현만 바뀜', 'Wording only'],
  ['U-05', 'U-14'],
  ['U-06', 'U-15'],
  ['U-07', 'U-16'],
  ['U-08', 'U-18'],
  ['U-09', 'U-19', '권한 상한이 600에서 644로 완화됨', 'Limit relaxed from 600 to 644'],
  ['U-10', 'U-20', '2026은 예시 명령에 /etc/systemd를 더함', '2026 adds /etc/systemd (sample commands only)'],
  ['U-11', 'U-21'],
  ['U-12', 'U-22'],
  ['U-13', 'U-23', "2026은 파일 목록 없이 '주요 실행파일'로만 적음", '2026 gives no file list ("major executables")'],
  ['U-14', 'U-24', '시작 스크립트가 U-17로 나뉨', 'Start-up scripts split off into U-17'],
  ['U-15', 'U-25'],
  ['U-16', 'U-26'],
  ['U-17', 'U-27'],
  ['U-18', 'U-28'],
  ['U-19', 'U-34'],
  ['U-20', 'U-35', 'FTP에서 FTP·NFS·Samba로 넓어짐', 'Widened from FTP to FTP + NFS + Samba'],
  ['U-21', 'U-36'],
  ['U-22', 'U-37', '2021 U-65(at)와 합쳐짐', 'Merged with U-65 (at)'],
  [
    'U-23',
    'U-38',
    '2026 본문은 ntp, dns, snmp도 예로 들지만 예시 명령은 네 가지만 봄',
    '2026 text adds ntp, dns, snmp as examples; its sample commands check only the four',
  ],
  ['U-24', 'U-39'],
  ['U-25', 'U-40', '2021 U-69(exports 파일 권한)와 합쳐짐', 'Merged with 2021 U-69 (export file mode)'],
  ['U-26', 'U-41'],
  ['U-27', 'U-42'],
  ['U-28', 'U-43'],
  ['U-29', 'U-44'],
  ['U-30', 'U-45', 'Sendmail에서 모든 메일 서버로 넓어짐', 'Sendmail widened to all mail servers'],
  ['U-31', 'U-47'],
  ['U-32', 'U-46', 'postfix와 exim을 더함', 'Adds postfix and exim'],
  ['U-33', 'U-49'],
  ['U-34', 'U-50'],
  ['U-35', 'WEB-04', '웹 서비스 장으로 옮겨지고 대상 서버가 늘어남', 'Moved to the web chapter; more servers'],
  ['U-36', 'WEB-09', '웹 서비스 장으로 옮겨짐', 'Moved'],
  ['U-37', 'WEB-06', '웹 서비스 장으로 옮겨짐', 'Moved'],
  ['U-38', 'WEB-07', '웹 서비스 장으로 옮겨짐, 중요도 상에서 중으로', 'Moved; importance 상 to 중'],
  ['U-39', 'WEB-12', '웹 서비스 장으로 옮겨짐, 중요도 상에서 중으로', 'Moved; importance 상 to 중'],
  ['U-40', 'WEB-08', '웹 서비스 장으로 옮겨짐, 중요도 상에서 하로', 'Moved; importance 상 to 하'],
  ['U-41', 'WEB-11', '웹 서비스 장으로 옮겨짐, 중요도 상에서 중으로', 'Moved; importance 상 to 중'],
  ['U-42', 'U-64', '표현만 바뀜', 'Wording'],
  ['U-43', null, '2026에서 삭제됨', 'Removed in 2026'],
  ['U-44', 'U-05', '중요도 중에서 상으로', 'Importance raised from 중 to 상'],
  [
    'U-45',
    'U-06',
    '중요도 하에서 상으로, root만 있으면 요구되지 않음',
    'Importance raised from 하 to 상; not required when only root exists',
  ],
  ['U-46', 'U-02', '2026 U-02(상)로 합쳐짐', 'Merged into 2026 U-02 (importance 상)'],
  ['U-47', 'U-02', '2026 U-02(상)로 합쳐짐', 'Merged into 2026 U-02 (importance 상)'],
  ['U-48', 'U-02', '2026 U-02(상)로 합쳐짐', 'Merged into 2026 U-02 (importance 상)'],
  ['U-49', 'U-07'],
  ['U-50', 'U-08', '중요도 하에서 중으로', 'Importance raised from 하 to 중'],
  [
    'U-51',
    'U-09',
    "기준이 '계정 없음'에서 '불필요함'으로 바뀜",
    'Criterion reworded from "no account" to "not needed"',
  ],
  ['U-52', 'U-10'],
  ['U-53', 'U-11'],
  ['U-54', 'U-12', '제목만 바뀜', 'Title only'],
  ['U-55', 'U-29'],
  ['U-56', 'U-30'],
  ['U-57', 'U-31'],
  ['U-58', 'U-32'],
  ['U-59', 'U-33'],
  ['U-60', 'U-52', '제목이 바뀌고 Telnet으로 좁혀짐', 'Retitled and narrowed to Telnet'],
  [
    'U-61',
    'U-54',
    '암호화되지 않은 FTP로 좁혀짐, 중요도 하에서 중으로',
    'Narrowed to unencrypted FTP; importance 하 to 중',
  ],
  ['U-62', 'U-55'],
  [
    'U-63',
    'U-56',
    '제목이 바뀌고 기준은 호스트·IP 접근 제어를 말하나 예시는 여전히 파일을 봄',
    'Retitled; criterion now speaks of host/IP access control, samples still check the file',
  ],
  ['U-64', 'U-57'],
  ['U-65', 'U-37', '2026 U-37(상)로 합쳐짐', 'Merged into 2026 U-37 (상)'],
  ['U-66', 'U-58'],
  ['U-67', 'U-60', '길이와 문자 종류 조건을 더함', 'Adds length and class rule'],
  ['U-68', 'U-62', '표현만 바뀜, 예시에 SSH Banner를 더함', 'Wording; samples add SSH Banner'],
  ['U-69', 'U-40', '2026 U-40(상)으로 합쳐짐', 'Merged into 2026 U-40 (상)'],
  ['U-70', 'U-48', 'postfix와 exim을 더함', 'Adds postfix and exim'],
  [
    'U-71',
    'WEB-16',
    '웹 서비스 장으로 옮겨짐(WEB-16의 중요도는 자료에 따라 중 또는 상으로 엇갈림)',
    'Moved to the web chapter (importance of WEB-16: 중 in one extraction of the PDF, 상 in the other: unsure)',
  ],
  ['U-72', 'U-66', '중요도 하에서 중으로', 'Importance raised from 하 to 중'],
  [null, 'U-13', '2026에 새로 생김', 'New in 2026'],
  [
    null,
    'U-17',
    '2026의 새 코드(2021 U-14는 제목에만 있었음)',
    'New code in 2026 (2021 U-14 had it only in the title)',
  ],
  [null, 'U-51', '2026에 새로 생김', 'New in 2026'],
  [null, 'U-53', '2026에 새로 생김', 'New in 2026'],
  [null, 'U-59', '2026에 새로 생김', 'New in 2026'],
  [null, 'U-61', '2026 Unix에 새로 생김', 'New for Unix in 2026'],
  [null, 'U-63', '2026에 새로 생김', 'New in 2026'],
  [null, 'U-65', '2026 Unix에 새로 생김', 'New for Unix in 2026'],
  [null, 'U-67', '2026에 새로 생김', 'New in 2026'],
];

function qualified(code: string | null, edition: string): string | null {
  return code === null ? null : `${code.startsWith('WEB') ? 'kisa-web' : 'kisa-unix'}-${edition}:${code}`;
}

/** Every item of both editions, the web ones of 2021 with their new chapter. */
export const unixCrosswalk: readonly UnixCrosswalkRow[] = rows.map(([from, to, ko, en]) => ({
  from: qualified(from, '2021'),
  to: qualified(to, '2026'),
  change: ko === undefined || en === undefined ? null : text(ko, en),
}));
