// bongsu doctor --policies: the least-privilege policies of this configuration, made from the calls that the code declares, and where each is put.
import type { Aws, AwsSettings } from '@bongsu/aws';
import { CliError } from '../cli-error.ts';
import type { Config } from '../config/schema.ts';
import { awsOf, awsSettings } from '../wire.ts';
import type { Session } from './session.ts';

/** Exit code 0; 1 where AWS would not take one of them as it is. What to do with each is said to who waits, and stands in `attach`. */
export async function policies(
  config: Config,
  organizationId: string | undefined,
  { screen, say }: Session,
): Promise<number> {
  if (organizationId !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organizationId))
    throw new CliError('bad-input', `--organization ${JSON.stringify(organizationId)}: an id such as o-a1b2c3d4e5`);
  const { policySet, tooLong } = await import('@bongsu/aws');
  const aws = await awsOf(config);
  const settings = awsSettings(config);
  const accountIds = organizationId === undefined ? await writersOf(aws, settings) : undefined;
  const set = policySet(settings, await aws.identity(), { organizationId, accountIds });
  screen.json(set);
  for (const { policy, as, to, accounts, characters, charactersMax } of set.attach) {
    const where = {
      account: accounts.map((one) => (one === '*' ? say('policies.every') : one)).join(', '),
      to: to ?? say('policies.chosen'),
    };
    const size = charactersMax === null ? { characters } : { characters: `${characters}/${charactersMax}` };
    screen.say(say('policies.attach', { policy, as: say(`policies.${as}`), ...where, ...size }));
  }
  const long = tooLong(set);
  for (const { policy, characters, charactersMax } of long)
    screen.say(say('policies.long', { policy, characters, most: charactersMax ?? 0 }));
  return long.length === 0 ? 0 : 1;
}

/** Where hosts put results with their own role, and no organisation is named: the accounts that are there now. */
async function writersOf(aws: Aws, { roleDelivery }: AwsSettings): Promise<readonly string[] | undefined> {
  if (!roleDelivery) return undefined;
  const accounts = await aws.estate.accounts();
  const [gap] = accounts.gaps;
  if (gap)
    throw new CliError(
      'bad-input',
      `${gap.call}: ${gap.code}; give --organization, or grant ${gap.missingPermission ?? gap.call}`,
    );
  return accounts.items.filter((one) => one.status === 'ACTIVE').map((one) => one.accountId);
}
