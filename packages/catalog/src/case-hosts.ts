// The hosts that a user's cases may name, as the catalogue's own cases do.
import type { Host } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from './host-checks/hosts.ts';

export const caseHosts: Readonly<Record<string, Host>> = {
  'amazon-linux-2': al2,
  'amazon-linux-2023': al2023,
  'rocky-8': rocky8,
  'rocky-9': rocky9,
  'ubuntu-20.04': ubuntu20,
  'ubuntu-22.04': ubuntu22,
  'ubuntu-24.04': ubuntu24,
  'debian-12': debian12,
};
