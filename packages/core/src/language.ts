// The words of the house: every noun used in names, tables, screens and reports, and the small closed vocabularies.
//
// asset      something an account owns; here an EC2 instance or a hybrid node (자산)
// snapshot   what `collect` saw at one time, with its gaps (스냅숏)
// gap        what could not be read: the call, the fault and the missing permission (공백)
// campaign   one run of checks over a frozen list of targets (점검 캠페인)
// target     one instance in a campaign; it ends in exactly one coverage state (대상)
// evidence   the raw facts one host sent, kept unchanged and judged as often as wanted (증적)
// probe      a read-only shell fragment that gathers raw facts on a host (수집 항목)
// unit       one thing that is judged, named by what it checks: `ssh.root-login` (점검 단위)
// judgement  what a unit says of the facts: pass, fail, notApplicable or manual (판정)
// verdict    a judgement, or the engine's "unknown" with the gaps that caused it (결과)
// framework  an edition of a standard as data: items mapped to units (기준)
// finding    a failed or unknown verdict followed over time: opened, changed, closed, reopened (발견 사항)
// event      what AWS told of one instance: that it runs, stopped, is gone, or that its agent registered (이벤트)
// coverage   the ledger that shows that every instance ended in one state (점검 커버리지)

export type Lang = 'ko' | 'en';

/** The same sentence in both languages of the product. */
export interface Text {
  readonly ko: string;
  readonly en: string;
}

/** KISA's importance of an item: 상 (high), 중 (medium), 하 (low). */
export type Importance = 'high' | 'medium' | 'low';

/** A 12-digit AWS account id. */
export type AccountId = string;
/** An AWS Region code, such as `ap-northeast-2`. */
export type Region = string;
/** `i-` + 8 or 17 hex digits, or `mi-` + 17 for a hybrid node. */
export type InstanceId = string;
/** A point in time as ISO 8601 in UTC with milliseconds. */
export type Instant = string;

/** Builds a bilingual text. */
export function text(ko: string, en: string): Text {
  return { ko, en };
}

/** The error of this package: bad input at a boundary of the ground (a malformed id, an unreadable record). */
export class CoreError extends Error {
  readonly code: 'invalid-record' | 'invalid-unit' | 'invalid-input';

  constructor(code: CoreError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CoreError';
    this.code = code;
  }
}
