// What the PostgreSQL items share: how a cluster is found to be in use, and which roles are people's and which administrators'.
import type { Host, Judgement } from '@bongsu/core';
import { pgLast } from '@bongsu/core';
import type { PgServer, PgServers } from '../probes/postgresql.ts';
import type { PgAnswers, PgRole } from '../probes/postgresql/answers.ts';
import type { HostServices } from '../probes/services.ts';
import { judgeServers, notAsked } from './database-servers.ts';

/** Versions that distributions and the PostgreSQL project name units by. */
const series = ['9.2', '9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18'];

/** Judges every cluster of PostgreSQL. */
export function judgePg(
  { servers }: PgServers,
  services: HostServices,
  host: Host,
  judge: (server: PgServer) => Judgement,
): Judgement {
  const units = ['postgresql.service', ...series.map((one) => `postgresql-${one}.service`)];
  return judgeServers({ product: 'PostgreSQL', units, servers, services, host, hasData: () => true }, judge);
}

/** Judges what a server answered; where it did not, a person must ask. */
export function withPgAnswers(server: PgServer, byHand: string, judge: (answers: PgAnswers) => Judgement): Judgement {
  return server.answers
    ? judge(server.answers)
    : notAsked('psql -w as the owner of the cluster', server.refused, byHand);
}

/** The role that initdb made: it has the name of the owner's account, or `postgres`. */
export function bootstrapRole(server: PgServer): string {
  return server.process?.account ?? 'postgres';
}

/** Roles that people or programs log in with: neither initdb's nor those of the service's provider. */
export function givenRoles(server: PgServer, { roles }: PgAnswers): PgRole[] {
  return roles.filter((one) => one.login && !initial(server, one.name));
}

/** `postgres` is initdb's wherever no other name was asked for; the others are of RDS, and come along with what is moved from there. */
const providers = ['postgres', 'rdsadmin', 'rdsrepladmin', 'rdsproxyadmin', 'rdstopmgr'];

function initial(server: PgServer, name: string): boolean {
  return name === bootstrapRole(server) || providers.includes(name);
}

/** Predefined roles that reach the server's own files and programs, and so any right of its owner. */
const serverReach = ['pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files'];

/** The administrator's rights of each role but initdb's, those of groups included. */
export function pgAdministrators(server: PgServer, answers: PgAnswers): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const role of answers.roles) {
    if (initial(server, role.name) || !role.login) continue;
    const own = rightsOf(role);
    const groups = groupsOf(role, answers.roles);
    const through = groups.flatMap((name) => {
      const group = answers.roles.find((one) => one.name === name);
      // Attributes of a group are not inherited, but any member may SET ROLE to it.
      const rights = group ? rightsOf(group).map((one) => `${one} (${name})`) : [];
      return serverReach.includes(name) ? [...rights, name] : rights;
    });
    if (own.length + through.length > 0) found.set(role.name, [...own, ...through]);
  }
  return found;
}

function rightsOf(role: PgRole): string[] {
  const names: readonly (readonly [string, boolean])[] = [
    ['SUPERUSER', role.super],
    ['CREATEROLE', role.createrole],
    ['CREATEDB', role.createdb],
    ['REPLICATION', role.replication],
    ['BYPASSRLS', role.bypassrls],
  ];
  return names.flatMap(([name, has]) => (has ? [name] : []));
}

/** Every group of a role, through others too. */
export function groupsOf(role: PgRole, roles: readonly PgRole[]): readonly string[] {
  // A set that grows while it is walked: what was added is walked too.
  const found = new Set(role.groups);
  for (const next of found)
    for (const { name, groups } of roles) if (name === next) for (const group of groups) found.add(group);
  return [...found];
}

/** The value of a setting with where it comes from: what the server says, else what its files do; null where neither does. */
export function pgValue(server: PgServer, name: string): { readonly value: string; readonly source: string } | null {
  const said = server.answers?.settings.get(name);
  if (said) return { value: said.value, source: `pg_settings (${said.place})` };
  return pgLast(server.settings, name) ?? null;
}
