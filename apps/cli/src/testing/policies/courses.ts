// Every course of work that asks AWS for something, by name, in the order in which they are run.
import { eventsReceive, rejudge, scheduleTick } from '@bongsu/flow';
import { instance } from '@bongsu/lab';
import { recurringCourses } from './recurring-courses.ts';
import {
  anew,
  campaign,
  content,
  type Course,
  documentOf,
  fresh,
  gapsOf,
  gapsSaid,
  limits,
  limitsOf,
  member,
  region,
  told,
  whole,
  wordsOf,
} from './stage.ts';

const day = 86_400_000;

export const courses = {
  doctor: {
    kind: 'look',
    run: async ({ aws, settings }) => {
      const bucket = await aws.bucketChecks();
      const accounts = await aws.estate.accounts();
      const gaps = [...bucket.gaps, ...accounts.gaps, ...gapsOf(await aws.trials.central())];
      for (const queue of [aws.queue, aws.resultQueue]) gaps.push(...((await queue?.examine()) ?? []));
      const key = await aws.signer?.check();
      if (key !== undefined && 'call' in key) gaps.push(key);
      const binding = settings.roleDelivery ? await aws.exchange.roleBinding() : null;
      if (binding !== null && 'call' in binding) gaps.push(binding);
      for (const { accountId } of accounts.items) {
        const regions = await aws.estate.regions(accountId);
        gaps.push(...regions.gaps);
        for (const one of regions.items) gaps.push(...gapsOf(await aws.trials.member({ accountId, region: one })));
      }
      return { missing: gapsSaid(gaps), came: `${bucket.items.length} of the bucket, ${gaps.length} gaps` };
    },
  },
  'first campaign': {
    kind: 'work',
    before: anew,
    run: whole,
  },
  'lost send': {
    kind: 'work',
    run: async (stage) => {
      const lost = { service: 'ssm', operation: 'SendCommand', nth: 1, then: { drop: 'before' } } as const;
      stage.lab.faults.set(stage.lab.accounts.map(({ accountId }) => ({ ...lost, accountId })));
      return whole(stage).finally(() => stage.lab.faults.set([]));
    },
  },
  'changed document': {
    kind: 'work',
    before: async (stage) => {
      await documentOf(stage, limitsOf(30 + fresh()));
    },
    run: (stage) => whole(stage, { limits: limitsOf(30 + fresh()) }),
  },
  'document again': {
    kind: 'work',
    before: async (stage) => {
      await documentOf(stage, limitsOf(29));
      await documentOf(stage, limits);
    },
    run: (stage) => whole(stage, { limits: limitsOf(29) }),
  },
  'by schedule': {
    kind: 'work',
    run: async (stage) => {
      const { ports, planned, ended } = campaign(stage);
      const schedules = [{ name: `often ${fresh()}`, cron: '* * * * *', timeZone: 'Asia/Seoul', blackouts: [] }];
      const tick = () => scheduleTick(schedules, { ...ports, start: () => planned() });
      // The first look only notes the schedule.
      await tick();
      await stage.clock.sleep(90_000);
      const [started] = (await tick()).filter((one) => one.outcome === 'started');
      if (!started?.campaignId) throw new Error('nothing was started');
      return ended(started.campaignId);
    },
  },
  'judged again': {
    kind: 'work',
    run: async (stage) => {
      const { ports, planned, ended } = campaign(stage);
      const campaignId = await planned();
      const said = await ended(campaignId);
      const done = await stage.store.campaignGet(campaignId);
      if (done === null) throw new Error('the campaign is gone');
      const again = await told(async () => {
        const { hosts, lost } = await rejudge(done, content, ports);
        return {
          missing: lost.flatMap((one) => wordsOf(one.fault)),
          came: `${hosts} judged again, ${lost.length} lost`,
        };
      });
      return { missing: [...said.missing, ...again.missing], came: `${said.came}; ${again.came}` };
    },
  },
  'evidence removed': {
    kind: 'work',
    as: 'evidenceRemoval',
    before: async (stage) => {
      await whole(stage);
      await stage.clock.sleep(31 * day);
    },
    run: async ({ store, clock }) => {
      const at = clock.now().toISOString();
      const past = (await store.evidencePast(at)).filter((one) => one.heldBy === null);
      const left: string[] = [];
      for (const { sha256 } of past) left.push((await store.evidenceRemove(sha256, at, 'a test')) ?? '');
      const all = past.length > 0 && left.every((why) => why === '');
      return { missing: left.flatMap(wordsOf), came: all ? 'all removed' : 'not all removed' };
    },
  },
  events: {
    kind: 'work',
    before: async ({ lab, clock }) => {
      const made = instance(member, `new-${fresh()}`, 'amazon-linux-2023-tidy', { simulated: 'well' });
      lab.launch(member, region, made);
      await clock.sleep(60_000);
    },
    run: async ({ aws, store, clock }) => {
      if (aws.queue === null) throw new Error('there is no queue');
      const { gap, kept } = await eventsReceive({ queue: aws.queue, events: store, clock }, { minHours: 1 }, 0);
      const came = `${kept > 0 ? 'some' : 'none'} kept, ${gap?.code ?? 'removed'}`;
      return { missing: gapsSaid(gap === null ? [] : [gap]), came };
    },
  },
  // Without their queue results are listed: what is missing is told of the queue, and changes nothing of the campaign.
  'results told': {
    kind: 'work',
    run: async (stage) => {
      const said = await whole(stage);
      const gaps = (await stage.store.queuePollList()).flatMap((one) => one.gap ?? []);
      return { missing: [...said.missing, ...gapsSaid(gaps)], came: `${said.came}; ${gaps.length} of the queue` };
    },
  },
  // A campaign ends without its signature: the record waits for it.
  'signed record': {
    kind: 'work',
    run: async (stage) => {
      const { planned, ended } = campaign(stage);
      const campaignId = await planned();
      const said = await ended(campaignId);
      const waits = (await stage.store.recordsUnsigned()).filter((one) => one.campaignId === campaignId);
      return {
        missing: [...said.missing, ...waits.flatMap((one) => wordsOf(one.why))],
        came: `${said.came}; ${waits.length === 0 ? 'signed' : 'not signed'}`,
      };
    },
  },
  ...recurringCourses,
} as const satisfies Readonly<Record<string, Course>>;
export type CourseName = keyof typeof courses;
