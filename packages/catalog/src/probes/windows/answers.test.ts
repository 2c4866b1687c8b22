// What Windows and its programs answer: the product, accounts, Defender, time, audit policy, the registry, in any language and cut short.
import { describe, expect, it } from 'vitest';
import { factOf, faultOf, note, said } from '../testing/records.ts';
import { windowsAccounts } from './accounts.ts';
import { antivirus } from './antivirus.ts';
import { auditPolicy } from './audit-policy.ts';
import { registryOf } from './registry.ts';
import { securityPolicy } from './security-policy.ts';
import { windowsSystem } from './system.ts';
import { timeSource } from './time-source.ts';

describe('the system', () => {
  const told = (product: string, build: string[], role: string[]) => [
    note('product', ...(product === '' ? [] : [product])),
    note('build', ...build),
    note('domain', ...role),
  ];

  it('is what it says', () => {
    const today = note('today', '2026-03-31');
    expect(factOf(windowsSystem, ...told('Windows Server 2019', ['17763', '6414'], ['3', 'True']), today)).toEqual({
      family: 'windows',
      distro: 'windows',
      version: '17763',
      prettyName: 'Windows Server 2019',
      container: false,
      live: true,
      domainController: false,
      domainMember: true,
      build: '17763.6414',
      today: '2026-03-31',
    });
    expect(factOf(windowsSystem, ...told('W', ['1'], ['0']))).toMatchObject({ build: '1', today: '' });
    expect(factOf(windowsSystem, ...told('W', ['1'], ['0']), note('today'))).toMatchObject({ today: '' });
  });

  it.each([
    ['0', false, false],
    ['1', true, false],
    ['2', false, false],
    ['3', true, false],
    ['4', true, true],
    ['5', true, true],
  ])('of role %s', (role, domainMember, domainController) => {
    expect(factOf(windowsSystem, ...told('W', ['1'], [role]))).toMatchObject({ domainMember, domainController });
  });

  it.each([
    ['6414', '20348.6414'],
    ['', '20348'],
    ['1a', '20348'],
    ['a1', '20348'],
  ])('with revision %j is build %s', (revision, build) => {
    expect(factOf(windowsSystem, ...told('W', ['20348', revision], ['2']))).toMatchObject({ build });
  });

  it.each<[string, string[], string[]]>([
    ['', ['1'], ['1']],
    ['W', [], ['1']],
    ['W', ['1'], []],
    ['W', ['x1'], ['1']],
    ['W', ['1x'], ['1']],
    ['W', ['1'], ['6']],
    ['W', ['1'], ['x1']],
    ['W', ['1'], ['1x']],
  ])('is not told by %j, %j, %j', (product, build, role) => {
    expect(faultOf(windowsSystem, ...told(product, build, role))).toBe('the Windows product and build are not told');
  });

  it('is not told where a note is missing', () => {
    for (const left of [0, 1, 2])
      expect(faultOf(windowsSystem, ...told('W', ['1'], ['1']).filter((_, at) => at !== left))).not.toBeNull();
  });
});

