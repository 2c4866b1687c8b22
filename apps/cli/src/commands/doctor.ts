// bongsu doctor: tries the configuration line by line and says for each what is good, what to mend, and what could not be seen.
import type { Aws, KmsSigner, Trial } from '@bongsu/aws';
import type { Gap, RoleBinding } from '@bongsu/core';
import { gapWords } from '@bongsu/core';
import { CliError } from '../cli-error.ts';
import { detailIn, errorIn } from '../language/said-in.ts';
import { contentWith } from '../packs/content.ts';
import { tableLines } from '../screen/table.ts';
import type { Config } from '../config/schema.ts';
import { awsOf, awsSettings, withStore } from '../wire.ts';
import type { Session } from './session.ts';
import { queueShown } from './events.ts';
import { configOf, storeOf } from './session.ts';

interface Line {
  readonly check: string;
  readonly outcome: 'good' | 'bad' | 'unread' | 'untried';
  readonly detail: string;
}

export interface DoctorFlags {
  readonly policies?: boolean;
  /** Id of the organisation that the members' trust is limited to. */
  readonly organization?: string;
}

/** Exit code 0 where all is good, else 1. */
export async function doctor(flags: DoctorFlags, session: Session): Promise<number> {
  const { screen, say } = session;
  const config = await configOf(session);
  if (flags.policies) return (await import('./policies.ts')).policies(config, flags.organization, session);
  const lines: Line[] = [];
  const add = (line: Line): void => {
    lines.push(line);
    screen.say(`${say(`doctor.${line.outcome}`)}  ${detailIn(line.check, say)}`);
  };
  await examine(config, session, add);
  if (screen.asJson) screen.json({ checks: lines });
  else {
    const rows = lines.map((line) => [
      say(`doctor.${line.outcome}`),
      detailIn(line.check, say),
      errorIn(line.detail, say),
    ]);
    const colour = { good: 'pass', bad: 'fail', unread: 'unknown', untried: 'manual' } as const;
    const paint = (cell: string, column: number, row: number): string => {
      const line = lines[row];
      return column === 0 && line ? screen.status(colour[line.outcome], cell) : cell;
    };
    const columns = [{ head: say('head.state') }, { head: say('head.check') }, { head: say('head.detail') }];
    for (const line of tableLines(columns, rows, paint)) screen.out(line);
  }
  return lines.every((line) => line.outcome === 'good' || line.outcome === 'untried') ? 0 : 1;
}

async function examine(config: Config, session: Session, add: (line: Line) => void): Promise<void> {
  const place = await storeOf(config, session);
  const { databaseShown } = await import('@bongsu/store');
  await withStore(place, session, async () =>
    add({
      check: 'store',
      outcome: 'good',
      detail: place.databaseUrl === undefined ? config.store : databaseShown(place.databaseUrl),
    }),
  );
  if (config.packs.length > 0) add(await packsLine(config, session));
  const aws = await awsOf(config);
  try {
    const who = await aws.identity();
    add({ check: 'central credentials', outcome: 'good', detail: `${who.accountId} ${who.arn}` });
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    add({
      check: 'central credentials',
      outcome: 'bad',
      detail: `${fault.message}; sign in, or name a profile (central.profile)`,
    });
    return;
  }
  const seconds = await aws.exchange.credentialSeconds();
  const enough = seconds === null || seconds >= config.limits.urlSeconds;
  const life =
    seconds === null ? 'do not expire' : `${Math.floor(seconds)} s left, URLs live ${config.limits.urlSeconds} s`;
  add({ check: 'credential life', outcome: enough ? 'good' : 'bad', detail: life });
  const bucket = await aws.bucketChecks();
  for (const one of bucket.items)
    add({ check: `bucket ${one.check}`, outcome: one.ok ? 'good' : 'bad', detail: one.detail });
  for (const gap of bucket.gaps) add(gapLine('bucket', gap));
  for (const queue of [aws.queue, aws.resultQueue].filter((one) => one !== null)) {
    const check = `queue ${queueShown(queue.url)}`;
    const gaps = await queue.examine();
    for (const gap of gaps) add(gapLine(check, gap));
    if (gaps.length === 0) add({ check, outcome: 'good', detail: queue.url });
  }
  if (awsSettings(config).roleDelivery) add(bindingLine(await aws.exchange.roleBinding()));
  if (aws.signer) add(await signingLine(aws.signer, config));
  const central = await aws.trials.central();
  trialLines('central permissions', central).forEach(add);
  const accounts = await aws.estate.accounts();
  for (const gap of accounts.gaps) add(gapLine('accounts', gap));
  const active = accounts.items.filter((one) => one.status === 'ACTIVE');
  for (const { accountId } of active) await examineAccount(aws, accountId, add);
  const { dryCalls, policySet } = await import('@bongsu/aws');
  const { central: own, member } = policySet(awsSettings(config), await aws.identity());
  const granted = [own, member].flatMap((policy) => policy.Statement);
  const actions = [...new Set(granted.flatMap((statement) => statement.Action))].sort();
  for (const action of actions.filter((one) => !dryCalls.includes(one)))
    add({ check: `permission ${action}`, outcome: 'untried', detail: session.say('doctor.would-change') });
}

