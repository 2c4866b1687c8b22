// The store: everything that is kept, behind the ports of the ground.
export { type Store, type StorePlace, storeOpen } from './open.ts';
export { databaseShown } from './postgresql.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
