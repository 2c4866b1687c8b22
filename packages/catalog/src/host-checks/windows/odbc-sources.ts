// There is no system data source that nobody needs (KISA 2026 W-35, 2021 W-66).
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { nameList } from '../../criteria/name-list.ts';
import { odbcSources } from '../../probes/windows/odbc-sources.ts';

export const windowsOdbcSources = hostCheck({
  id: 'windows.odbc-sources',
  title: text('불필요한 ODBC/OLE-DB 데이터 소스와 드라이브 제거', 'Unneeded ODBC sources are gone'),
  why: text(
    '쓰지 않는 데이터 원본으로 데이터베이스에 닿을 수 있습니다.',
    'An unused data source may open the way to a database.',
  ),
  importance: 'medium',
  expects: text('쓰지 않는 시스템 데이터 원본이 없음', 'there is no system data source that nobody needs'),
  remedy: text('쓰지 않는 시스템 DSN을 제거합니다.', 'Remove the system DSNs that nobody needs.'),
  fix: { any: ['Get-OdbcDsn -DsnType System', 'Remove-OdbcDsn -Name NAME -DsnType System'] },
  question: text('이 데이터 원본을 쓰는 프로그램이 있습니까?', 'Does any program use these data sources?'),
  needs: { sources: odbcSources },
  judge({ sources }) {
    if (sources.length === 0)
      return pass(text('시스템 데이터 원본이 없음', 'there is no system data source'), [
        { source: 'ODBC Data Sources', found: 'none', expected: 'none unneeded' },
      ]);
    return manual(
      text(
        `데이터 원본이 필요한지 확인 필요: ${nameList(sources)}`,
        `are these data sources needed? ${nameList(sources)}`,
      ),
      sources.slice(0, quotedMax).map(({ name, driver }) => ({ source: `system DSN ${name}`, found: driver })),
    );
  },
});
