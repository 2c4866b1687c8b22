// The wall between the SDK's shapes and ours: words we do not know, accounts and Regions that cannot be read.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cannedEndpoint, json, jsonError, member, openCanned, region, xmlError } from './testing/canned-endpoint.ts';
import type { Canned, CannedEndpoint } from './testing/canned-endpoint.ts';

let endpoint: CannedEndpoint;
beforeEach(async () => {
  endpoint = await cannedEndpoint(process.env);
});
afterEach(() => endpoint.close());

const place = { accountId: member, region };
const xml = (operation: string, inside: string): Canned => ({
  body: `<${operation}Response>${inside}</${operation}Response>`,
});

describe('accounts', () => {
  const account = (id: string, members: object) => ({ Id: id, Name: `name ${id}`, ...members });

  test('come from all pages, excluded ones left out, unreadable ones with a gap', async () => {
    const { estate } = await openCanned(endpoint, { accounts: { kind: 'organization', exclude: ['3'] } });
    endpoint.on(
      'ListAccounts',
      json({ Accounts: [account('1', { State: 'ACTIVE' }), account('2', { Status: 'SUSPENDED' })], NextToken: 'n' }),
      json({ Accounts: [account('3', { State: 'ACTIVE' }), account('4', { State: 'CLOSED', Status: 'SUSPENDED' })] }),
    );
    const seen = await estate.accounts();
    expect(seen.items.map((one) => [one.accountId, one.status])).toEqual([
      ['1', 'ACTIVE'],
      ['2', 'SUSPENDED'],
      ['4', 'SUSPENDED'],
    ]);
    expect(seen.gaps).toMatchObject([
      { accountId: '2', code: 'AccountSuspended' },
      { accountId: '4', code: 'AccountSuspended' },
    ]);
  });

  test('in a state we do not know are a gap and not active', async () => {
    const { estate } = await openCanned(endpoint);
    endpoint.on('ListAccounts', json({ Accounts: [account('1', { State: 'FROZEN' })] }));
    const seen = await estate.accounts();
    expect(seen.items).toEqual([]);
    expect(seen.gaps).toMatchObject([
      { accountId: '1', code: 'UnknownWord', message: expect.stringContaining('FROZEN') },
    ]);
  });

  test('of an organisation that may not be read are a gap, not an empty estate', async () => {
    const { estate } = await openCanned(endpoint);
    endpoint.on('ListAccounts', jsonError('AccessDeniedException'));
    const seen = await estate.accounts();
    expect(seen.gaps).toMatchObject([{ accountId: null, missingPermission: 'organizations:ListAccounts' }]);
  });

  test('of a list are taken as they stand', async () => {
    const { estate } = await openCanned(endpoint, { accounts: { kind: 'list', accountIds: ['1', '1', '2'] } });
    expect((await estate.accounts()).items.map((one) => one.accountId)).toEqual(['1', '2']);
  });
});

describe('Regions', () => {
  const regions = (...given: [string, string][]) =>
    xml(
      'DescribeRegions',
      `<regionInfo>${given.map(([name, status]) => `<item><regionName>${name}</regionName><optInStatus>${status}</optInStatus></item>`).join('')}</regionInfo>`,
    );
  const three = regions(['a-1', 'opt-in-not-required'], ['b-1', 'opted-in'], ['c-1', 'not-opted-in']);

  test('are those that the account has enabled', async () => {
    const { estate } = await openCanned(endpoint);
    endpoint.on('DescribeRegions', three);
    expect(await estate.regions(member)).toEqual({ items: ['a-1', 'b-1'], gaps: [] });
  });

  test('that are configured but not enabled are gaps', async () => {
    const { estate } = await openCanned(endpoint, { regions: ['b-1', 'c-1', 'd-1', 'b-1'] });
    endpoint.on('DescribeRegions', three);
    const seen = await estate.regions(member);
    expect(seen.items).toEqual(['b-1']);
    expect(seen.gaps).toMatchObject([
      { region: 'c-1', code: 'RegionNotEnabled' },
      { region: 'd-1', code: 'RegionNotEnabled' },
    ]);
  });

  test('that are configured are still read where the list may not be', async () => {
    const { estate } = await openCanned(endpoint, { regions: ['b-1'] });
    endpoint.on('DescribeRegions', xmlError('UnauthorizedOperation'));
    const seen = await estate.regions(member);
    expect(seen.items).toEqual(['b-1']);
    expect(seen.gaps).toMatchObject([{ missingPermission: 'ec2:DescribeRegions' }]);
  });

  test('of an account without a session are one gap and no attempts', async () => {
    const { estate } = await openCanned(endpoint, { regions: ['a-1', 'b-1'] });
    endpoint.on('AssumeRole', xmlError('AccessDenied'));
    const seen = await estate.regions(member);
    expect(seen.items).toEqual([]);
    expect(seen.gaps).toMatchObject([{ accountId: member, region: null, call: 'sts:AssumeRole' }]);
  });

  test('in a status we do not know are a gap', async () => {
    const { estate } = await openCanned(endpoint);
    endpoint.on('DescribeRegions', regions(['a-1', 'maybe']));
    expect((await estate.regions(member)).gaps).toMatchObject([{ code: 'UnknownWord' }]);
  });
});

