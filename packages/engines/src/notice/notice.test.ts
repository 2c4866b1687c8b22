// What is told of a campaign, and that no host's name can say anything else.
import { neverSent, type Notice, type Target } from '@bongsu/core';
import { expect, it } from 'vitest';
import { mailMessage, slackMessage, webhookMessage } from './notice-messages.ts';
import { noticeOf } from './notice-of.ts';

const target = (index: number, state: Target['state'], name = 'web'): Target => ({
  ...neverSent,
  ...{
    campaignId: 'c1',
    accountId: '1',
    region: 'r',
    instanceId: `i-${index}`,
    name,
    runId: `r-${index}`,
    phase: 'ended',
    state,
    detail: '',
  },
});
const head = { campaignId: 'c1', endedAt: '2026-01-01T00:00:00.000Z', stopped: null, link: null, unreadable: 0 };
const hostile = '<!channel> `x` *b*\u202e\r\nBcc: a@b <script>&';

it('counts done, failed and missing so that they sum', () => {
  const states: Target['state'][] = [
    'assessed',
    'partly-assessed',
    'failed',
    'timed-out',
    'excluded',
    'stopped',
    'gone',
  ];
  const notice = noticeOf(
    head,
    states.map((state, index) => target(index, state)),
    new Map(),
  );
  expect([notice.done, notice.failed, notice.missing, notice.total]).toEqual([2, 2, 3, 7]);
  expect(notice.worst).toEqual([]);
});

it('names the worst hosts, the worst first, at most five', () => {
  const targets = Array.from({ length: 9 }, (_, index) => target(index, 'assessed'));
  const notice = noticeOf(head, targets, new Map(targets.map((one, index) => [one.instanceId, index])));
  expect(notice.worst.map((one) => one.instanceId)).toEqual(['i-8', 'i-7', 'i-6', 'i-5', 'i-4']);
});

const notice: Notice = {
  ...noticeOf(
    { ...head, stopped: hostile, link: 'https://b/?a=1&b=2' },
    [target(1, 'assessed', hostile)],
    new Map([['i-1', 3]]),
  ),
};

it.each(['ko', 'en'] as const)('takes from hostile names their meaning in Slack, %s', (lang) => {
  const message = slackMessage(notice, lang);
  const { blocks } = JSON.parse(message.kind === 'http' ? message.body : '') as {
    blocks: { text?: { text: string } }[];
  };
  const said = blocks.map((block) => block.text?.text ?? '').join('\n');
  expect(said).toContain('&lt;!channel&gt;');
  expect(said).not.toMatch(/<!|<script/);
  expect(said).toContain('<https://b/?a=1&amp;b=2|');
});

it.each(['ko', 'en'] as const)('takes from hostile names their meaning in mail, %s', (lang) => {
  const mail = mailMessage(notice, lang);
  if (mail.kind !== 'mail') throw new Error('not a mail');
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).not.toContain('<script>');
  expect(mail.text).toContain('i-1 (1): 3');
  expect(mail.messageId).toBe(
    mailMessage(notice, lang === 'ko' ? 'en' : 'ko').kind === 'mail' ? '<c1.20260101000000000@bongsu>' : '',
  );
});

it('gives programs the notice itself', () => {
  const message = webhookMessage(notice);
  expect(JSON.parse(message.kind === 'http' ? message.body : '')).toMatchObject({
    event: 'campaign.ended',
    done: 1,
    total: 1,
  });
});
