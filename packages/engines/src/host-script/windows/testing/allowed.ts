// What a Windows script may use: everything else is refused, so whatever is new is a decision that somebody made here.

export type Part = 'probe' | 'preamble' | 'runner';

/** Syntax that Windows PowerShell 5.1 has and that reads alike with either line end: no here-strings, interpolation, redirection, `&` or `&&`. */
export const syntax = new Set(
  `additive_argument_expression additive_expression argument_expression argument_expression_list argument_list array_expression
  array_literal_expression array_type_name assignement_operator assignment_expression attribute attribute_list bitwise_argument_expression
  bitwise_expression cast_expression catch_clause catch_clauses command command_argument_sep command_elements command_name command_parameter
  comment comparison_argument_expression comparison_expression comparison_operator decimal_integer_literal element_access else_clause
  elseif_clause elseif_clauses empty_statement expression_with_unary_operator finally_clause flow_control_statement foreach_statement
  format_argument_expression format_expression function_name function_parameter_declaration function_statement generic_token hash_entry
  hash_literal_body hash_literal_expression if_statement integer_literal invokation_expression key_expression left_assignment_expression
  logical_argument_expression logical_expression member_access member_name multiplicative_argument_expression multiplicative_expression
  parameter_list parenthesized_expression pipeline pipeline_chain program range_argument_expression range_expression real_literal script_block
  script_block_body script_block_expression script_parameter simple_name statement_block statement_list string_literal try_statement
  type_identifier type_literal type_name type_spec unary_expression variable verbatim_string_characters`.split(/\s+/),
);

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Cmdlets by their full names; functions of the preamble and of the fragment itself come on top. All of them only read. */
export const commands: Readonly<Record<Part, ReadonlySet<string>>> = {
  probe: words(
    `Get-Acl Get-ChildItem Get-CimInstance Get-Date Get-DnsServerZone Get-Item Get-ItemProperty Get-LocalGroupMember Get-LocalUser
    Get-MpComputerStatus Get-NetFirewallProfile Get-ScheduledTask Get-SmbShare Get-WebApplication Get-WebConfigurationProperty Get-Website
    Get-WebVirtualDirectory Get-WinEvent Import-Module Join-Path New-Object Select-Object Test-Path Where-Object`,
  ),
  // Set-StrictMode is for the scope it stands in.
  preamble: words('Get-Acl Get-CimInstance Get-Item New-Object Set-StrictMode Test-Path Where-Object'),
  runner: words('New-Object Set-StrictMode'),
};

/** Parameters as they are in 5.1. */
export const parameters = words(
  `-ArgumentList -ChildPath -ClassName -Depth -Directory -File -Filter -First -ListLog -LiteralPath -Name -Namespace -Path -PolicyStore -PSPath
  -Location -Recurse -SID -Site -TypeName -Version
  -and -or -not -eq -ne -gt -ge -lt -le -match -cmatch -like -notlike -contains -notcontains -is -join -band`,
);

/** Types as they are written, in brackets or after `New-Object -TypeName`. */
export const types: Readonly<Record<Part, ReadonlySet<string>>> = {
  probe: words(
    'string char Environment IO.FileAttributes Security.Principal.NTAccount Security.Principal.SecurityIdentifier',
  ),
  preamble: words(
    `string char void DateTime StringComparison BitConverter Text.Encoding Globalization.CultureInfo IO.Path IO.File IO.Directory Environment
    Diagnostics.Process Diagnostics.ProcessStartInfo Guid Microsoft.Win32.RegistryValueOptions Security.AccessControl.DirectorySecurity`,
  ),
  runner: words(
    `string char void long int byte byte[] Management.Automation.Runspaces.RunspaceFactory DateTime Math Environment PowerShell Text.Encoding Text.StringBuilder BitConverter Convert Array IO.File
    IO.MemoryStream IO.Compression.GZipStream IO.Compression.CompressionMode Diagnostics.Process Diagnostics.ProcessPriorityClass
    Security.Cryptography.SHA256 Security.Principal.WindowsIdentity Security.Principal.WindowsPrincipal
    Security.Principal.WindowsBuiltInRole`,
  ),
};

/** Methods by name. What writes, starts or deletes stands in one part alone. */
export const methods: Readonly<Record<Part, ReadonlySet<string>>> = {
  probe: words('ExpandEnvironmentVariables GetFolderPath GetValue GetValueNames IndexOf Substring Translate'),
  preamble: words(
    `Close Combine CreateDirectory Delete Dispose Exists GetBytes GetTempPath GetValue GetValueKind GetValueNames Kill NewGuid ReadAllText ReadToEnd
    ReadToEndAsync Replace SetSecurityDescriptorSddlForm Split Start StartsWith ToLowerInvariant ToString Trim TrimEnd WaitForExit`,
  ),
  runner: words(
    `AddScript Append CreateRunspace Open SetVariable BeginInvoke BeginStop ComputeHash Copy Create Dispose EndInvoke Exit Floor GetBytes GetCurrent GetCurrentProcess
    GetEnvironmentVariable IsInRole Min PadLeft ReadAllBytes Replace SetLength ToArray ToLowerInvariant ToString WaitOne Write WriteAllBytes`,
  ),
};

/** Programs and the beginning of what they may be asked. */
export const programs: Readonly<Record<string, string>> = {
  'auditpol.exe': '/backup /file:{file}',
  'net.exe': 'localgroup ',
  'secedit.exe': '/export /cfg {file} /areas SECURITYPOLICY USER_RIGHTS /log {log} /quiet',
  'w32tm.exe': '/query /status',
};

/** Names that PowerShell gives values to, or keeps read-only: assigning them fails or changes the session. */
export const automatic = words(
  `args confirmpreference consolefilename debugpreference env error executioncontext false foreach home host input lastexitcode matches
  myinvocation null ofs pid profile psboundparameters pscmdlet pscommandpath psculture psdefaultparametervalues pshome psitem psscriptroot
  psuiculture psversiontable pwd sender shellid stacktrace switch this true verbosepreference warningpreference whatifpreference`,
);

/** What may be imported: the drive of IIS is not there before. All other modules load by their commands. */
export const modules = new Set(['WebAdministration']);

export const sizeBytesMax = 8192;