describe('instances', () => {
  const instance = (id: string, state: string, more = '') =>
    `<item><instanceId>${id}</instanceId><instanceState><name>${state}</name></instanceState>${more}</item>`;
  const reservations = (...items: string[]) =>
    xml(
      'DescribeInstances',
      `<reservationSet>${items.map((item) => `<item><instancesSet>${item}</instancesSet></item>`).join('')}</reservationSet>`,
    );

  test('are translated, the terminated left out and those shutting down kept', async () => {
    const { estate } = await openCanned(endpoint);
    const tags =
      '<tagSet><item><key>Name</key><value>web-1</value></item><item><key>__proto__</key><value>x</value></item></tagSet>';
    const more = `<imageId>ami-1</imageId><instanceType>t3.micro</instanceType><launchTime>2026-01-02T03:04:05.000Z</launchTime><privateIpAddress>10.0.0.1</privateIpAddress><platformDetails>Linux/UNIX</platformDetails><iamInstanceProfile><arn>arn:aws:iam::111122223333:instance-profile/web</arn><id>AIPA1</id></iamInstanceProfile>${tags}`;
    endpoint.on(
      'DescribeInstances',
      reservations(instance('i-1', 'running', more) + instance('i-2', 'terminated'), instance('i-3', 'shutting-down')),
    );
    const seen = await estate.instances(place);
    expect(seen.gaps).toEqual([]);
    expect(seen.items.map((one) => one.instanceId)).toEqual(['i-1', 'i-3']);
    expect(seen.items[0]).toEqual({
      ...place,
      instanceId: 'i-1',
      state: 'running',
      name: 'web-1',
      tags: Object.fromEntries([
        ['Name', 'web-1'],
        ['__proto__', 'x'],
      ]),
      imageId: 'ami-1',
      instanceType: 't3.micro',
      launchedAt: '2026-01-02T03:04:05.000Z',
      privateIp: '10.0.0.1',
      platformDetails: 'Linux/UNIX',
      profileArn: 'arn:aws:iam::111122223333:instance-profile/web',
    });
    // Asked for, and there is none.
    expect(seen.items[1]?.profileArn).toBeNull();
  });

  test('in a state we do not know stay, said to be unknown', async () => {
    const { estate } = await openCanned(endpoint);
    endpoint.on('DescribeInstances', reservations(instance('i-1', 'hibernating')));
    const seen = await estate.instances(place);
    expect(seen.items.map((one) => one.state)).toEqual(['unknown']);
    expect(seen.gaps).toMatchObject([
      { ...place, code: 'UnknownWord', message: expect.stringContaining('hibernating') },
    ]);
  });

  test.each<[string, Canned]>([
    ['an empty body', { body: '' }],
    ['a page of a captive portal', { body: '<html>Sign in</html>' }],
    ['an answer cut short', { body: '<DescribeInstancesResponse><reservationSet><item>' }],
    ['no answer in time', 'silent'],
    ['a broken connection', 'reset'],
    ['a page of a proxy', { status: 403, body: '<html>' }],
  ])('after %s are a gap, not an empty Region', async (_, answer) => {
    const { estate } = await openCanned(endpoint);
    endpoint.on('DescribeInstances', answer);
    const seen = await estate.instances(place);
    expect(seen.items).toEqual([]);
    expect(seen.gaps).toMatchObject([{ ...place, call: 'ec2:DescribeInstances', missingPermission: null }]);
  });
});

