// What the items that read pg_hba.conf share: how a rule is quoted, and when the rules cannot be told.
import type { HbaLine, Judgement, Proof } from '@bongsu/core';
import { manual, text } from '@bongsu/core';
import type { PgServer } from '../probes/postgresql.ts';
import { lettersMax } from './quoted.ts';

export function hbaProof(line: HbaLine, expected: string): Proof {
  const address = line.address === '' ? '' : ` ${line.address}`;
  return {
    source: line.source,
    found: `${line.type} ${line.databases.join(',')} ${line.users.join(',')}${address} ${line.method}`.slice(
      0,
      lettersMax,
    ),
    expected,
  };
}

/** A judgement where the rules were not read whole, or the server would refuse them and go on with older ones; null where they are clear. */
export function hbaUnclear({ hba, hbaFile }: PgServer): Judgement | null {
  const [missing] = hba.missing;
  if (missing !== undefined)
    return manual(
      text(
        `${missing}를 읽지 못함: 접속 규칙 확인 필요`,
        `${missing} was not read: the rules of access are to be looked at`,
      ),
      [{ source: missing, found: 'not read' }],
    );
  const [broken] = hba.broken;
  if (broken !== undefined)
    return manual(
      text(
        'pg_hba.conf에 잘못된 줄이 있어 서버가 이전 규칙을 쓸 수 있음',
        'pg_hba.conf has a line that the server refuses: it may go on with older rules',
      ),
      [{ source: broken, found: 'not a rule' }],
    );
  return hba.lines.length === 0
    ? manual(text('접속 규칙이 없음', 'there are no rules of access'), [{ source: hbaFile, found: 'no rule' }])
    : null;
}
