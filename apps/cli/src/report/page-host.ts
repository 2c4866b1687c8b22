// One host in the page: its items by edition, then the proof of everything that is not in order or was accepted by an answer.
import { detailIn } from '../language/said-in.ts';
import type { Voice } from '../language/say.ts';
import type { Html } from './escape.ts';
import { html } from './escape.ts';
import { hostEvidence, rowEvidenceIds, rowFinding, rowRemedy, rowResult } from './host-rows.ts';
import type { HostView } from './view.ts';

export function hostPart(host: HostView, say: Voice): Html {
  const { target } = host;
  const head = html`<h3 id="${host.number}">${host.number} ${target.instanceId} ${target.name}</h3>
<p class="dim">${target.accountId} · ${target.region} · ${host.platform} · ${host.address} · ${say(`state.${target.state ?? 'pending'}`)} ${detailIn(target.detail, say)}<br>SHA-256 ${target.evidenceSha256 ?? '·'} · ${say('report.received')} ${target.endedAt ?? '·'}</p>`;
  if (host.rows.length === 0) return head;
  const rows = host.rows.map(
    (row) =>
      html`<tr id="${host.number}-${row.edition}-${row.code}"><td class="k c">${row.edition}<br><b>${row.code}</b></td><td>${say.text(row.title)}</td><td>${say(`importance.${row.importance}`)}</td><td class="k ${row.status}">${rowResult(row, say)}</td><td class="w">${rowFinding(row, say)}</td><td class="w">${rowRemedy(host, row, say)}</td><td class="c">${row.status === 'pass' || row.status === 'notApplicable' ? html`${rowEvidenceIds(host, row).join(' ')}` : rowEvidenceIds(host, row).map((id) => html`<a href="#${id}">${id}</a><br>`)}</td></tr>`,
  );
  const heads = (
    [
      'head.code',
      'head.item',
      'head.importance',
      'head.result',
      'head.reason',
      'head.remedy',
      'report.evidence-id',
    ] as const
  ).map((name) => html`<th>${say(name)}</th>`);
  return html`${head}<table><thead><tr>${heads}</tr></thead>${rows}</table>${evidencePart(host, say)}`;
}

/** The proof of what passed stands in the workbook; on paper it would bury the rest. */
function evidencePart(host: HostView, say: Voice): Html {
  const seen = new Set<string>();
  const rows = [...hostEvidence(host, say)]
    .filter(({ item }) => item.status !== 'pass' && item.status !== 'notApplicable')
    .map(({ id, item, proof }) => {
      const anchor = seen.has(id) ? html`` : html` id="${id}"`;
      seen.add(id);
      return html`<tr${anchor}><td class="c">${id}</td><td class="c">${proof.source}</td><td class="w">${proof.found}</td><td>${proof.expected ?? say.text(item.expects)}</td></tr>`;
    });
  if (rows.length === 0) return html``;
  return html`<h4>${say('report.evidence')}</h4><table><thead><tr><th>${say('report.evidence-id')}</th><th>${say('report.source')}</th><th>${say('host.found')}</th><th>${say('host.expected')}</th></tr></thead>${rows}</table>`;
}
