// The configuration that init writes loads; a broken one is refused with file, line, field and remedy.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CliError } from '../cli-error.ts';
import { configLoad, environmentOverrides } from './load.ts';
import type { Config } from './schema.ts';
import { storePlaceOf } from './store-place.ts';
import { configTemplate } from './template.ts';

const answers = {
  accounts: 'organization',
  roleName: 'BongsuMember',
  externalId: 'bongsu-x1',
  regions: 'enabled',
  centralRegion: 'ap-northeast-2',
  profile: null,
  bucketName: 'my-exchange',
  rings: 'all-at-once',
} as const;

async function file(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'bongsu-config-')), 'bongsu.yaml');
  await writeFile(path, text);
  return path;
}

async function faultOf(text: string): Promise<string> {
  const fault = await configLoad(await file(text)).then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(CliError);
  expect((fault as CliError).exitCode).toBe(2);
  return (fault as CliError).message;
}

it('loads what init writes, for an organisation and for a list', async () => {
  const config = await configLoad(await file(configTemplate(answers)));
  expect(config).toMatchObject({
    accounts: { organization: true },
    regions: 'enabled',
    limits: { urlSeconds: 1800 },
    exclusions: [],
  });
  const list = configTemplate({ ...answers, accounts: ['012345678901'], regions: ['us-east-1'], profile: "a'b" });
  expect(await configLoad(await file(list))).toMatchObject({
    accounts: { list: ['012345678901'] },
    central: { profile: "a'b" },
  });
});

it('environment overrides the file, flags override both', async () => {
  const path = await file(configTemplate(answers));
  const environment = environmentOverrides({
    BONGSU_REGIONS: 'us-east-1,eu-west-1',
    BONGSU_BUCKET: 'from-environment',
  });
  const config = await configLoad(path, environment, { bucket: 'from-flag' });
  expect(config).toMatchObject({ regions: ['us-east-1', 'eu-west-1'], bucket: { name: 'from-flag' } });
});

it('names file, line, field and rule', async () => {
  const text = configTemplate(answers);
  const broken = text.replace('name: "my-exchange"', 'name: "My_Exchange"');
  const line = broken.split('\n').findIndex((one) => one.includes('My_Exchange')) + 1;
  expect(await faultOf(broken)).toMatch(new RegExp(`bongsu\\.yaml:${line}: bucket\\.name: a bucket name has`));
  expect(await faultOf(text.replace('organization: true', 'list: [12345678901]'))).toContain('accounts');
  expect(await faultOf(text.replace('deliverySeconds: 600', 'deliverySeconds: 5'))).toContain('limits.deliverySeconds');
  expect(await faultOf(`${text}\nbukcet: 1\n`)).toContain('bukcet');
  expect(await faultOf('version: [1')).toMatch(/bongsu\.yaml:\d+: /);
  expect(await faultOf('')).toContain('bongsu init');
});

