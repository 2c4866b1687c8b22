// The rule that items on IIS share: not applicable where IIS is not installed, else every site and application has to do.
import type { Judgement, Proof, Text } from '@bongsu/core';
import { fail, notApplicable, pass, text } from '@bongsu/core';
import type { WebPlace } from '../probes/windows/web-sites/places.ts';
import type { WebSites } from '../probes/windows/web-sites.ts';

const none: Proof = { source: 'Win32_Service W3SVC', found: 'not installed' };

const shownMax = 50;

/** Judges IIS where it is installed. */
export function judgeWeb(sites: WebSites | null, judge: (sites: WebSites) => Judgement): Judgement {
  return sites === null ? notApplicable(text('IIS가 설치되지 않음', 'IIS is not installed'), [none]) : judge(sites);
}

export interface PlaceView {
  readonly found: string;
  readonly expected: string;
  readonly good: boolean;
}

/** Judges every site and application by what is seen of it; `what` names the setting. */
export function judgePlaces(sites: WebSites | null, what: Text, view: (place: WebPlace) => PlaceView): Judgement {
  return judgeWeb(sites, ({ places }) => {
    const seen = places.map((place) => ({ place, ...view(place) }));
    const bad = seen.filter(({ good }) => !good);
    const proof = ({ place, found, expected }: (typeof seen)[number]): Proof => ({
      source: `IIS ${place.name}`,
      found,
      expected,
    });
    if (bad.length > 0)
      return fail(
        text(`${what.ko}: 기준과 다른 사이트가 있음`, `${what.en}: not as required on a site`),
        bad.slice(0, shownMax).map(proof),
      );
    return pass(
      text(`${what.ko}: 기준대로 설정됨`, `${what.en}: as required`),
      seen.length > 0 ? seen.slice(0, shownMax).map(proof) : [{ source: 'Get-Website', found: 'no site' }],
    );
  });
}