describe('accounts', () => {
  const [admins, desktop] = ['S-1-5-32-544', 'S-1-5-32-555'];
  const listed = [note('group', admins, 'listed'), note('group', desktop, 'listed')];
  const built = note('user', 'Administrator', 'S-1-5-21-1-500', 'True', '2026-03-30', '2025-01-01');
  const local = [note('accounts', 'local'), built];

  it('with the members of each group', () => {
    const rows = [
      note('user', 'Guest', 'S-1-5-21-1-501', 'False', '', ''),
      note('user'),
      note('member', admins, 'HOST\\Administrator', 'S-1-5-21-1-500'),
      note('member', desktop, 'CORP\\ops', 'S-1-5-21-9-1104'),
      note('member', desktop),
    ];
    expect(factOf(windowsAccounts, ...local, ...rows, ...listed)).toEqual({
      users: [
        {
          name: 'Administrator',
          sid: 'S-1-5-21-1-500',
          enabled: true,
          lastLogon: '2026-03-30',
          passwordSet: '2025-01-01',
        },
        { name: 'Guest', sid: 'S-1-5-21-1-501', enabled: false, lastLogon: '', passwordSet: '' },
        { name: '', sid: '', enabled: false, lastLogon: '', passwordSet: '' },
      ],
      administrators: ['HOST\\Administrator (S-1-5-21-1-500)'],
      remoteDesktopUsers: ['CORP\\ops (S-1-5-21-9-1104)', ' ()'],
    });
  });

  it('are none of its own on a domain controller', () => {
    expect(factOf(windowsAccounts, note('accounts', 'domain'), ...listed).users).toBeNull();
  });

  const dashes = '-'.repeat(79);
  const byNet = (answer: string, exitCode = 0) => [
    ...local,
    note('group', admins, 'net'),
    note('group', desktop, 'listed'),
    said(admins, answer, { exitCode }),
  ];

  it.each<[string, string[] | null]>([
    [
      `별칭 이름     Administrators\n설명\n\n구성원\n\n${dashes}\nAdministrator\n  CORP\\Domain Admins  \n\n명령을 잘 실행했습니다.\n\n`,
      ['Administrator', 'CORP\\Domain Admins'],
    ],
    [`${dashes}\nadmin\nThe command completed successfully.`, ['admin']],
    [`Alias\n${dashes}\nThe command completed successfully.`, []],
    [`Alias\n - ${dashes}\n-- short\n${dashes}\nadmin\nDone.`, ['admin']],
    [`Alias\n${dashes}\n \n`, null],
    ['System error 1376 has occurred.', null],
    ['a\nb\nc', null],
    ['', null],
  ])('by net.exe: %j', (answer, names) => {
    if (names === null) expect(faultOf(windowsAccounts, ...byNet(answer))).not.toBeNull();
    else expect(factOf(windowsAccounts, ...byNet(answer)).administrators).toEqual(names);
  });

  it('are not told where a part is missing', () => {
    const fault = 'the accounts or the members of a group are not told';
    const answer = `${dashes}\nadmin\nDone.`;
    expect(faultOf(windowsAccounts, ...byNet(answer, 1))).toBe(fault);
    expect(faultOf(windowsAccounts, ...local, ...listed.slice(0, 1))).toBe(fault);
    expect(faultOf(windowsAccounts, ...local, ...listed.slice(1))).toBe(fault);
    expect(faultOf(windowsAccounts, ...local, ...listed.slice(1), said(admins, answer))).toBe(fault);
    expect(faultOf(windowsAccounts, ...local, ...listed.slice(1), note('group', admins, 'net'))).toBe(fault);
    expect(faultOf(windowsAccounts, built, ...listed)).toBe(fault);
    expect(faultOf(windowsAccounts, note('accounts', 'local'), ...listed)).toBe(
      'the list of local accounts lacks the built-in administrator',
    );
    const other = note('user', 'x', 'S-1-5-21-1-1500', 'True');
    expect(faultOf(windowsAccounts, note('accounts', 'local'), other, ...listed)).not.toBeNull();
  });
});

describe('Defender', () => {
  it.each<[string[], object]>([
    [['True', 'True', '3'], { enabled: true, realTime: true, signatureAgeDays: 3 }],
    [['True', 'False', '120'], { enabled: true, realTime: false, signatureAgeDays: 120 }],
    [['False', 'False', '65535'], { enabled: false, realTime: false, signatureAgeDays: null }],
    [['True', 'True', '65534'], { enabled: true, realTime: true, signatureAgeDays: 65534 }],
    [['True', 'True', '4294967295'], { enabled: true, realTime: true, signatureAgeDays: null }],
    [['True', 'True', '-1'], { enabled: true, realTime: true, signatureAgeDays: null }],
    [['True', 'True', '3.5'], { enabled: true, realTime: true, signatureAgeDays: null }],
    [[], { enabled: false, realTime: false, signatureAgeDays: null }],
  ])('by %j', (values, defender) => {
    expect(factOf(antivirus, note('defender', ...values))).toEqual({ defender, fault: '' });
  });

  it('that does not answer, and says why', () => {
    expect(factOf(antivirus, note('defender-fault', '0x800106ba'))).toEqual({ defender: null, fault: '0x800106ba' });
    expect(factOf(antivirus, note('defender-fault'))).toEqual({ defender: null, fault: '' });
    expect(faultOf(antivirus)).toBe('the state of Defender is not told');
  });
});

describe('the source of time', () => {
  const status = (id: string) => `Leap Indicator: 0(no warning)\nStratum: 4\n  ReferenceId: ${id} (source IP:  x)  `;

  it.each<[string, string | null, boolean]>([
    [status('0xA9FEA97B'), '0xA9FEA97B', false],
    [status('0x4C4F434C'), '0x4C4F434C', true],
    [status('0x4c4f434c'), '0x4c4f434c', true],
    [status('0x00000000'), '0x00000000', true],
    [status('0xA9FEA97B1'), null, true],
    [status('1'), null, true],
  ])('by %j', (answer, referenceId, free) => {
    expect(factOf(timeSource, said('w32tm', answer))).toMatchObject({ referenceId, free });
  });

  it('shows the line that says so, else the first that says anything', () => {
    const shown = (answer: string, exitCode = 0) => factOf(timeSource, said('w32tm', answer, { exitCode })).said;
    expect(shown(status('0xA9FEA97B'))).toBe('ReferenceId: 0xA9FEA97B (source IP:  x)');
    expect(shown(' \n\n  The service has not been started. (0x80070426)  \nmore', 1)).toBe(
      'The service has not been started. (0x80070426)',
    );
    expect(shown('x'.repeat(300))).toBe('x'.repeat(200));
    expect(shown('')).toBe('no answer');
    expect(factOf(timeSource, said('w32tm', '(0x80070426)', { exitCode: 1 }))).toMatchObject({
      referenceId: null,
      free: true,
    });
    expect(faultOf(timeSource)).toBe('the source of time is not told');
  });
});

