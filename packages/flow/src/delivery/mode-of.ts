// The ways of delivering that are there, by the name that stands in a plan.
import type { Campaign, Delivery } from '@bongsu/core';
import { FlowError } from '../flow-error.ts';
import { association } from './association.ts';
import { batch } from './batch.ts';
import type { DeliveryMode } from './mode.ts';
import { presigned } from './presigned.ts';
import { role } from './role.ts';

/** Modes in which campaigns are sent; `association` belongs to a schedule. */
export const deliveryModes = ['presigned', 'batch', 'role'] as const satisfies readonly Delivery[];
export type PlannedDelivery = (typeof deliveryModes)[number];

/** @throws FlowError `plan-refused` for a mode that this version does not have. */
export function modeNamed(delivery: Delivery): DeliveryMode {
  switch (delivery) {
    case 'presigned':
      return presigned;
    case 'batch':
      return batch;
    case 'role':
      return role;
    case 'association':
      return association;
    case 'by-hand':
      throw new FlowError('plan-refused', `this version has no delivery by ${delivery}: ${deliveryModes.join(' or ')}`);
  }
}

/** Campaigns planned before there were modes were presigned. */
export function modeOf({ plan }: Campaign): DeliveryMode {
  return modeNamed(plan.delivery ?? 'presigned');
}
