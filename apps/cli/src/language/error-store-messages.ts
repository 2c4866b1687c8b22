// What the store, its database, the signing key and AWS refuse, as it is thrown in English; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const errorStoreMessages = {
  'error.disk-full': {
    ko: '저장소의 디스크에 남은 공간이 없습니다({fault}). 공간을 확보하고 다시 실행하십시오. 이미 쓴 것은 남아 있습니다',
    en: 'no room is left on the disk of the store ({fault}): make some and run it again; what was written is kept',
  },
  'error.lock-unread': {
    ko: '{path}: 잠금을 읽을 수 없습니다. 아무도 쓰고 있지 않으면 {file}을(를) 지우십시오',
    en: '{path} has a lock that cannot be read; delete {file} if nothing uses it',
  },
  'error.locked': {
    ko: '{path}: {host}의 프로세스 {pid}이(가) 쓰고 있습니다(잠금 파일 {file}. 그 프로세스가 없을 때만 지우십시오)',
    en: '{path} is in use by process {pid} on {host} (lock file {file}; delete it only if that process is gone)',
  },
  'error.newer-schema': {
    ko: '이 저장소는 더 새로운 버전의 프로그램이 썼습니다. 저장소에 {names}이(가) 있으나 이 버전은 {last}까지 압니다. 아무것도 바꾸지 않았습니다',
    en: 'this store was written by a later version of the program: it holds {names}, and this version knows migrations up to {last}; nothing was changed',
  },
  'error.no-database': {
    ko: '{path}: 있으나 데이터베이스가 들어 있지 않습니다',
    en: '{path} is there but holds no database',
  },
  'error.database-unmade': {
    ko: '데이터베이스 {path}을(를) 만들 수 없습니다: {fault}',
    en: 'the database {path} could not be made: {fault}',
  },
  'error.database-start': {
    ko: '데이터베이스 {path}이(가) 시작되지 않습니다',
    en: 'the database {path} does not start',
  },
  'error.evidence-altered': {
    ko: '증적이 변경되었습니다: {path}의 SHA-256이 {found}이며 {sha}이(가) 아닙니다',
    en: 'evidence was altered: {path} now has SHA-256 {found}, not {sha}',
  },
  'error.evidence-gone': { ko: '증적이 없어졌습니다: {path}', en: 'evidence is gone: {path}' },
  'error.shelf-altered': {
    ko: '{shelf}이(가) 변경되었습니다: {path} {what}, 보관한 것과 다릅니다',
    en: '{shelf} was altered: {path} {what}, not what was kept',
  },
  'error.is-link': { ko: '심볼릭 링크임', en: 'is a symbolic link' },
  'error.is-bytes': { ko: '{bytes}바이트임', en: 'has {bytes} bytes' },
  'error.is-no-file': { ko: '파일이 아님', en: 'is no file' },
  'error.not-recorded': { ko: '{name}: 기록하지 못했습니다: {fault}', en: '{name} was not recorded: {fault}' },
  'error.stray-target': {
    ko: '대상 {run}은(는) 캠페인 {campaign}의 것입니다',
    en: 'target {run} is of campaign {campaign}',
  },
  'error.campaign-none': { ko: '캠페인 {campaign}이(가) 없습니다', en: 'there is no campaign {campaign}' },
  'error.campaign-phase': {
    ko: '캠페인 {campaign}은(는) {phase} 단계이며 {before} 단계로 돌아가지 않습니다',
    en: 'campaign {campaign} is {phase} and does not go back to {before}',
  },
  'error.script-text': {
    ko: '캠페인 {campaign}의 스크립트가 일반 텍스트가 아닙니다',
    en: 'the script of campaign {campaign} is not plain text',
  },
  'error.target-closed': {
    ko: '캠페인 {campaign}의 대상 {run}은(는) 더 이상 증적을 받지 않습니다',
    en: 'target {run} of campaign {campaign} takes no evidence any more',
  },
  'error.target-none': {
    ko: '캠페인 {campaign}에 대상 {run}이(가) 없습니다',
    en: 'campaign {campaign} has no target {run}',
  },
  'error.target-same': { ko: '대상 {run}에서 바꿀 것이 없습니다', en: 'nothing to change in target {run}' },
  'error.target-stands': {
    ko: '대상 {run}은(는) {state} 상태이며 {change}을(를) 받지 않습니다',
    en: 'target {run} is {state} and does not take {change}',
  },
  'error.lease': {
    ko: '임대 시간 {count}초는 지킬 수 없습니다. 20초 이상이어야 합니다',
    en: 'a lease of {count} s cannot be kept: 20 s or more',
  },
  'error.folder-name': { ko: '{key}: 폴더 이름이 될 수 없습니다', en: '{key} cannot name a folder' },
  'error.two-verdicts': {
    ko: '{instance}의 {unit}에 결과가 둘 있습니다',
    en: 'two verdicts on {unit} of {instance}',
  },
  'error.database-address': {
    ko: '데이터베이스 주소가 postgresql://user:password@host:5432/database와 같은 URL이 아닙니다(비밀번호의 특수 문자는 퍼센트 인코딩)',
    en: 'the address of the database is not a URL like postgresql://user:password@host:5432/database (special characters of the password percent-encoded)',
  },
  'error.database-silent': { ko: '{address}: 응답이 없습니다', en: '{address} gives no answer' },
  'error.database-old': {
    ko: '{address}: PostgreSQL {version}입니다. {least} 이상이 필요합니다. 서버를 올리거나 다른 서버를 지정하십시오',
    en: '{address} is PostgreSQL {version}; {least} or newer is needed: upgrade the server, or name another',
  },
  'error.database-encoding': {
    ko: "{address}: 인코딩이 {encoding}입니다. 다음으로 데이터베이스를 만드십시오: create database … encoding 'UTF8'",
    en: "{address} has encoding {encoding}; make a database with: create database … encoding 'UTF8'",
  },
  'error.database-dates': {
    ko: '{address}: 날짜 형식이 {style}입니다. 다음을 실행하십시오: alter role "{role}" set datestyle = \'ISO\'',
    en: '{address} writes dates as {style}; run: alter role "{role}" set datestyle = \'ISO\'',
  },
  'error.database-standby': {
    ko: '{address}: 쓸 수 없습니다(대기 서버이거나 읽기 전용). 주 서버를 지정하십시오',
    en: '{address} takes no writes (a standby, or set to read only): name the primary',
  },
  'error.tables-closed': {
    ko: '{address}: "{role}"은(는) 테이블 {names}을(를) 쓸 수 없습니다. 테이블의 소유자로 실행하십시오: grant select, insert, update, delete on all tables in schema public to "{grantee}"',
    en: '{address}: "{role}" may not use the tables {names}; as their owner run: grant select, insert, update, delete on all tables in schema public to "{grantee}"',
  },
  'error.tables-refused': {
    ko: '{address}: 테이블을 만들거나 쓸 수 없습니다: {what}. 데이터베이스의 소유자로 실행하십시오: grant create on database "{database}" to "{role}"; grant usage, create on schema public to "{grantee}"',
    en: '{address} refuses to make or use tables: {what}; as the owner of the database run: grant create on database "{database}" to "{role}"; grant usage, create on schema public to "{grantee}"',
  },
  'error.no-tables': {
    ko: '테이블이 없으며 "{role}"이(가) 만들 수 있는 스키마도 없습니다',
    en: 'no tables are there, and no schema where "{role}" may make them',
  },
  'error.queue-tables': {
    ko: '대기열의 테이블을 만들거나 쓸 수 없습니다: {fault}. 데이터베이스의 소유자로 실행하십시오: {what}',
    en: 'the tables of the queue cannot be made or used: {fault}; as the owner of the database run: {what}',
  },
  'error.queue-statements': {
    ko: '{statement}, 스키마 {schema}이(가) 있으면: {grants}',
    en: '{statement}, or where the schema {schema} is there: {grants}',
  },
  'error.connect': {
    ko: '{address}에 연결할 수 없습니다: {words}. {what}',
    en: 'cannot connect to {address}: {words}; {what}',
  },
  'error.connect-refused': {
    ko: '듣고 있는 서버가 없습니다. 서버를 시작하거나 호스트와 포트를 고치십시오',
    en: 'nothing listens there: start the server, or correct host and port',
  },
  'error.connect-host': {
    ko: '그런 호스트가 없습니다. 이름을 고치십시오',
    en: 'there is no such host: correct the name',
  },
  'error.connect-socket': {
    ko: '그런 소켓이 없습니다. 서버를 시작하거나 폴더를 고치십시오',
    en: 'there is no such socket: start the server, or correct the folder',
  },
  'error.connect-silent': {
    ko: '응답이 없습니다. 방화벽이나 보안 그룹이 막고 있거나 호스트가 틀렸습니다',
    en: 'no answer: a firewall or security group between, or the wrong host',
  },
  'error.connect-password': {
    ko: '비밀번호가 틀렸습니다. 주소(퍼센트 인코딩), PGPASSWORD, ~/.pgpass에서 고치십시오',
    en: 'the password is wrong: correct it in the address (percent-encoded), PGPASSWORD or ~/.pgpass',
  },
  'error.connect-rule': {
    ko: '서버에 이 사용자를 여기에서 받아들이는 규칙이 없습니다. pg_hba.conf에 추가하거나 TLS로 연결하십시오(?sslmode=verify-full)',
    en: 'the server lets this user in from here under no rule: add one to its pg_hba.conf, or connect with TLS (?sslmode=verify-full)',
  },
  'error.connect-database': {
    ko: '그런 데이터베이스가 없습니다. 만들거나 이름을 고치십시오',
    en: 'there is no such database: create it, or correct the name',
  },
  'error.connect-full': {
    ko: '서버의 연결이 모두 사용 중입니다. max_connections를 늘리거나 앞에 풀러를 두십시오',
    en: 'all connections of the server are taken: raise max_connections, or put a pooler before it',
  },
  'error.connect-starting': {
    ko: '서버가 시작하거나 멈추는 중입니다. 잠시 뒤에 다시 시도하십시오',
    en: 'the server is starting or stopping: try again soon',
  },
  'error.connect-other': {
    ko: '서버가 실행 중인지, 주소, 사용자, 비밀번호, TLS가 맞는지 확인하십시오',
    en: 'see that the server runs, and that address, user, password and TLS are right',
  },
  'error.public-key': { ko: '공개 키를 얻을 수 없습니다: {fault}', en: 'the public key cannot be had: {fault}' },
  'error.no-signing-key': { ko: '설정에 서명 키가 없음', en: 'no signing key is configured' },
  'error.no-key-named': {
    ko: '키를 지정한 설정이 없습니다',
    en: 'there is no configuration that names a key',
  },
  'error.key-pinned': {
    ko: '키의 SHA-256이 {found}이나 signing.fingerprint는 {name}',
    en: 'the key is SHA-256 {found}, signing.fingerprint says {name}',
  },
  'error.key-unwritten': {
    ko: '{path}: 서명 키를 쓸 수 없습니다. signing.keyFile로 다른 곳을 지정하십시오',
    en: '{path}: the signing key cannot be written; signing.keyFile names another place',
  },
  'error.key-unread': { ko: '{path}: 서명 키를 읽을 수 없습니다', en: '{path}: the signing key cannot be read' },
  'error.key-private': {
    ko: '{path}: 개인 키(PKCS #8 PEM)가 아닙니다',
    en: '{path}: is no private key (PKCS #8 PEM)',
  },
  'error.key-ed25519': { ko: '{path}: Ed25519 키가 아닙니다', en: '{path}: is no Ed25519 key' },
  'error.key-public': {
    ko: '--key {path}: 공개 키(SubjectPublicKeyInfo PEM)가 아닙니다',
    en: '--key {path}: is no public key (SubjectPublicKeyInfo PEM)',
  },
  'error.policy-length': {
    ko: '세션 정책이 {count}자로 너무 깁니다',
    en: 'the session policy has {count} characters',
  },
  'error.policy-regions': {
    ko: 'regions: 리전 {total}개를 적은 세션 정책이 {count}자이나 AssumeRole은 {most}자까지 받습니다. 리전을 줄이거나 "enabled"로 하십시오',
    en: 'regions: a session policy that names {total} Regions has {count} characters, and AssumeRole takes {most}; name fewer, or "enabled"',
  },
} as const satisfies Record<string, Text>;
