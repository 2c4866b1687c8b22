// Who may list the accounts of the organisation, and in which pages.
import { DescribeOrganizationCommand, ListAccountsCommand, paginateListAccounts } from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { assumed, bareRoot, central, clientsOf, smallWorld } from './lab-fixture.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
});
afterAll(() => lab.close());

test('every account comes once, at most twenty a page', async () => {
  const client = clientsOf(lab, lab.centralCredentials).organizations;
  const sizes: number[] = [];
  const ids = new Set<string>();
  for await (const page of paginateListAccounts({ client }, {})) {
    sizes.push(page.Accounts?.length ?? 0);
    for (const account of page.Accounts ?? []) ids.add(`${account.Id} ${account.Status}`);
  }
  expect(sizes).toEqual([20, 20, 5]);
  expect(ids.size).toBe(smallWorld.accounts.length);
  expect(ids).toContain('400000000000 SUSPENDED');
});

test('page sizes over twenty and made-up tokens are refused', async () => {
  const { organizations } = clientsOf(lab, lab.centralCredentials);
  await expect(organizations.send(new ListAccountsCommand({ MaxResults: 21 }))).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(organizations.send(new ListAccountsCommand({ NextToken: 'MjA' }))).rejects.toMatchObject({
    name: 'InvalidInputException',
  });
});

test('a member learns of its organisation, not of its accounts', async () => {
  const { organizations } = clientsOf(lab, await assumed(lab));
  const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
  expect(Organization).toMatchObject({ MasterAccountId: central, FeatureSet: 'ALL' });
  await expect(organizations.send(new ListAccountsCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});
