// The store: everything that is kept, behind the ports of the ground.
export { type Store, storeOpen } from './open.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
