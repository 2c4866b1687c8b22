// What the short lists of Windows become: every field of every row, nothing for what a cut row lacks, and no fact without the closing word.
import { describe, expect, it } from 'vitest';
import { factOf, faultOf, note } from '../testing/records.ts';
import { dnsZones } from './dns-zones.ts';
import { eventLogs } from './event-logs.ts';
import { firewall } from './firewall.ts';
import { networkBindings } from './network-bindings.ts';
import { odbcSources } from './odbc-sources.ts';
import { scheduledTasks } from './scheduled-tasks.ts';
import { screenSavers } from './screen-savers.ts';
import { windowsServices } from './service-states.ts';
import { sqlServers } from './sql-servers.ts';
import { startupPrograms } from './startup-programs.ts';
import { windowsUpdates } from './updates.ts';
import { fixedVolumes } from './volumes.ts';

describe('network bindings', () => {
  const end = note('bindings', 'listed');

  it('reads the numbers of each adapter', () => {
    const rows = [
      note('binding', 'Amazon Elastic Network Adapter', '0', '2'),
      note('binding', 'AWS PV', '2', ''),
      note('binding', 'odd', 'x1', '1 '),
      note('binding', 'long', '255', '1000'),
      note('binding'),
    ];
    expect(factOf(networkBindings, ...rows, end)).toEqual([
      { adapter: 'Amazon Elastic Network Adapter', netbios: 0, byDhcp: 2 },
      { adapter: 'AWS PV', netbios: 2, byDhcp: null },
      { adapter: 'odd', netbios: null, byDhcp: null },
      { adapter: 'long', netbios: 255, byDhcp: null },
      { adapter: '', netbios: null, byDhcp: null },
    ]);
  });

  it('is told only where the list ends', () => {
    expect(faultOf(networkBindings, note('binding', 'a', '2', ''))).toBe('the network adapters are not told');
    expect(factOf(networkBindings, end)).toEqual([]);
  });
});

it('zones of DNS: all of them, none without a server, no word without the end', () => {
  const rows = [note('zone', 'corp.example', 'Primary', 'NoTransfer', 'Secure'), note('zone')];
  expect(factOf(dnsZones, ...rows, note('zones', 'listed'))).toEqual([
    { name: 'corp.example', type: 'Primary', transfer: 'NoTransfer', update: 'Secure' },
    { name: '', type: '', transfer: '', update: '' },
  ]);
  expect(factOf(dnsZones, note('zones', 'no-server'))).toBeNull();
  expect(faultOf(dnsZones, ...rows)).toBe('the DNS zones are not told');
  expect(faultOf(dnsZones, note('zones'))).toBe('the DNS zones are not told');
});

it.each([
  [['System', '20971520', 'Circular', 'True'], null],
  [['System', '20971520', 'Retain', 'False'], null],
  [['System', '0', 'Circular', 'True'], 'the settings of the event logs are not told'],
  [['System', '-1', 'Circular', 'True'], 'the settings of the event logs are not told'],
  [['System', '1.5', 'Circular', 'True'], 'the settings of the event logs are not told'],
  [['System', 'much', 'Circular', 'True'], 'the settings of the event logs are not told'],
  [[], 'the settings of the event logs are not told'],
])('event logs with %j', (last, fault) => {
  const rows = [
    note('event-log', 'Application', '1', 'AutoBackup', 'True'),
    note('event-log', 'Security', '134217728', 'Circular', 'True'),
    note('event-log', ...last),
  ];
  expect(faultOf(eventLogs, ...rows)).toBe(fault);
  if (fault === null)
    expect(factOf(eventLogs, ...rows)).toEqual([
      { name: 'Application', bytesMax: 1, mode: 'AutoBackup', enabled: true },
      { name: 'Security', bytesMax: 134217728, mode: 'Circular', enabled: true },
      { name: 'System', bytesMax: 20971520, mode: last[2], enabled: last[3] === 'True' },
    ]);
  expect(faultOf(eventLogs, ...rows.slice(0, 2))).not.toBeNull();
});

