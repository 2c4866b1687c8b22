// All rules of the house over one tree.
import type { House, Violation } from './house.ts';
import { budgets } from './rules/budgets.ts';
import { circles } from './rules/circles.ts';
import { declared } from './rules/declared.ts';
import { heads } from './rules/heads.ts';
import { names } from './rules/names.ts';
import { placed } from './rules/places.ts';
import { registers } from './rules/registers.ts';
import { walls } from './rules/walls.ts';

const rules = [walls, declared, circles, placed, names, heads, registers, budgets];

/** Everything that is wrong with the house, rule by rule. */
export function violationsOf(house: House): readonly Violation[] {
  return rules.flatMap((rule) => rule(house));
}

/** One line for people: where, what, why. */
export function sentence({ rule, path, line, message }: Violation): string {
  return `${line > 0 ? `${path}:${line}` : path}  [${rule}] ${message}`;
}