/** A role is the same in every Region: what it may do is tried in the first. */
async function examineAccount(aws: Aws, accountId: string, add: (line: Line) => void): Promise<void> {
  const regions = await aws.estate.regions(accountId);
  for (const gap of regions.gaps) add(gapLine(`account ${accountId}`, gap));
  const [region] = regions.items;
  if (regions.gaps.length > 0 || region === undefined) return;
  const lines = trialLines(`account ${accountId}`, await aws.trials.member({ accountId, region }));
  const good: Line = { check: `account ${accountId}`, outcome: 'good', detail: regions.items.join(', ') };
  (lines.some((line) => line.outcome !== 'good') ? lines : [good]).forEach(add);
}

/** What was not there, or one line that all is. */
function trialLines(check: string, trials: readonly Trial[]): Line[] {
  const gaps = trials.flatMap(({ gap }) => gap ?? []);
  if (gaps.length > 0) return gaps.map((gap) => gapLine(check, gap));
  return [{ check, outcome: 'good', detail: trials.map((one) => one.action).join(', ') }];
}

async function packsLine(config: Config, session: Session): Promise<Line> {
  const { packsNamed } = await import('../packs/load-pack.ts');
  try {
    const packs = contentWith(await packsNamed(config.packs, session.flags.config)).packs;
    const detail = packs.map((pack) => `${pack.name} ${pack.version} (${session.say(`plan.${pack.kind}`)})`).join(', ');
    return { check: 'packs', outcome: 'good', detail };
  } catch (fault) {
    if (!(fault instanceof CliError)) throw fault;
    return { check: 'packs', outcome: 'bad', detail: fault.message };
  }
}

/** Without the binding one host could put its result in the place of another's. */
function bindingLine(binding: RoleBinding | Gap): Line {
  const check = 'bucket role binding';
  if ('call' in binding) return gapLine(check, binding);
  return binding.missing.length === 0
    ? { check, outcome: 'good', detail: 'each instance writes below its own name alone' }
    : {
        check,
        outcome: 'bad',
        detail: `the policy lacks ${binding.missing.join(', ')}; see "bongsu doctor --policies"`,
      };
}

async function signingLine(signer: KmsSigner, { signing }: Config): Promise<Line> {
  const check = 'signing key';
  const seen = await signer.check();
  if ('call' in seen) return gapLine(check, seen);
  const strange = signing.fingerprint !== undefined && seen.ok && !seen.detail.endsWith(signing.fingerprint);
  if (strange)
    return { check, outcome: 'bad', detail: `${seen.detail}; signing.fingerprint is ${signing.fingerprint}` };
  return { check, outcome: seen.ok ? 'good' : 'bad', detail: seen.detail };
}

function gapLine(check: string, gap: Gap): Line {
  return { check, outcome: gap.missingPermission ? 'bad' : 'unread', detail: gapWords(gap) };
}
