// What the lab offers to tests and to the demonstration.
export { startLab } from './lab.ts';
export type { Lab, LabCredentials, LabOptions, LabSettings } from './lab.ts';
export type { HostChange } from './services/realm.ts';
export type { Rate, Rates } from './services/rate.ts';
export type { CallRecord, LabClock } from './endpoint/contract.ts';
export type { Activity } from './endpoint/activity.ts';
export { driveTime } from './virtual-time.ts';
export type { VirtualTime, VirtualTimeOptions } from './virtual-time.ts';
export type { FaultRule } from './fault/rule.ts';
export type { AccountSpec, InstanceSpec, RoleSpec, RootSpec, WorldFile, WorldSpec } from './world/spec.ts';
export { fleetWorld } from './world/fleet.ts';
export { labRoles, memberRoles } from './world/member-role.ts';
export { packingFails, uploadsHalf, uploadsNothing, uploadsTraversal } from './world/trouble.ts';
export { programFind } from './agent/bubblewrap.ts';
export { isolationDetect, launchOf, pathInside } from './agent/isolation.ts';
export type { Isolation } from './agent/isolation.ts';
export { processRun } from './agent/process.ts';
export { rootBuild, rootSpecs } from './world/roots/index.ts';