describe('the audit policy', () => {
  const guid = '0CCE9215-69AE-11D9-BED3-505054503030';
  const line = (value: string) => `HOST,System,Logon,{${guid.toLowerCase()}},Success and Failure,,${value}`;

  it('reads the number whatever the words beside it are', () => {
    const policy = factOf(auditPolicy, said('auditpol', `H,S,로그온,{${guid}},성공 및 실패,없음,3`));
    expect(policy.get(guid)).toEqual({ success: true, failure: true });
  });

  it.each<[string, [boolean, boolean]]>([
    ['0', [false, false]],
    ['1', [true, false]],
    ['2', [false, true]],
    [' 3 ', [true, true]],
  ])('of value %j', (value, [success, failure]) => {
    const policy = factOf(auditPolicy, said('auditpol', `Machine Name,Policy Target\n${line(value)}`));
    expect([...policy]).toEqual([[guid, { success, failure }]]);
  });

  it.each([line('4'), line('x1'), line('1x'), line(''), `HOST,,,{${guid}},a,b,c,1`, `HOST,,,{${guid}},1`, ''])(
    'is not in %j',
    (answer) => {
      expect(faultOf(auditPolicy, said('auditpol', answer))).toBe('the audit policy could not be read');
    },
  );

  it('is not told where auditpol does not answer', () => {
    expect(faultOf(auditPolicy)).toBe('auditpol did not answer');
    expect(faultOf(auditPolicy, said('auditpol', line('1'), { exitCode: 5 }))).toBe('auditpol did not answer');
  });
});

describe('the registry', () => {
  const [path, key] = ['HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa', 'LmCompatibilityLevel'];
  const probe = registryOf('lmCompatibilityLevel');
  const other = note('registry', path, 'RestrictAnonymous', 'present', 'DWord', '1');

  it.each<[string[], number | null]>([
    [['DWord', '5'], 5],
    [['DWord', '-1'], 4294967295],
    [['DWord', '0'], 0],
    [['String', '5x'], null],
    [['String', 'x5'], null],
    [['String', '1234567890123456'], null],
    [['MultiString', '5', '6'], 5],
    [['MultiString'], null],
    [[], null],
  ])('%j is number %j', ([kind = '', ...values], number) => {
    const told = note('registry', path, key, 'present', ...(kind === '' ? [] : [kind]), ...values);
    expect(factOf(probe, other, told).lmCompatibilityLevel).toEqual({
      source: `${path}\\${key}`,
      present: true,
      kind,
      values,
      number,
    });
  });

  it('tells what is absent from what could not be read', () => {
    expect(factOf(probe, note('registry', path, key, 'absent', 'DWord', '1')).lmCompatibilityLevel).toEqual({
      source: `${path}\\${key}`,
      present: false,
      kind: '',
      values: [],
      number: null,
    });
    const fault = `${path}\\${key} could not be read`;
    expect(faultOf(probe, other)).toBe(fault);
    expect(faultOf(probe, note('registry', path, key))).toBe(fault);
    expect(faultOf(probe, note('registry', path, key, 'unreadable', 'denied'))).toBe(fault);
  });
});

describe('the security policy', () => {
  const export_ = '[Unicode]\nUnicode=yes\n[System Access]\nMinimumPasswordLength = 8\n[Privilege Rights]\n';

  it('is the export where it is whole', () => {
    expect(factOf(securityPolicy, said('secedit', export_)).sections).toContain('system access');
    expect(faultOf(securityPolicy, said('secedit', '[System Access]'))).toBe('the answer of secedit holds no policy');
    expect(faultOf(securityPolicy, said('secedit', '[Privilege Rights]'))).not.toBeNull();
  });

  it('is not told where secedit does not answer', () => {
    const fault = 'secedit did not answer';
    expect(faultOf(securityPolicy)).toBe(fault);
    expect(faultOf(securityPolicy, said('secedit', export_, { exitCode: 1 }))).toBe(fault);
    expect(faultOf(securityPolicy, said('secedit', export_, { missing: true }))).toBe(fault);
  });
});
