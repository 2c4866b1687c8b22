// A notice as Slack, a mail reader and a program take it; names of hosts are hostile, and are escaped for each.
import type { Lang, Message, Notice, Text } from '@bongsu/core';
import { text } from '@bongsu/core';
import { stopSaid } from '../campaign/rings.ts';

const words = {
  title: text('점검 캠페인 종료', 'check campaign ended'),
  done: text('점검 완료', 'assessed'),
  failed: text('실패', 'failed'),
  missing: text('미점검', 'not assessed'),
  total: text('전체', 'all'),
  unreadable: text('읽지 못한 계정·리전', 'accounts and Regions not read'),
  stopped: text('중단됨', 'stopped'),
  worst: text('취약 항목이 많은 서버', 'hosts with the most failing items'),
  fails: text('건', 'failing'),
  open: text('결과 보기', 'results'),
} satisfies Readonly<Record<string, Text>>;

/** Slack's header block takes 150 characters of plain text, a section 3,000 (Block Kit reference, 2026). */
const headerMax = 150;
const nameMax = 80;

export function slackMessage(notice: Notice, lang: Lang): Message {
  const say = (word: keyof typeof words): string => words[word][lang];
  const fields = countsOf(notice, lang).map(([name, count]) => ({ type: 'mrkdwn', text: `*${name}*\n${count}` }));
  const worst = notice.worst.map(
    (one) =>
      `• ${slackText(shown(one.name) || one.instanceId)} (\`${slackText(one.instanceId)}\`, ${slackText(one.accountId)}): ${one.fails} ${say('fails')}`,
  );
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: `${say('title')} ${notice.campaignId}`.slice(0, headerMax) } },
    { type: 'section', fields },
    ...(notice.stopped === null
      ? []
      : [section(`:warning: *${say('stopped')}*: ${slackText(stopSaid(notice.stopped, lang))}`)]),
    ...(worst.length === 0 ? [] : [section(`*${say('worst')}*\n${worst.join('\n')}`)]),
    ...(notice.link === null ? [] : [section(`<${slackText(notice.link)}|${say('open')}>`)]),
  ];
  const plain = `${say('title')} ${notice.campaignId}: ${countsOf(notice, lang)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}`;
  return {
    kind: 'http',
    body: JSON.stringify({ text: plain, blocks }),
    headers: { 'content-type': 'application/json' },
  };
}

function section(markdown: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text: markdown.slice(0, 3_000) } };
}

/** The three characters that Slack's markup reads (Slack API, "Formatting text"); backquotes and mentions lose their meaning with them. */
function slackText(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', "'")
    .replaceAll(/[*_~]/g, '\u200b$&');
}

/** One line without control characters and marks that turn text around. */
function shown(name: string): string {
  return Array.from(name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .slice(0, nameMax)
    .join('');
}

export function mailMessage(notice: Notice, lang: Lang): Message {
  const say = (word: keyof typeof words): string => words[word][lang];
  const counts = countsOf(notice, lang);
  const subject = shown(
    `[Bongsu] ${say('title')}: ${say('done')} ${notice.done}, ${say('failed')} ${notice.failed}, ${say('missing')} ${notice.missing}`,
  );
  const lines = [
    `${say('title')} ${notice.campaignId} (${notice.endedAt})`,
    '',
    ...counts.map(([name, count]) => `${name}: ${count}`),
    ...(notice.stopped === null ? [] : ['', `${say('stopped')}: ${stopSaid(notice.stopped, lang)}`]),
    ...(notice.worst.length === 0 ? [] : ['', say('worst')]),
    ...notice.worst.map(
      (one) => `- ${shown(one.name)} ${one.instanceId} (${one.accountId}): ${one.fails} ${say('fails')}`,
    ),
    ...(notice.link === null ? [] : ['', notice.link]),
  ];
  return {
    kind: 'mail',
    subject,
    text: `${lines.join('\n')}\n`,
    html: `<div>${lines.map((line) => escapeHtml(line)).join('<br>')}</div>`,
    // The same for every try, so that a mail reader that gets two shows one (RFC 5322, 3.6.4).
    messageId: `<${notice.campaignId}.${notice.endedAt.replaceAll(/\D/g, '')}@bongsu>`,
  };
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** For programs: the notice itself. */
export function webhookMessage(notice: Notice): Message {
  const body = JSON.stringify({ event: 'campaign.ended', format: 1, ...notice });
  return { kind: 'http', body, headers: { 'content-type': 'application/json' } };
}

function countsOf(notice: Notice, lang: Lang): [string, number][] {
  const counts: [keyof typeof words, number][] = [
    ['done', notice.done],
    ['failed', notice.failed],
    ['missing', notice.missing],
    ['total', notice.total],
    ...(notice.unreadable > 0 ? ([['unreadable', notice.unreadable]] as [keyof typeof words, number][]) : []),
  ];
  return counts.map(([word, count]) => [words[word][lang], count]);
}
