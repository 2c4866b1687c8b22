// No database but MySQL and PostgreSQL is on the host; where one is, its items are for a person (KISA 2026 D-01 to D-26).
import { hostCheck, manual, notApplicable, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { otherDatabases } from '../../probes/other-databases.ts';

export const otherProducts = hostCheck({
  id: 'dbms.other-products',
  title: text('다른 DBMS 제품의 점검', 'Other database products'),
  why: text(
    '점검 도구가 모르는 DBMS가 조용히 N/A로 보이면 아무도 점검하지 않습니다.',
    'A database that a tool does not know, shown as N/A, is checked by nobody.',
  ),
  importance: 'high',
  expects: text(
    'Oracle, SQL Server, Tibero, Altibase, CUBRID 등이 없거나 사람이 점검함',
    'no Oracle, SQL Server, Tibero, Altibase or CUBRID is there, or a person checks it',
  ),
  remedy: text(
    '제품의 기준(D-01~D-26)에 따라 사람이 점검합니다.',
    'A person checks it by the items of its product (D-01 to D-26).',
  ),
  question: text(
    '이 호스트의 다른 DBMS를 해당 항목의 기준으로 점검했습니까?',
    'Was the other database of this host checked by the criteria of this item?',
  ),
  needs: { others: otherDatabases },
  judge({ others: { seen, looked } }) {
    const names = [...seen.keys()].join(', ');
    const evidence = [...seen].flatMap(([name, proofs]) =>
      proofs.slice(0, quotedMax).map(({ source, found }) => ({ source, found: `${name}: ${found}` })),
    );
    return seen.size > 0
      ? manual(text(`사람이 점검해야 할 DBMS: ${names}`, `databases that a person must check: ${names}`), evidence)
      : notApplicable(text('MySQL, PostgreSQL 말고는 DBMS가 없음', 'there is no database but MySQL and PostgreSQL'), [
          { source: looked, found: 'none' },
        ]);
  },
});
