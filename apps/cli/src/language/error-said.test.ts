// Errors as they are thrown, read in Korean; and that no text of an error in the sources is without its sentence.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { detailMessages } from './detail-messages.ts';
import { errorMessages } from './error-messages.ts';
import { errorIn } from './said-in.ts';
import { voiceOf } from './say.ts';
import { literalsOf, thrownTexts } from './testing/thrown-texts.ts';

const [korean, english] = [voiceOf('ko'), voiceOf('en')];
const root = new URL('../../../../', import.meta.url).pathname;
const hangul = /[가-힣]/;

it.each([
  ['--format "pdf": one of html, xlsx', '--format "pdf": 다음 중 하나를 적으십시오: html, xlsx'],
  ['--limit "0": 1 to 100000', '--limit "0": 1에서 100000까지의 수를 적으십시오'],
  ['no campaign "c1": see "bongsu campaign list"', '캠페인 "c1"이(가) 없습니다. "bongsu campaign list"를 보십시오'],
  ['the archive cannot be read: no manifest', '증적을 읽을 수 없습니다: 매니페스트 없음'],
  ['"i-1" is not part of c1: see "bongsu coverage"', '"i-1"은(는) c1의 대상이 아닙니다. "bongsu coverage"를 보십시오'],
  [
    'bongsu.yaml:3: campaign.deadline: there is no field "deadline"; "deadlineSeconds" is meant?; there are: rings, stop\n' +
      'bongsu.yaml:9: limits.concurrency: is too large: 100 is the most\n' +
      'bongsu.yaml:1: bucket: is missing: fields of its own (name: value)\n' +
      'see the comments that "bongsu init" writes, or run "bongsu init --print"',
    'bongsu.yaml:3: campaign.deadline: "deadline" 필드는 없음("deadlineSeconds"?). 있는 필드: rings, stop\n' +
      'bongsu.yaml:9: limits.concurrency: 너무 큼: 최대 100\n' +
      'bongsu.yaml:1: bucket: 값이 없음: 하위 필드(이름: 값)\n' +
      '"bongsu init"이 쓰는 주석을 보거나 "bongsu init --print"를 실행하십시오',
  ],
  [
    'bongsu.yaml:4: there: there is no field "a", there is no field "b"; there are: c',
    'bongsu.yaml:4: there: "a" 필드는 없음, "b" 필드는 없음. 있는 필드: c',
  ],
  ['bongsu.yaml:7: Map keys must be unique', 'bongsu.yaml:7: 같은 이름이 두 번 있습니다'],
  [
    'b.yaml:2: Flow sequence in block collection must be sufficiently indented and end with a ]',
    'b.yaml:2: 닫는 ] 없음, 또는 들여쓰기가 모자람',
  ],
  ['bongsu.yaml:7: a fault that nobody knows', 'bongsu.yaml:7: a fault that nobody knows'],
  [
    'bongsu.yaml:5: limits: is a list: it takes fields of its own (name: value)',
    'bongsu.yaml:5: limits: 값의 종류가 다름: 목록(필요한 것: 하위 필드(이름: 값))',
  ],
  [
    'bongsu.yaml:8: windows.0.cron: "x y" has not five fields: minute hour day month weekday, such as "0 2 * * 1-5"',
    'bongsu.yaml:8: windows.0.cron: "x y": 필드가 다섯 개(분 시 일 월 요일)가 아닙니다. 예: "0 2 * * 1-5"',
  ],
  [
    'the pack /tmp/p cannot be used:\n/tmp/p/pack.yaml:4: items.0.fcats: unknown field: did you mean "facts"? known are code, facts\n… and 2 more',
    '팩 /tmp/p을(를) 쓸 수 없습니다:\n/tmp/p/pack.yaml:4: items.0.fcats: 알 수 없는 필드입니다: 혹시 "facts"? 가능한 것은 code, facts\n… 그 밖에 2건',
  ],
  [
    'p/pack.yaml:4: items.0.facts.a.file: "/proc/x" may not lie in /proc, /sys or /dev: ask a command instead',
    'p/pack.yaml:4: items.0.facts.a.file: "/proc/x" /proc, /sys, /dev 아래는 읽을 수 없습니다. 대신 명령을 쓰십시오',
  ],
  [
    'cannot connect to postgresql://u@h/d: connect ECONNREFUSED 127.0.0.1:1; nothing listens there: start the server, or correct host and port',
    'postgresql://u@h/d에 연결할 수 없습니다: connect ECONNREFUSED 127.0.0.1:1. 듣고 있는 서버가 없습니다. 서버를 시작하거나 호스트와 포트를 고치십시오',
  ],
  [
    'p/a.yaml:9: items.0.pass: the pattern is refused: [:word:] is not known (at character 3 of the expression; names here: host)',
    'p/a.yaml:9: items.0.pass: 패턴을 쓸 수 없습니다: [:word:]은(는) 쓸 수 없습니다 (식의 3번째 글자. 쓸 수 있는 이름: host)',
  ],
  ['sts:X: Denied: the key is not known', 'sts:X: Denied: the key is not known'],
  [
    'the tables of the queue cannot be made or used: denied; as the owner of the database run: grant create on database "d" to "u", or where the schema q is there: grant all on schema q to "u"',
    '대기열의 테이블을 만들거나 쓸 수 없습니다: denied. 데이터베이스의 소유자로 실행하십시오: grant create on database "d" to "u", 스키마 q이(가) 있으면: grant all on schema q to "u"',
  ],
  [
    'regions: a session policy that names 40 Regions has 2100 characters, and AssumeRole takes 2048; name fewer, or "enabled"',
    'regions: 리전 40개를 적은 세션 정책이 2100자이나 AssumeRole은 2048자까지 받습니다. 리전을 줄이거나 "enabled"로 하십시오',
  ],
  [
    'schedule night: State Manager takes no rate below 30 minutes, this one is 5',
    '예약 night: State Manager의 rate는 30분 이상이어야 하나 5분입니다',
  ],
  [
    'ssm:SendCommand: AccessDeniedException: not allowed; missing permission: ssm:SendCommand',
    'ssm:SendCommand: AccessDeniedException: not allowed. 필요한 권한: ssm:SendCommand',
  ],
  ['sts:GetCallerIdentity: ExpiredToken: words of AWS', 'sts:GetCallerIdentity: ExpiredToken: words of AWS'],
  ['evidence of i-1 (ab12): evidence is gone: /s/e', 'i-1의 증적(ab12): 증적이 없어졌습니다: /s/e'],
  ['evidence of i-1 (ab12) is that of i-2, run r1', 'i-1의 증적(ab12)이 i-2의 실행 r1의 것임'],
  ['the head says 3 targets, 2 are listed', '머리말의 대상은 3대이나 적힌 것은 2대'],
  ['the head says 3 failed, 2 are listed', '머리말의 failed 상태는 3대이나 적힌 것은 2대'],
  ['it was altered before it was signed: line 3, target i-1', '서명되기 전에 변경됨: line 3, target i-1'],
  ['', ''],
])('%s', (message, expected) => {
  expect(errorIn(message, korean)).toBe(expected);
  expect(errorIn(message, english)).toBe(message);
});