describe('nodes', () => {
  const node = (id: string, ping: string) => ({
    InstanceId: id,
    PingStatus: ping,
    PlatformType: 'Linux',
    LastPingDateTime: 1_767_323_045,
  });

  test('include hybrid ones, from all pages', async () => {
    const { estate } = await openCanned(endpoint);
    endpoint.on(
      'DescribeInstanceInformation',
      json({ InstanceInformationList: [node('i-1', 'Online')], NextToken: 'n' }),
      json({ InstanceInformationList: [node('mi-1', 'ConnectionLost')] }),
    );
    const seen = await estate.nodes(place);
    expect(seen.items.map((one) => [one.instanceId, one.pingStatus])).toEqual([
      ['i-1', 'Online'],
      ['mi-1', 'ConnectionLost'],
    ]);
    expect(seen.items[0]?.lastPingAt).toBe('2026-01-02T03:04:05.000Z');
    expect(JSON.parse(endpoint.asked.at(-1)?.body ?? '')).toEqual({ MaxResults: 50, NextToken: 'n' });
  });

  test('with a ping status we do not know are left out with one gap', async () => {
    const { estate } = await openCanned(endpoint);
    const list = [node('i-1', 'Dozing'), node('i-2', 'Online'), node('i-3', 'Dozing')];
    endpoint.on('DescribeInstanceInformation', json({ InstanceInformationList: list }));
    const seen = await estate.nodes(place);
    expect(seen.items.map((one) => one.instanceId)).toEqual(['i-2']);
    expect(seen.gaps).toMatchObject([
      { ...place, code: 'UnknownWord', message: 'the ping status Dozing is not known (2 items)' },
    ]);
  });

  test('keep what came before a page that was throttled', async () => {
    const { estate } = await openCanned(endpoint);
    const first = json({ InstanceInformationList: [node('i-1', 'Online')], NextToken: 'n' });
    endpoint.on('DescribeInstanceInformation', first, jsonError('ThrottlingException'));
    const seen = await estate.nodes(place);
    expect(seen.items).toHaveLength(1);
    expect(seen.gaps).toMatchObject([
      { ...place, call: 'ssm:DescribeInstanceInformation', code: 'ThrottlingException' },
    ]);
  });

  test('are halved where one of them is unknown, and all listed where many are', async () => {
    const { estate } = await openCanned(endpoint);
    const [refused, known] = [
      jsonError('InvalidInstanceId'),
      json({ InstanceInformationList: [node('i-1', 'Online')] }),
    ];
    endpoint.on('DescribeInstanceInformation', refused, refused, known);
    expect(await estate.nodes(place, ['i-0', 'i-1'])).toMatchObject({ items: [{ instanceId: 'i-1' }], gaps: [] });
    const strangers = Array.from({ length: 40 }, (_, index) => `i-9${index}`);
    const all = json({ InstanceInformationList: [node('i-1', 'Online'), node('i-2', 'Online')] });
    const before = endpoint.asked.length;
    endpoint.on('DescribeInstanceInformation', ...Array.from({ length: 11 }, () => refused), all);
    expect(await estate.nodes(place, ['i-1', ...strangers])).toMatchObject({
      items: [{ instanceId: 'i-1' }],
      gaps: [],
    });
    const bodies = endpoint.asked.slice(before).map((one) => JSON.parse(one.body) as object);
    expect([bodies.length, bodies.at(-1)]).toEqual([12, { MaxResults: 50 }]);
  });

  test('are read again after throttling, as often as the settings allow', async () => {
    const { estate } = await openCanned(endpoint, { maxAttempts: 2 });
    endpoint.on(
      'DescribeInstanceInformation',
      jsonError('ThrottlingException'),
      json({ InstanceInformationList: [node('i-1', 'Online')] }),
    );
    expect(await estate.nodes(place)).toMatchObject({ items: [{ instanceId: 'i-1' }], gaps: [] });
  });
});
