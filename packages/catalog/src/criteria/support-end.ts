// Until when the distributions mend their releases, as announced.
// Sources: aws.amazon.com/amazon-linux-2/faqs, docs.aws.amazon.com/linux/al2023, access.redhat.com/support/policy/updates/errata,
// wiki.centos.org/About/Product, rockylinux.org, ubuntu.com/about/release-cycle, wiki.debian.org/LTS. Days are the announced ones, or the
// last of the announced month. The dates of Amazon Linux 2 have been moved before.
import type { Host } from '@bongsu/core';

export interface SupportEnd {
  /** Last day of what everybody gets. */
  readonly standard: string;
  /** Last day of anything, extended support by contract included; null where it is not known here. */
  readonly last: string | null;
}

const redHat: Readonly<Record<string, SupportEnd>> = {
  '7': { standard: '2024-06-30', last: '2028-06-30' },
  '8': { standard: '2029-05-31', last: '2032-05-31' },
  '9': { standard: '2032-05-31', last: '2035-05-31' },
};
const rebuilt: Readonly<Record<string, SupportEnd>> = {
  '8': { standard: '2029-05-31', last: '2029-05-31' },
  '9': { standard: '2032-05-31', last: '2032-05-31' },
};
const ends: Readonly<Record<string, Readonly<Record<string, SupportEnd>>>> = {
  amzn: {
    '2018.03': { standard: '2020-12-31', last: '2023-12-31' },
    '2': { standard: '2026-06-30', last: null },
    '2023': { standard: '2029-06-30', last: '2029-06-30' },
  },
  rhel: redHat,
  rocky: rebuilt,
  almalinux: rebuilt,
  centos: {
    '6': { standard: '2020-11-30', last: '2020-11-30' },
    '7': { standard: '2024-06-30', last: '2024-06-30' },
    '8': { standard: '2021-12-31', last: '2021-12-31' },
  },
  ubuntu: {
    '14.04': { standard: '2019-04-30', last: '2029-04-30' },
    '16.04': { standard: '2021-04-30', last: '2031-04-30' },
    '18.04': { standard: '2023-05-31', last: '2033-04-30' },
    '20.04': { standard: '2025-05-31', last: '2035-04-30' },
    '22.04': { standard: '2027-04-30', last: '2037-04-30' },
    '24.04': { standard: '2029-05-31', last: '2039-04-30' },
  },
  debian: {
    '9': { standard: '2020-07-18', last: '2022-06-30' },
    '10': { standard: '2022-09-10', last: '2024-06-30' },
    '11': { standard: '2024-08-14', last: '2026-08-31' },
    '12': { standard: '2026-06-10', last: '2028-06-30' },
  },
};

/** The announced ends of a host's release, by its version or the major part of it; undefined where they are not known here. */
export function supportEnd(host: Host): SupportEnd | undefined {
  const releases = ends[host.distro];
  return releases?.[host.version] ?? releases?.[host.version.split('.')[0] ?? ''];
}