it('says in plain words what a field lacks, and which name was meant', async () => {
  const stock = configTemplate(answers);
  const faults: readonly (readonly [text: string, said: RegExp])[] = [
    ['', /bongsu\.yaml: is empty: "bongsu init"/],
    ['\u0001\u0002 %PDF', /bongsu\.yaml/],
    ['- a\n- b\n', /holds no fields/],
    ['hello', /holds no fields/],
    [stock.replace('limits:', 'limit:'), /:\d\d: file: there is no field "limit"; "limits" is meant\?/],
    [stock.replace('deadlineSeconds', 'deadlineSecond'), /:\d\d: campaign: .*"deadlineSeconds" is meant/],
    [
      stock.replace('deadlineSeconds: 86400', 'deadlineSeconds: -5'),
      /campaign\.deadlineSeconds: is too small: 60 is the least/,
    ],
    [stock.replace('concurrency: 10', 'concurrency: 1e99'), /limits\.concurrency: is too large/],
    [stock.replace('concurrency: 10', 'concurrency: "ten"'), /limits\.concurrency: is text: it takes a number/],
    [stock.replace('windows: []', 'windows:'), /windows: is empty: give it a list, or take the line out/],
    [stock.replace('store: .bongsu', 'store: [a]'), /store: is a list: it takes text/],
    [stock.replace(/bucket:\n {2}name.*\n {2}region.*\n/, ''), /bucket: is missing: fields/],
    [stock.replace('organization: true', 'list: [012345678901]'), /accounts: .*in quotes/],
    [stock.replace('["100%"]', '["0%"]'), /campaign\.rings\.0: a number of hosts/],
    [stock.replace('["100%"]', '["100.5%"]'), /campaign\.rings\.0: a number of hosts/],
    [
      stock.replace('schedules: []', 'schedules: [{ name: a, cron: "* * * * * *" }]'),
      /schedules\.0\.cron: .*five fields/,
    ],
    [
      stock.replace('schedules: []', 'schedules: [{ name: a, cron: "2031-01-01T00:00:00" }]'),
      /schedules\.0\.cron: .*five fields/,
    ],
  ];
  for (const [text, said] of faults) expect(await faultOf(text)).toMatch(said);
});

it('says what to do where there is no file', async () => {
  await expect(configLoad('/nonexistent/bongsu.yaml')).rejects.toThrow(/bongsu init/);
});

it('reads how to judge and score, and refuses names and values that cannot be, with their lines', async () => {
  const stock = configTemplate(answers);
  const judging = (text: string): string =>
    stock.replace(/judging:\n {2}profile: strict\n {2}parameters: \{\}\n/, text);
  const good = 'judging:\n  profile: distro-aware\n  parameters:\n    file.shadow-permissions: { shadowGroup: true }\n';
  expect((await configLoad(await file(judging(good)))).judging).toEqual({
    profile: 'distro-aware',
    parameters: { 'file.shadow-permissions': { shadowGroup: true } },
  });
  const line =
    judging(good)
      .split('\n')
      .findIndex((text) => text.includes('shadowGroup: true')) + 1;
  const faults: readonly (readonly [from: string, to: string, said: string])[] = [
    ['shadowGroup: true', 'shadowGroup: "yes"', 'expects true or false'],
    ['shadowGroup', 'shadowgroup', 'it has: shadowGroup'],
    ['file.shadow-permissions', 'file.shadows', 'there is no unit "file.shadows"'],
  ];
  for (const [from, to, said] of faults) {
    const fault = await faultOf(judging(good.replace(from, to)));
    expect(fault).toContain(said);
    expect(fault).toContain(`:${line}: judging.parameters.`);
  }
  expect(await faultOf(stock.replace('profile: strict', 'profile: lenient'))).toContain('strict, distro-aware');
  expect(await faultOf(stock.replace('high: 3', 'high: -3'))).toContain('score.weights.high');
});

it('schedules by association: what State Manager can keep, and what is said of the rest', async () => {
  const stock = configTemplate(answers);
  const schedules = (...all: string[]): string => stock.replace('schedules: []', `schedules: [${all.join(', ')}]`);
  const loaded = await configLoad(
    await file(
      schedules(
        '{ name: a, rate: 12 hours, delivery: association }',
        '{ name: b, cron: "0 2 * * 6", delivery: association }',
        '{ name: c, cron: "0 2 1 1 *" }',
      ),
    ),
  );
  expect(loaded.schedules.map(({ name, cron, delivery }) => [name, cron, delivery])).toEqual([
    ['a', 'rate(12 hours)', 'association'],
    ['b', '0 2 * * 6', 'association'],
    ['c', '0 2 1 1 *', undefined],
  ]);
  for (const [given, said] of [
    ['{ name: a, cron: "0 2 1 1 *", delivery: association }', 'no months to choose from'],
    [
      '{ name: a, cron: "0 2 * * *", timeZone: Europe/Paris, delivery: association }',
      'not always the same whole hours',
    ],
    ['{ name: a, rate: 20 minutes, delivery: association }', 'no rate below 30 minutes, this one is 20'],
    ['{ name: a, rate: 12 hours }', 'only a schedule by association has a rate'],
    ['{ name: a, rate: 12 hours, cron: "0 2 * * *", delivery: association }', 'either cron or rate'],
    ['{ name: a, delivery: association }', 'either cron or rate'],
    ['{ name: a, cron: "0 2 * * *", delivery: role }', '"association", or nothing'],
    [
      '{ name: a, cron: "0 2 * * *", delivery: association, blackouts: [{ from: 2026-12-24, to: 2027-01-02, why: x }] }',
      'no days to leave out',
    ],
  ] as const)
    expect(await faultOf(schedules(given))).toContain(said);
  const many = Array.from({ length: 21 }, (_, index) => `{ name: s${index}, rate: 12 hours, delivery: association }`);
  expect(await faultOf(schedules(...many))).toContain('a node takes 20 associations');
  expect((await configLoad(await file(schedules(...many.slice(1))))).schedules).toHaveLength(20);
});