/** Their words come from elsewhere: from the parser of YAML, from AWS, or from what is said with them. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['words', 'said by say(…) in clocks.ts, and with a text beside it in packages/aws/src/index.ts'],
  ['failureWords(gap)', 'words of AWS'],
  ['`${path}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`', 'words of the parser of YAML'],
  ["`${path}: ${fault instanceof Error ? fault.message : 'not readable'}`", 'words of the parser of YAML'],
  ['`${shown} ${what}`', 'the calls of unfit(…), which are looked at'],
]);

const folders = ['aws', 'catalog', 'core', 'engines', 'flow', 'notify', 'store'].map((name) => `packages/${name}/src`);

it('has a sentence for every error that the sources throw', () => {
  const thrown = ['apps/cli/src', ...folders].flatMap((folder) => thrownTexts(root, folder));
  expect(thrown.length).toBeGreaterThan(120);
  const untold = thrown
    .filter(({ source }) => !elsewhere.has(source))
    .filter(({ texts }) => texts === null || texts.some((text) => !hangul.test(errorIn(text, korean))));
  expect(untold).toEqual([]);
});

it.each([
  ...['config/schema', 'config/notify', 'config/schedule', 'config/fault-words'].map((name) => `apps/cli/src/${name}`),
  ...['schema', 'item-faults', 'read-pack', 'yaml-page'].map((name) => `apps/cli/src/packs/${name}`),
  ...['packs/pattern-syntax', 'packs/linear-pattern', 'campaign/association-times'].map(
    (name) => `packages/engines/src/${name}`,
  ),
])('has a sentence for every word of %s on what people write', (file) => {
  const words = literalsOf(readFileSync(`${root}${file}.ts`, 'utf8')).filter((one) => one.includes(' '));
  // The place of a fault before its words, what State Manager is given, and a class such as [:word:], which is no number.
  const others = new Set(['"7" 7', 'cron(7 7 7 * 7 *)', '7 is not known']);
  expect(words).not.toEqual([]);
  expect(words.filter((one) => !others.has(one) && !hangul.test(errorIn(one, korean)))).toEqual([]);
});

it('says in Korean what it takes from the English, and nothing twice', () => {
  const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
  const told = Object.values({ ...detailMessages, ...errorMessages }).map(({ en }) => en);
  expect(told.filter((en, index) => told.indexOf(en) !== index)).toEqual([]);
  for (const { ko, en } of Object.values(errorMessages)) {
    expect(names(en)).toEqual(expect.arrayContaining(names(ko)));
    // Where a hole stands first it may hold the place too, which is not to be lost.
    const first = /^\{(?!flow|flag)\w+\}/.exec(en)?.[0] ?? '';
    expect(ko).toContain(first);
    expect(ko).not.toContain('!');
  }
});
