// The rules that every PowerShell part of the Windows script keeps, over its parse tree.
import type { Part } from './allowed.ts';
import { automatic, commands, methods, modules, parameters, programs, sizeBytesMax, syntax, types } from './allowed.ts';
import { above, type Node, nodesOf } from './powershell-tree.ts';

export interface Fragment {
  readonly part: Part;
  readonly text: string;
  /** Functions that stand before it. */
  readonly known: ReadonlySet<string>;
}

type Complain = (rule: string, node: Node) => void;

/** What is wrong with a fragment: `rule at line: text`, in order. Empty where nothing is. */
export function fragmentFaults(fragment: Fragment, parse: (text: string) => Node): string[] {
  const faults: string[] = textFaults(fragment);
  const complain: Complain = (rule, node) =>
    faults.push(`${rule} at ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
  const root = parse(fragment.text);
  const known = new Set([...fragment.known, ...functionsOf(root)]);
  for (const node of nodesOf(root)) {
    if (node.isError || node.isMissing) complain('grammar', node);
    else if (node.isNamed && !syntax.has(node.type)) complain(`syntax ${node.type}`, node);
    judge(node, fragment.part, known, complain);
  }
  // A copy that came with Windows line ends must mean the same.
  const other = parse(fragment.text.replaceAll('\n', '\r\n'));
  const shape = (tree: Node): string =>
    [...nodesOf(tree)].map((node) => (node.isError ? 'ERROR' : node.type)).join(' ');
  if (shape(other) !== shape(root)) faults.push('line ends: reads otherwise with CRLF');
  return faults;
}

/** Functions that a text defines. */
export function functionsOf(root: Node): string[] {
  return [...nodesOf(root)].filter((node) => node.type === 'function_name').map((node) => node.text);
}

function textFaults({ part, text }: Fragment): string[] {
  const faults: string[] = [];
  const odd = /[^\n -~]/.exec(text);
  if (odd) faults.push(`text: character ${odd[0].codePointAt(0)} is not printable ASCII`);
  if (text.includes('`')) faults.push('text: a backtick escapes or continues a line');
  if (part === 'probe' && text.length > sizeBytesMax) faults.push(`text: larger than ${sizeBytesMax} bytes`);
  return faults;
}

function judge(node: Node, part: Part, known: ReadonlySet<string>, complain: Complain): void {
  switch (node.type) {
    case 'command':
      return command(node, part, known, complain);
    case 'command_parameter':
    case 'comparison_operator':
      if (!parameters.has(node.text)) complain('parameter', node);
      return;
    case 'type_spec':
      if (!types[part].has(node.text)) complain('type', node);
      return;
    case 'invokation_expression': {
      const name = node.children.find((child) => child?.type === 'member_name');
      if (!name || !methods[part].has(name.text)) complain('method', node);
      return;
    }
    case 'argument_list':
      // In an argument the grammar sees no call where PowerShell makes one: calls stand in parentheses, where their names are seen.
      if (node.parent?.type === 'command_elements') complain('method', node);
      return;
    case 'variable':
      if (/^[$@](?:[^A-Za-z_]|[^:]*:)/.test(node.text)) complain('scope', node);
      if (/^\$community$/i.test(node.text)) secretWord(node, complain);
      return;
    case 'left_assignment_expression':
      assigned(node, part, complain);
      return;
    case 'foreach_statement': {
      const name = node.children.find((child) => child?.type === 'variable');
      if (name && automatic.has(name.text.slice(1).toLowerCase())) complain('automatic', name);
      return;
    }
    case 'verbatim_string_characters':
      if (/pass(?:word|wd|phrase)|secret|credential|privatekey/i.test(node.text)) secretName(node, complain);
  }
}

function command(node: Node, part: Part, known: ReadonlySet<string>, complain: Complain): void {
  const name = node.children.find((child) => child?.type === 'command_name');
  if (!name || (!commands[part].has(name.text) && !known.has(name.text))) return complain('command', node);
  const strings = (from: Node): string[] =>
    [...nodesOf(from)].filter((one) => one.type === 'verbatim_string_characters').map((one) => one.text.slice(1, -1));
  if (name.text === 'New-Object') {
    const type = [...nodesOf(node)].find((one) => one.type === 'generic_token')?.text ?? '';
    if (!types[part].has(type)) complain('type', node);
  }
  if (name.text === 'Import-Module' && !(strings(node).length === 1 && modules.has(strings(node)[0] ?? '')))
    complain('module', node);
  if (part === 'probe' && (name.text === 'Ask' || name.text === 'AskFile')) {
    const [program = '', asked = ''] = strings(node).filter(
      (one) => one.endsWith('.exe') || /^(?:\/|[a-z]+ )/.test(one),
    );
    if (programs[program] === undefined || asked !== programs[program]) complain('program', node);
  }
  if (part === 'probe' && name.text === 'Answer') complain('program', node);
  if (part === 'probe' && name.text === 'Note' && !/^[a-z]+(?:-[a-z]+)*$/.test(strings(node)[0] ?? ''))
    complain('note', node);
}

/** Only new names of one's own, `$ErrorActionPreference` of the two frames, and properties of objects that were made here. */
function assigned(node: Node, part: Part, complain: Complain): void {
  const target = node.text.trim();
  if (/^\$[A-Za-z]+$/.test(target)) {
    const name = target.slice(1).toLowerCase();
    if (automatic.has(name) || (name.endsWith('preference') && part === 'probe')) complain('automatic', node);
  } else if (part === 'probe') complain('assignment', node);
}

/** A name that speaks of a secret may be asked for its presence alone. */
function secretName(node: Node, complain: Complain): void {
  const asked = above(node, 'command')?.children.find((child) => child?.type === 'command_name')?.text;
  // A limit is no secret.
  const limits = /^'(?:LimitBlankPasswordUse|DisablePasswordChange|MaximumPasswordAge)'$/;
  if (asked !== 'RegistryPresence' && !limits.test(node.text)) complain('secret', node);
}

/** A community may be classed, and asked for its rights; nothing else. */
function secretWord(node: Node, complain: Complain): void {
  const inLoop = node.parent?.type === 'foreach_statement';
  const call = above(node, 'invokation_expression');
  const asked = call?.children.find((child) => child?.type === 'member_name')?.text === 'GetValue';
  const classed =
    above(node, 'command')?.children.find((child) => child?.type === 'command_name')?.text === 'WordClass';
  if (!inLoop && !asked && !classed) complain('secret', node);
}
