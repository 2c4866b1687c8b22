// Documents: what is taken, how versions and sharing work, and what other accounts may see.
import {
  CreateDocumentCommand,
  DeleteDocumentCommand,
  DescribeDocumentCommand,
  DescribeDocumentPermissionCommand,
  GetDocumentCommand,
  ListDocumentsCommand,
  ListDocumentVersionsCommand,
  ModifyDocumentPermissionCommand,
  UpdateDocumentCommand,
  UpdateDocumentDefaultVersionCommand,
} from '@aws-sdk/client-ssm';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import { assumed, bareRoot, central, clientsOf, member, seoul, smallWorld, virginia } from '../lab-fixture.ts';

let lab: Lab;
let owner: SSMClient;
let other: SSMClient;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  owner = clientsOf(lab, lab.centralCredentials).ssm;
  other = clientsOf(lab, await assumed(lab)).ssm;
});
afterAll(() => lab.close());

const content = (command: string, more: object = {}): string =>
  JSON.stringify({
    schemaVersion: '2.2',
    description: 'test',
    mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand: [command] } }],
    ...more,
  });
const create = (Name: string, Content = content(Name)) =>
  owner.send(new CreateDocumentCommand({ Name, Content, DocumentType: 'Command', DocumentFormat: 'JSON' }));
const arn = (name: string, region = seoul): string => `arn:aws:ssm:${region}:${central}:document/${name}`;
const share = (Name: string, more: object) =>
  owner.send(new ModifyDocumentPermissionCommand({ Name, PermissionType: 'Share', ...more }));

describe('CreateDocument', () => {
  test('answers with the SHA-256 of the content', async () => {
    const text = content('true', { parameters: { Url: { type: 'String', allowedPattern: '^x$' } } });
    const { DocumentDescription } = await create('Hashed', text);
    expect(DocumentDescription).toMatchObject({
      Hash: createHash('sha256').update(text).digest('hex'),
      HashType: 'Sha256',
      DocumentVersion: '1',
      PlatformTypes: ['Linux', 'MacOS'],
      Parameters: [{ Name: 'Url', Type: 'String' }],
      Owner: central,
    });
    const { Document } = await owner.send(new DescribeDocumentCommand({ Name: 'Hashed' }));
    expect(Document?.Status).toBe('Active');
  });

  test.each([
    ['a name AWS keeps', 'AWS-Mine', content('true'), 'ValidationException'],
    ['a short name', 'ab', content('true'), 'ValidationException'],
    ['no JSON', 'Broken', '{', 'InvalidDocumentContent'],
    ['an unknown schema', 'Broken', content('true', { schemaVersion: '9' }), 'InvalidDocumentContent'],
    ['an unknown key', 'Broken', content('true', { outputs: [] }), 'InvalidDocumentContent'],
    ['an unknown type', 'Broken', content('', { parameters: { A: { type: 'Integer' } } }), 'InvalidDocumentContent'],
    [
      'a broken pattern',
      'Broken',
      content('', { parameters: { A: { type: 'String', allowedPattern: '(' } } }),
      'InvalidDocumentContent',
    ],
    ['no steps', 'Broken', content('true', { mainSteps: [] }), 'InvalidDocumentContent'],
    ['more than 64 KB', 'Large', content('x'.repeat(65_536)), 'MaxDocumentSizeExceeded'],
  ])('refuses %s', async (_, name, text, error) => {
    await expect(create(name, text)).rejects.toMatchObject({ name: error });
  });

  test('refuses a name that is taken, and takes it in another Region', async () => {
    await create('Taken');
    await expect(create('Taken')).rejects.toMatchObject({ name: 'DocumentAlreadyExists' });
    const elsewhere = clientsOf(lab, lab.centralCredentials, virginia).ssm;
    await elsewhere.send(new CreateDocumentCommand({ Name: 'Taken', Content: content('x'), DocumentType: 'Command' }));
  });
});

describe('versions', () => {
  test('are added to the latest, and only the default is used', async () => {
    await create('Versioned', content('one'));
    const update = (Content: string, DocumentVersion?: string) =>
      owner.send(new UpdateDocumentCommand({ Name: 'Versioned', Content, DocumentVersion }));
    await expect(update(content('two'))).rejects.toMatchObject({ name: 'InvalidDocumentVersion' });
    await expect(update(content('one'), '$LATEST')).rejects.toMatchObject({ name: 'DuplicateDocumentContent' });
    await update(content('two'), '$LATEST');
    await expect(update(content('three'), '1')).rejects.toMatchObject({ name: 'InvalidDocumentVersion' });
    await expect(update(content('one'), '2')).rejects.toMatchObject({ name: 'DuplicateDocumentContent' });

    const read = async (DocumentVersion?: string) =>
      (await owner.send(new GetDocumentCommand({ Name: 'Versioned', DocumentVersion }))).Content;
    expect(await read()).toBe(content('one'));
    expect(await read('$LATEST')).toBe(content('two'));
    await owner.send(new UpdateDocumentDefaultVersionCommand({ Name: 'Versioned', DocumentVersion: '2' }));
    expect(await read()).toBe(content('two'));
    expect(await read('1')).toBe(content('one'));
    await expect(read('3')).rejects.toMatchObject({ name: 'InvalidDocumentVersion' });

    const { DocumentVersions } = await owner.send(new ListDocumentVersionsCommand({ Name: 'Versioned' }));
    expect(DocumentVersions?.map((one) => [one.DocumentVersion, one.IsDefaultVersion])).toEqual([
      ['1', false],
      ['2', true],
    ]);
  });
});