it('event logs: a row cut to its size still lacks the rest', () => {
  const rows = [note('event-log', 'Application', '1'), note('event-log', 'Security', '1'), note('event-log', '', '1')];
  expect(factOf(eventLogs, ...rows).at(-1)).toEqual({ name: '', bytesMax: 1, mode: '', enabled: false });
});

it('firewall: three profiles, or no word of it', () => {
  const rows = [note('firewall', 'Domain', 'True', 'Block'), note('firewall', 'Private', 'False', 'NotConfigured')];
  expect(factOf(firewall, ...rows, note('firewall'))).toEqual([
    { name: 'Domain', enabled: true, inbound: 'Block' },
    { name: 'Private', enabled: false, inbound: 'NotConfigured' },
    { name: '', enabled: false, inbound: '' },
  ]);
  expect(faultOf(firewall, ...rows)).toBe('the firewall profiles are not told');
});

it('ODBC sources', () => {
  const rows = [note('odbc', 'Erp', 'SQL Server Native Client 11.0'), note('odbc')];
  expect(factOf(odbcSources, ...rows, note('odbcs', 'listed'))).toEqual([
    { name: 'Erp', driver: 'SQL Server Native Client 11.0' },
    { name: '', driver: '' },
  ]);
  expect(faultOf(odbcSources, ...rows)).toBe('the ODBC sources are not told');
});

it('scheduled tasks, with every program of their actions', () => {
  const rows = [
    note('task', '\\backup', 'Ready', 'SYSTEM', 'C:\\a.exe;COM handler'),
    note('task', '\\none', 'Disabled', 'svc', ''),
    note('task'),
  ];
  expect(factOf(scheduledTasks, ...rows, note('tasks', 'listed'))).toEqual([
    { name: '\\backup', state: 'Ready', account: 'SYSTEM', programs: ['C:\\a.exe', 'COM handler'] },
    { name: '\\none', state: 'Disabled', account: 'svc', programs: [] },
    { name: '', state: '', account: '', programs: [] },
  ]);
  expect(faultOf(scheduledTasks, ...rows)).toBe('the scheduled tasks are not told');
});

it('screen savers', () => {
  const rows = [
    note('screen-saver', 'S-1-5-21-1-500', '1', '1', '600'),
    note('screen-saver', 'S-1-5-21-1-1001', '0', '', ''),
    note('screen-saver', 'S-1-5-21-1-1002', '1', '0', '600s'),
    note('screen-saver', 'S-1-5-21-1-1003', '1', '0', '-1'),
    note('screen-saver', 'S-1-5-21-1-1004', '1', '0', '999999999'),
    note('screen-saver'),
  ];
  expect(factOf(screenSavers, ...rows, note('screen-savers', 'listed'))).toEqual([
    { user: 'S-1-5-21-1-500', active: true, secure: true, seconds: 600 },
    { user: 'S-1-5-21-1-1001', active: false, secure: false, seconds: null },
    { user: 'S-1-5-21-1-1002', active: true, secure: false, seconds: null },
    { user: 'S-1-5-21-1-1003', active: true, secure: false, seconds: null },
    { user: 'S-1-5-21-1-1004', active: true, secure: false, seconds: 999999999 },
    { user: '', active: false, secure: false, seconds: null },
  ]);
  expect(faultOf(screenSavers, ...rows)).toBe('the screen savers are not told');
});

it('services by name in any case, and RpcSs among them', () => {
  const rows = [note('service', 'RpcSs', 'Running', 'Auto'), note('service', 'SNMP', 'Stopped', 'Manual')];
  const fact = factOf(windowsServices, ...rows, note('service'));
  expect(fact.all).toEqual([
    { name: 'RpcSs', running: true, start: 'Auto' },
    { name: 'SNMP', running: false, start: 'Manual' },
    { name: '', running: true, start: '' },
  ]);
  expect(fact.find('snmp')).toBe(fact.all[1]);
  expect(fact.find('TlntSvr')).toBeUndefined();
  expect(fact.proofs('rpcss', 'snmp', 'TlntSvr')).toEqual([
    { source: 'Get-Service rpcss', found: 'running, start Auto' },
    { source: 'Get-Service snmp', found: 'stopped, start Manual' },
    { source: 'Get-Service TlntSvr', found: 'not installed' },
  ]);
  expect(faultOf(windowsServices, note('service', 'SNMP', 'Stopped', 'Manual'))).toBe(
    'the list of services is not told',
  );
});