it('the database and the place of the evidence: what each may be, and what is said of the rest', async () => {
  const stock = configTemplate(answers);
  const evidence = (given: string): string => stock.replace('evidence: { kind: folder }', given);
  const loaded = await configLoad(
    await file(
      `${evidence('evidence: { kind: s3, bucket: audit, retentionDays: 3 }')}\ndatabase: { environment: FLEET_DB }\n`,
    ),
  );
  expect(loaded.evidence).toEqual({ kind: 's3', bucket: 'audit', prefix: 'evidence/', retentionDays: 3 });
  expect((await configLoad(await file(stock))).evidence).toEqual({ kind: 'folder' });
  expect(await faultOf(evidence('evidence: { kind: s3, prefix: "a/../b" }'))).toContain('a prefix ends in "/"');
  expect(await faultOf(evidence('evidence: { kind: s3, retentionDays: 0 }'))).toContain('evidence.retentionDays');
  const secret = await faultOf(`${stock}\ndatabase: { url: "mysql://u:hunter2@h/d" }\n`);
  expect(secret).toContain('postgresql://user@host:5432/database');
  expect(secret).not.toContain('hunter2');

  const place = (database: Config['database'], environment: Record<string, string>) =>
    storePlaceOf('s', database === undefined ? null : { database }, environment).databaseUrl;
  const [url, other] = ['postgresql://a@h/d', 'postgresql://b@h/d'];
  expect(place(undefined, {})).toBeUndefined();
  expect(place(undefined, { DATABASE_URL: url })).toBe(url);
  expect(place(undefined, { DATABASE_URL: '' })).toBeUndefined();
  expect(place('none', { DATABASE_URL: url })).toBeUndefined();
  expect(place({ url: other }, { DATABASE_URL: url })).toBe(url);
  expect(place({ url: other }, {})).toBe(other);
  expect(place({ environment: 'FLEET_DB' }, { DATABASE_URL: url, FLEET_DB: other })).toBe(other);
  expect(() => place({ environment: 'FLEET_DB' }, { DATABASE_URL: url })).toThrow('the environment has no FLEET_DB');
});

it('results may have a queue, which is not that of instances', async () => {
  const url = 'https://sqs.ap-northeast-2.amazonaws.com/111111111111/bongsu-results';
  const withQueue = configTemplate(answers).replace(/# (resultQueue: \S+)/, '$1');
  expect((await configLoad(await file(withQueue))).campaign.resultQueue).toBe(url);
  expect((await configLoad(await file(configTemplate(answers)))).campaign.resultQueue).toBeUndefined();
  expect(await faultOf(withQueue.replace(url, 'arn:aws:sqs:x:1:q'))).toContain('looks like https://sqs.');
  expect(await faultOf(`${withQueue}\nevents: { queueUrl: "${url}" }\n`)).toContain('need a queue each');
});