describe('sharing', () => {
  test('lets the account in by ARN, in the same Region only', async () => {
    await create('Shared');
    const read = (Name: string, by = other) => by.send(new GetDocumentCommand({ Name }));
    await expect(read(arn('Shared'))).rejects.toMatchObject({ name: 'InvalidDocument' });
    await share('Shared', { AccountIdsToAdd: [member] });
    expect((await read(arn('Shared'))).Content).toBe(content('Shared'));
    await expect(read('Shared')).rejects.toMatchObject({ name: 'InvalidDocument' });
    const far = clientsOf(lab, await assumed(lab), virginia).ssm;
    await expect(read(arn('Shared'), far)).rejects.toMatchObject({ name: 'InvalidDocument' });

    const permission = new DescribeDocumentPermissionCommand({ Name: 'Shared', PermissionType: 'Share' });
    expect(await owner.send(permission)).toMatchObject({
      AccountIds: [member],
      AccountSharingInfoList: [{ AccountId: member, SharedDocumentVersion: '$DEFAULT' }],
    });
    await expect(owner.send(new DeleteDocumentCommand({ Name: 'Shared' }))).rejects.toMatchObject({
      name: 'InvalidDocumentOperation',
    });
    await share('Shared', { AccountIdsToRemove: [member] });
    await expect(read(arn('Shared'))).rejects.toMatchObject({ name: 'InvalidDocument' });
    await owner.send(new DeleteDocumentCommand({ Name: 'Shared' }));
  });

  test('shows the version shared and no other', async () => {
    await create('Pinned', content('old'));
    await owner.send(new UpdateDocumentCommand({ Name: 'Pinned', Content: content('new'), DocumentVersion: '1' }));
    await share('Pinned', { AccountIdsToAdd: [member] });
    const read = (DocumentVersion?: string) =>
      other.send(new GetDocumentCommand({ Name: arn('Pinned'), DocumentVersion }));
    expect((await read()).Content).toBe(content('old'));
    await expect(read('2')).rejects.toMatchObject({ name: 'InvalidDocument' });
    await share('Pinned', { AccountIdsToAdd: [member], SharedDocumentVersion: '$ALL' });
    expect((await read('2')).Content).toBe(content('new'));
  });

  test('takes twenty accounts a call', async () => {
    await create('Wide');
    const ids = Array.from({ length: 21 }, (_, index) => String(500_000_000_000 + index));
    await share('Wide', { AccountIdsToAdd: ids.slice(0, 20) });
    await expect(share('Wide', { AccountIdsToAdd: ids })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(share('Wide', { AccountIdsToAdd: ['12'] })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(share('Wide', { PermissionType: 'Give' })).rejects.toMatchObject({ name: 'InvalidPermissionType' });
  });

  test('is for the owner to change', async () => {
    await create('Mine');
    await share('Mine', { AccountIdsToAdd: [member] });
    const steal = new ModifyDocumentPermissionCommand({
      Name: arn('Mine'),
      PermissionType: 'Share',
      AccountIdsToAdd: ['500000000000'],
    });
    await expect(other.send(steal)).rejects.toMatchObject({ name: 'InvalidDocument' });
  });
});

test('lists show own documents and those of AWS, by owner and name', async () => {
  const names = async (Filters: { Key: string; Values: string[] }[]) =>
    (await other.send(new ListDocumentsCommand({ Filters }))).DocumentIdentifiers?.map((one) => one.Name);
  expect(await names([{ Key: 'Owner', Values: ['Amazon'] }])).toEqual(['AWS-RunShellScript']);
  expect(await names([{ Key: 'Owner', Values: ['Self'] }])).toEqual([]);
  const { DocumentIdentifiers } = await owner.send(
    new ListDocumentsCommand({ DocumentFilterList: [{ key: 'Owner', value: 'Self' }], MaxResults: 50 }),
  );
  expect(DocumentIdentifiers?.map((one) => one.Name)).toContain('Hashed');
});
