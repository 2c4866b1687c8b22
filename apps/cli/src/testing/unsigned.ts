// For tests of other things: records that say that nobody signs them.
import type { Signing } from '@bongsu/flow';

export const unsigned: Signing = { signer: null, by: async () => 'a test', version: '0' };
