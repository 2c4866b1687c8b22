// The lines of a report's cover: whose it is, what was checked when, by which editions, profile, script and formula.
import { scoreFormula } from '@bongsu/engines';
import type { Voice } from '../language/say.ts';
import type { ReportView } from './view.ts';

export function coverRows(view: ReportView, say: Voice): [string, string][] {
  const { campaign, coverage } = view;
  const { assessed: whole, imported, 'partly-assessed': partly } = coverage.states;
  const assessed = whole + partly + imported;
  return [
    [say('report.organization'), view.organization],
    [say('head.campaign'), campaign.campaignId],
    [say('report.period'), `${campaign.createdAt} – ${campaign.endedAt ?? say('phase.running')}`],
    [say('report.made'), view.madeAt],
    [say('report.scope'), say('report.scope-sum', { total: coverage.total, assessed })],
    [say('report.unreadable'), String(coverage.unreadable.length)],
    ...view.editions.map(({ edition }): [string, string] => [
      say('report.edition'),
      `${edition.id} · ${say.text(edition.title)} · ${edition.source}`,
    ]),
    [say('report.delivery'), say(`delivery.${campaign.plan.delivery ?? 'presigned'}`)],
    [say('report.profile'), say(`profile.${campaign.plan.settings?.profile ?? 'strict'}`)],
    [say('score.score'), view.score.percent === null ? '·' : view.score.percent.toFixed(1)],
    [say('report.formula'), scoreFormula(view.rules)],
    [say('report.script'), campaign.plan.scriptSha256],
    [say('report.statuses'), say('report.statuses-words')],
    [say('report.traced'), say('report.traced-words')],
  ];
}
