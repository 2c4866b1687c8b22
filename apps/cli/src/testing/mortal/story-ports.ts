// What every story of a process that may die asks for, and the limits that all of them plan with.
import type { CampaignLimits, Estate, EventQueue } from '@bongsu/core';
import type { CampaignPorts } from '@bongsu/flow';

export type StoryPorts = CampaignPorts & { readonly estate: Estate; readonly queue: EventQueue | null };

export const storyLimits: CampaignLimits = {
  ...{ deliverySeconds: 60, executionSeconds: 60, urlSeconds: 420, resultBytes: 262_144, concurrency: 4 },
};
