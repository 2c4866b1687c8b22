# What a probe prints by: notes, answers of programs, registry values and access lists, in the one record format of all probes.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2.0

# One field: plain where it is harmless, else the hex of its UTF-8.
function Field($Value) {
  $text = [string]$Value
  if ($text -cmatch '\A[ -~]*\z' -and -not $text.StartsWith('hex:', [StringComparison]::Ordinal)) { return $text }
  'hex:' + [BitConverter]::ToString([Text.Encoding]::UTF8.GetBytes($text)).Replace('-', '').ToLowerInvariant()
}

# A named value. usage: Note KEY VALUE...
function Note {
  $fields = @('#note')
  foreach ($value in $args) { $fields += Field $value }
  $fields -join [string][char]9
}

# A day as text, whatever the language of the system; empty where there is none.
function Day($Value) {
  if ($Value -is [DateTime]) { return $Value.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture) }
  ''
}

# True where a service of this name is installed.
function Installed([string]$Name) {
  @(Get-CimInstance -ClassName Win32_Service | Where-Object { $_.Name -eq $Name }).Count -gt 0
}

# Foreign text, line by line, so that none of it can pass for a record.
function Quoted([string]$Mark, [string]$Text) {
  $clean = $Text.Replace([string][char]0, '').Replace([string][char]13, '')
  if ($clean -eq '') { return }
  foreach ($line in $clean.TrimEnd([char]10).Split([char]10)) { $Mark + $line }
}

# Runs a program of System32 and gives its exit code and both outputs; null where it is not there.
# A native program's words on stderr would end a script that stops at errors, so the process is started by hand.
function Answer([string]$Program, [string]$Words) {
  $path = [IO.Path]::Combine([Environment]::SystemDirectory, $Program)
  if (-not [IO.File]::Exists($path)) { return $null }
  $start = New-Object -TypeName Diagnostics.ProcessStartInfo
  $start.FileName = $path
  $start.Arguments = $Words
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardInput = $true
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  $process = [Diagnostics.Process]::Start($start)
  try {
    $process.StandardInput.Close()
    $errors = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    return @{ Code = $process.ExitCode; Output = $output; Errors = $errors.Result }
  } finally {
    # Where the probe was stopped, what it asked must not go on.
    if (-not $process.HasExited) { $process.Kill() }
    $process.Dispose()
  }
}

# The record of an answer. usage: Answered LABEL ANSWER TEXT
function Answered([string]$Label, $Said, [string]$Text) {
  if ($null -eq $Said) { return (@('#command', $Label, '127', 'missing') -join [string][char]9) }
  @('#command', $Label, [string]$Said.Code) -join [string][char]9
  Quoted '|' $Text
  Quoted '!' $Said.Errors
}

# Asks a program. usage: Ask LABEL PROGRAM WORDS
function Ask([string]$Label, [string]$Program, [string]$Words) {
  $said = Answer $Program $Words
  $text = ''
  if ($null -ne $said) { $text = $said.Output }
  Answered $Label $said $text
}

# Asks a program that answers only into a file. The file stands in a new folder that only the system and administrators can enter, and goes
# with the folder at once; {file} and {log} in WORDS stand for two paths in it. usage: AskFile LABEL PROGRAM WORDS
function AskFile([string]$Label, [string]$Program, [string]$Words) {
  $access = New-Object -TypeName Security.AccessControl.DirectorySecurity
  $access.SetSecurityDescriptorSddlForm('D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
  $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'bongsu-' + [Guid]::NewGuid().ToString('N'))
  [void][IO.Directory]::CreateDirectory($folder, $access)
  try {
    $file = [IO.Path]::Combine($folder, 'answer')
    $log = [IO.Path]::Combine($folder, 'log')
    $quote = [string][char]34
    $filled = $Words.Replace('{file}', $quote + $file + $quote).Replace('{log}', $quote + $log + $quote)
    $said = Answer $Program $filled
    $text = ''
    if ([IO.File]::Exists($file)) { $text = [IO.File]::ReadAllText($file) }
    Answered $Label $said $text
  } finally {
    [IO.Directory]::Delete($folder, $true)
  }
}

# One registry value, absence included; what cannot be read says so. usage: RegistryValue PATH NAME
function RegistryValue([string]$Path, [string]$Name) {
  try {
    if (-not (Test-Path -LiteralPath $Path)) { return (Note 'registry' $Path $Name 'absent') }
    $key = Get-Item -LiteralPath $Path
    $value = $key.GetValue($Name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
    if ($null -eq $value) { return (Note 'registry' $Path $Name 'absent') }
    $kind = [string]$key.GetValueKind($Name)
    if ($kind -eq 'Binary') { $value = [BitConverter]::ToString($value).Replace('-', '') }
    $fields = @('registry', $Path, $Name, 'present', $kind) + @($value)
    Note @fields
  } catch {
    Note 'registry' $Path $Name 'unreadable' $_.Exception.Message
  }
}

# Whether a value that is a secret is stored, and never the value. usage: RegistryPresence PATH NAME
function RegistryPresence([string]$Path, [string]$Name) {
  try {
    if (-not (Test-Path -LiteralPath $Path)) { return (Note 'registry' $Path $Name 'absent') }
    $key = Get-Item -LiteralPath $Path
    if (@($key.GetValueNames()) -contains $Name) { return (Note 'registry' $Path $Name 'present' 'hidden') }
    Note 'registry' $Path $Name 'absent'
  } catch {
    Note 'registry' $Path $Name 'unreadable' $_.Exception.Message
  }
}

# Who may do what to a file, a folder or a key, as SDDL. usage: AccessList PATH
function AccessList([string]$Path) {
  try {
    if (-not (Test-Path -LiteralPath $Path)) { return (Note 'access' $Path 'absent') }
    Note 'access' $Path 'present' (Get-Acl -LiteralPath $Path).Sddl
  } catch {
    Note 'access' $Path 'unreadable' $_.Exception.Message
  }
}

# What a secret word is like, and never the word: length, kinds of characters, and whether it is a default. usage: WordClass WORD
function WordClass([string]$Word) {
  $kinds = ''
  if ($Word -cmatch '[a-z]') { $kinds += 'l' }
  if ($Word -cmatch '[A-Z]') { $kinds += 'u' }
  if ($Word -cmatch '[0-9]') { $kinds += 'd' }
  if ($Word -cmatch '[^A-Za-z0-9]') { $kinds += 's' }
  $known = 'other'
  if (@('public', 'private') -contains $Word) { $known = $Word.ToLowerInvariant() }
  @([string]$Word.Length, $kinds, $known) -join ':'
}

# The program of a command line, without its arguments, which may hold passwords. usage: ProgramOf LINE
function ProgramOf([string]$Line) {
  $text = $Line.Trim()
  if ($text -match '\A"([^"]{1,260})"') { return $Matches[1] }
  if ($text -match '\A((?:(?! [/-]).){1,260}?\.(?:exe|com|bat|cmd|ps1|vbs|js|msc|scr))(?:\s|\z)') { return $Matches[1] }
  if ($text -match '\A(\S{1,260})') { return $Matches[1] }
  ''
}