it('instances of SQL Server', () => {
  const rows = ['1', '2', '', '12', 'x2'].map((mode) => note('sql-instance', 'MSSQLSERVER', mode));
  const fact = factOf(sqlServers, ...rows, note('sql-instance'), note('sql-instances', 'listed'));
  expect(fact.map(({ loginMode }) => loginMode)).toEqual([1, 2, null, null, null, null]);
  expect(fact.map(({ name }) => name)).toEqual([...rows.map(() => 'MSSQLSERVER'), '']);
  expect(faultOf(sqlServers, ...rows)).toBe('the instances of SQL Server are not told');
});

it('startup programs, without the settings of their folder', () => {
  const rows = [
    note('startup', 'HKLM:\\…\\Run', 'SecurityHealth', 'SecurityHealthSystray.exe'),
    note('startup', 'C:\\Startup', 'Desktop.ini', 'Desktop.ini'),
    note('startup'),
  ];
  expect(factOf(startupPrograms, ...rows, note('startups', 'listed'))).toEqual([
    { source: 'HKLM:\\…\\Run', name: 'SecurityHealth', program: 'SecurityHealthSystray.exe' },
    { source: '', name: '', program: '' },
  ]);
  expect(faultOf(startupPrograms, ...rows)).toBe('the startup programs are not told');
});

it('updates, the newest last, those without a day first', () => {
  const rows = [
    ['KB3', '3/12/2026'],
    ['KB1', ' 12/9/2025 '],
    ['KB2', '01/02/2026'],
    ['KB0', '13. 3. 2026'],
    ['KBx', 'on 3/12/2026'],
    ['KBy', '3/12/20261'],
    ['KBz', '3/12/2026 0:00'],
  ].map(([id = '', day = '']) => note('update', id, 'Security Update', day));
  const { updates } = factOf(windowsUpdates, ...rows, note('update'), note('updates', 'listed'));
  expect(updates.map(({ id, day }) => [id, day])).toEqual([
    ['KB0', ''],
    ['KBx', ''],
    ['KBy', ''],
    ['KBz', ''],
    ['', ''],
    ['KB1', '2025-12-09'],
    ['KB2', '2026-01-02'],
    ['KB3', '2026-03-12'],
  ]);
  expect(updates.map(({ about }) => about).filter((about) => about !== 'Security Update')).toEqual(['']);
  expect(faultOf(windowsUpdates, ...rows)).toBe('the updates are not told');
});

describe('volumes', () => {
  const rows = [note('volume', 'C:', 'ntfs'), note('volume')];
  const locked = [note('bitlocker', 'C:', '1'), note('bitlocker', 'D:', '0'), note('bitlocker')];

  it('with their protection', () => {
    const fact = factOf(fixedVolumes, ...rows, note('volumes', 'listed'), ...locked, note('bitlockers', 'listed'));
    expect(fact.volumes).toEqual([
      { name: 'C:', fileSystem: 'NTFS' },
      { name: '', fileSystem: '' },
    ]);
    expect([...(fact.bitlocker ?? [])]).toEqual([
      ['C:', true],
      ['D:', false],
      ['', false],
    ]);
  });

  it('without BitLocker, even where its list began', () => {
    const fact = factOf(fixedVolumes, note('volumes', 'listed'), ...locked, note('bitlockers', 'no-class'));
    expect(fact.bitlocker).toBeNull();
  });

  it('are not told where either list has no end', () => {
    expect(faultOf(fixedVolumes, ...rows, note('volumes', 'listed'))).toBe('the volumes are not told');
    expect(faultOf(fixedVolumes, ...rows, note('bitlockers', 'listed'))).toBe('the volumes are not told');
    expect(faultOf(fixedVolumes, note('volumes', 'listed'), note('bitlockers'))).toBe('the volumes are not told');
  });
});
