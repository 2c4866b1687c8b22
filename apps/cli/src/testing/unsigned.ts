// For tests of other things: records that nobody signs, and nobody who is told.
import type { Signing } from '@bongsu/flow';

export const unsigned: Signing = { signer: null, by: async () => 'a test', version: '0' };
export const untold = { channels: [], link: null } as const;
