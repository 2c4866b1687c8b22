// Passwords of MySQL and MariaDB must be complex and change in time (KISA 2026 D-03).
import type { Chosen, Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, mysqlLast, numberParameter, pass, text, wholeNumber } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import {
  accountName,
  engineAccount,
  judgeMysql,
  openAccounts,
  passwordPlugin,
  withMysqlAnswers,
} from '../../criteria/mysql-servers.ts';
import type { MysqlServer } from '../../probes/mysql.ts';
import { mysql } from '../../probes/mysql.ts';
import type { MysqlAnswers } from '../../probes/mysql/answers.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

const parameters = {
  days: numberParameter(text('비밀번호 최대 사용 기간(일)', 'longest life of a password in days'), 90, {
    min: 1,
    max: 3650,
  }),
  length: numberParameter(text('비밀번호 최소 길이', 'shortest password'), 8, { min: 1, max: 128 }),
};
type Limits = Chosen<typeof parameters>;

export const mysqlPasswordPolicy = hostCheck({
  id: 'mysql.password-policy',
  title: text('MySQL 비밀번호 사용 기간 및 복잡도', 'MySQL: password age and complexity'),
  why: text(
    '짧거나 오래된 비밀번호는 대입 공격으로 알아낼 수 있습니다.',
    'Short and old passwords are found by guessing.',
  ),
  importance: 'high',
  expects: text(
    '복잡도 검사(validate_password MEDIUM, simple_password_check)가 켜져 있고 90일 안에 만료됨',
    'complexity is enforced (validate_password MEDIUM, simple_password_check) and passwords expire within 90 days',
  ),
  remedy: text(
    'validate_password 컴포넌트(MariaDB: simple_password_check)를 설치하고 default_password_lifetime=90을 설정합니다.',
    'Install the component validate_password (MariaDB: simple_password_check) and set default_password_lifetime=90.',
  ),
  fix: {
    any: [
      `mysql -e "INSTALL COMPONENT 'file://component_validate_password'; SET PERSIST validate_password.policy = 'MEDIUM'; SET PERSIST default_password_lifetime = 90"`,
    ],
  },
  question: text(
    "비밀번호 복잡도와 사용 기간이 기관의 정책에 맞습니까? (SHOW VARIABLES LIKE '%password%')",
    "Do complexity and age of passwords follow your policy? (SHOW VARIABLES LIKE '%password%')",
  ),
  parameters,
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host, limits) {
    return judgeMysql(facts, seen, host, (server) => {
      const judged = withMysqlAnswers(server, ['accounts', 'variables', 'plugins'], mysqlByHand.policy, (answers) =>
        judgeAnswers(answers, limits),
      );
      return judged.status === 'manual' ? { ...judged, evidence: [...judged.evidence, ...written(server)] } : judged;
    });
  },
});

/** What the files say for a person to start from; the server's own values may have been set since. */
function written({ options }: MysqlServer): Proof[] {
  return ['default-password-lifetime', 'plugin-load-add', 'validate-password', 'validate-password.policy'].flatMap(
    (key) => {
      const option = mysqlLast(options, key);
      return option ? [{ source: option.source, found: `${key} = ${option.value ?? 'on'}` }] : [];
    },
  );
}

function judgeAnswers(answers: MysqlAnswers, limits: Limits): Judgement {
  const { days } = limits;
  const complexity = complexityOf(answers, limits);
  const lifetime = answers.variables.get('default_password_lifetime');
  const general = number(answers.variables, 'default_password_lifetime');
  const late = (life: number): boolean => life <= 0 || life > days;
  const accounts = openAccounts(answers).filter(
    (one) => passwordPlugin(one.plugin) && one.verifier === 'set' && !engineAccount(accountName(one)),
  );
  const lives = accounts.map((one) => ({
    one,
    life: one.lifetime === 'default' ? general : (wholeNumber(one.lifetime) ?? 0),
  }));
  const old = lives.filter(({ life }) => late(life));
  const evidence: Proof[] = [
    ...complexity.evidence,
    { source: 'default_password_lifetime', found: lifetime ?? 'not known to this version', expected: `1 to ${days}` },
    ...old.slice(0, quotedMax).map(({ one, life }) => ({
      source: 'mysql.user',
      found: `${accountName(one)}: ${life <= 0 ? 'never expires' : `${life} days`}`,
      expected: `at most ${days} days`,
    })),
  ];
  // The server's own value holds for every account that is made next.
  const faults = [
    complexity.fault,
    late(general) || old.length > 0
      ? text('비밀번호 사용 기간이 제한되지 않음', 'the age of passwords is not limited')
      : null,
  ].flatMap((one) => one ?? []);
  if (faults.length > 0)
    return fail(text(faults.map((one) => one.ko).join('; '), faults.map((one) => one.en).join('; ')), evidence);
  if (complexity.unclear)
    return manual(
      text(
        'cracklib만 씀: 복잡도가 정책에 맞는지 확인 필요',
        'only cracklib judges passwords: does that follow the policy?',
      ),
      evidence,
    );
  return pass(text('복잡도와 사용 기간이 설정됨', 'complexity and age are enforced'), evidence);
}

/** A variable as a number; 0, which enforces nothing, where it is none or this version does not know it. */
function number(variables: MysqlAnswers['variables'], name: string): number {
  return wholeNumber(variables.get(name) ?? '') ?? 0;
}

function complexityOf(
  { variables, plugins }: MysqlAnswers,
  { length }: Limits,
): {
  readonly fault: ReturnType<typeof text> | null;
  readonly unclear: boolean;
  readonly evidence: readonly Proof[];
} {
  const weak = text('비밀번호 복잡도 검사가 없거나 약함', 'the complexity of passwords is not enforced, or weakly');
  const enough = (names: readonly string[]): boolean =>
    names.every((name) => number(variables, name) >= (name.endsWith('length') ? length : 1));
  const proofs = (names: readonly string[], expected: string): Proof[] =>
    names.map((name) => ({ source: name, found: variables.get(name) ?? 'not set', expected }));
  for (const part of ['validate_password.', 'validate_password_']) {
    const policy = variables.get(`${part}policy`);
    if (policy === undefined) continue;
    const names = ['length', 'mixed_case_count', 'number_count', 'special_char_count'].map((name) => `${part}${name}`);
    return {
      fault: !['LOW', '0'].includes(policy.toUpperCase()) && enough(names) ? null : weak,
      unclear: false,
      evidence: [
        { source: `${part}policy`, found: policy, expected: 'MEDIUM or STRONG' },
        ...proofs(names, `length >= ${length}, counts >= 1`),
      ],
    };
  }
  if (plugins.includes('simple_password_check')) {
    const names = ['minimal_length', 'letters_same_case', 'digits', 'other_characters'].map(
      (name) => `simple_password_check_${name}`,
    );
    return {
      fault: enough(names) ? null : weak,
      unclear: false,
      evidence: proofs(names, `length >= ${length}, counts >= 1`),
    };
  }
  const cracklib = plugins.includes('cracklib_password_check');
  return {
    fault: cracklib ? null : weak,
    unclear: cracklib,
    evidence: [
      {
        source: 'information_schema.PLUGINS',
        found: cracklib ? 'cracklib_password_check' : 'no plugin or component checks passwords',
        expected: 'validate_password or simple_password_check',
      },
    ],
  };
}
