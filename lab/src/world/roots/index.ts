// Every kind of host the lab can boot, by distribution and by how well it is kept.
import type { RootSpec } from '../spec.ts';
import { amazonLinux2Neglected, amazonLinux2Stock, amazonLinux2Tidy } from './amazon-linux-2.ts';
import {
  amazonLinux2023Neglected,
  amazonLinux2023SsmOnly,
  amazonLinux2023Stock,
  amazonLinux2023Tidy,
  amazonLinux2023Web,
} from './amazon-linux-2023.ts';
import { debian12Apache } from './apache-debian.ts';
import { rocky9Apache } from './apache-redhat.ts';
import { debian12Mariadb, rocky9Mysql } from './mysql.ts';
import { debian12Postgresql, rocky9Postgresql } from './postgresql.ts';
import { debian12Tomcat, rocky9Tomcat } from './tomcat.ts';
import { debian11Stock, debian11Tidy } from './debian-11.ts';
import { debian12Neglected, debian12Stock, debian12Tidy } from './debian-12.ts';
import { rhel9Stock } from './rhel-9.ts';
import { alma8Stock, rhel8Stock, rocky8Neglected, rocky8Stock, rocky8Tidy } from './rocky-8.ts';
import { alma9Stock, rocky9Neglected, rocky9Stock, rocky9Tidy } from './rocky-9.ts';
import { ubuntu2004Stock, ubuntu2004Tidy } from './ubuntu-20-04.ts';
import { ubuntu2204Neglected, ubuntu2204Stock, ubuntu2204Tidy } from './ubuntu-22-04.ts';
import { ubuntu2404Neglected, ubuntu2404Stock, ubuntu2404Tidy } from './ubuntu-24-04.ts';

export type { BuiltRoot } from './build.ts';
export { rootBuild } from './build.ts';
export type { RunningProgram } from './processes.ts';
export { processesFile } from './processes.ts';

/** All kinds; names are unique. `-tidy` follows the guide as far as the distribution can, `-stock` is its image, `-neglected` has faults, `-web` serves by nginx, and others by the server they are named for. */
export const rootSpecs: readonly RootSpec[] = [
  amazonLinux2Stock,
  amazonLinux2Tidy,
  amazonLinux2Neglected,
  amazonLinux2023Stock,
  amazonLinux2023Tidy,
  amazonLinux2023SsmOnly,
  amazonLinux2023Neglected,
  amazonLinux2023Web,
  rocky8Stock,
  rocky8Tidy,
  alma8Stock,
  rhel8Stock,
  rocky8Neglected,
  rocky9Stock,
  rocky9Tidy,
  alma9Stock,
  rocky9Neglected,
  rhel9Stock,
  ubuntu2004Stock,
  ubuntu2004Tidy,
  ubuntu2204Stock,
  ubuntu2204Tidy,
  ubuntu2204Neglected,
  ubuntu2404Stock,
  ubuntu2404Tidy,
  ubuntu2404Neglected,
  debian11Stock,
  debian11Tidy,
  debian12Stock,
  debian12Tidy,
  debian12Neglected,
  debian12Apache,
  debian12Mariadb,
  debian12Postgresql,
  debian12Tomcat,
  rocky9Apache,
  rocky9Mysql,
  rocky9Postgresql,
  rocky9Tomcat,
];
