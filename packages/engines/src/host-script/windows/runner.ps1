# Runs every probe in a runspace of its own under its limits of time and size, and packs what they printed as a gzip'd tar.
# usage: powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File script.ps1 OUTPUT
#   BONGSU_RUN           run id, repeated in the manifest
#   BONGSU_RESULT_BYTES  exact size to pad OUTPUT to (the upload slot); 0 for none
# exit: 0 done, 20 not an administrator, 21 no OUTPUT, 22 not written, 23 larger than the slot, 25 a 32-bit shell on a 64-bit system
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2.0

function ManifestLine { @($args) -join [string][char]9 }

function Seconds { [string][long][Math]::Floor(([DateTime]::UtcNow - [DateTime]'1970-01-01').TotalSeconds) }

# A variable of the caller that must be a plain word.
function Setting([string]$Name) {
  $value = [string][Environment]::GetEnvironmentVariable($Name)
  if ($value -cmatch '\A[A-Za-z0-9_.-]{0,128}\z') { return $value }
  ''
}

# One probe; its state goes to the manifest, and what it printed is kept only where it is whole.
function RunProbe($Probe) {
  $began = [DateTime]::UtcNow
  $text = ''
  $state = 'ok'
  $code = 0
  $space = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace()
  $space.Open()
  # Set for everything in the runspace, because functions of modules see neither a caller's scope nor its preferences. The script itself runs
  # in a scope of its own, so that its strict mode is not laid on the modules of Windows, which were not written for it.
  $space.SessionStateProxy.SetVariable('ErrorActionPreference', 'Stop')
  $shell = [PowerShell]::Create()
  $shell.Runspace = $space
  [void]$shell.AddScript($Preamble.ToString() + [string][char]10 + $Probe.Script.ToString(), $true)
  $waiting = $shell.BeginInvoke()
  if ($waiting.AsyncWaitHandle.WaitOne($Probe.Seconds * 1000)) {
    try {
      $lines = $shell.EndInvoke($waiting)
      $builder = New-Object -TypeName Text.StringBuilder
      foreach ($line in $lines) { [void]$builder.Append([string]$line).Append([char]10) }
      $text = $builder.ToString()
      # An error that did not end the probe may have lost a line, and what it lost would pass for absent. (HadErrors also counts errors
      # that were caught.)
      if ($shell.Streams.Error.Count -gt 0) { $state = 'failed'; $code = 1 }
    } catch {
      $state = 'failed'
      $code = 1
    }
    $shell.Dispose()
    $space.Dispose()
  } else {
    $state = 'timeout'
    $code = 124
    # Not waited for: a probe that hangs in the system may not hold up the others.
    [void]$shell.BeginStop($null, $null)
  }
  $bytes = [Text.Encoding]::UTF8.GetBytes($text)
  $size = $bytes.Length
  if ($state -eq 'ok' -and $size -gt $Probe.Bytes) { $state = 'truncated' }
  if ($state -ne 'ok') { $bytes = [Text.Encoding]::UTF8.GetBytes('') }
  $took = [Math]::Min(999999, [Math]::Floor(([DateTime]::UtcNow - $began).TotalSeconds))
  @{ Name = $Probe.Name; Bytes = $bytes; Line = (ManifestLine 'probe' $Probe.Name $state $code $took ([Math]::Min(999999999, $size))) }
}

# One file of a tar archive (POSIX.1-1988, ustar). usage: TarEntry STREAM NAME BYTES
function TarEntry($Stream, [string]$Name, [byte[]]$Bytes) {
  $head = New-Object -TypeName byte[] -ArgumentList 512
  $fields = @(
    @(0, $Name), @(100, '0000600'), @(108, '0000000'), @(116, '0000000'),
    @(124, [Convert]::ToString($Bytes.Length, 8).PadLeft(11, '0')), @(136, '00000000000'),
    @(148, '        '), @(156, '0'), @(257, 'ustar'), @(263, '00')
  )
  foreach ($field in $fields) {
    $ascii = [Text.Encoding]::ASCII.GetBytes([string]$field[1])
    [Array]::Copy($ascii, 0, $head, [int]$field[0], $ascii.Length)
  }
  $sum = 0
  foreach ($byte in $head) { $sum += $byte }
  $check = [Text.Encoding]::ASCII.GetBytes([Convert]::ToString($sum, 8).PadLeft(6, '0'))
  [Array]::Copy($check, 0, $head, 148, 6)
  $head[154] = 0
  $Stream.Write($head, 0, 512)
  $Stream.Write($Bytes, 0, $Bytes.Length)
  $rest = (512 - $Bytes.Length % 512) % 512
  $Stream.Write((New-Object -TypeName byte[] -ArgumentList 512), 0, $rest)
}

$OutputPath = ''
if ($args.Count -gt 0) { $OutputPath = [string]$args[0] }
if ($OutputPath -eq '') { exit 21 }
if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) { exit 25 }
$identity = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList ([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { exit 20 }
[Diagnostics.Process]::GetCurrentProcess().PriorityClass = [Diagnostics.ProcessPriorityClass]::BelowNormal

$hash = [Security.Cryptography.SHA256]::Create().ComputeHash([IO.File]::ReadAllBytes($PSCommandPath))
$manifest = @(
  (ManifestLine 'bongsu-evidence' '1'),
  (ManifestLine 'run' (Setting 'BONGSU_RUN')),
  (ManifestLine 'instance' (Setting 'AWS_SSM_INSTANCE_ID')),
  (ManifestLine 'command' (Setting 'SSM_COMMAND_ID')),
  (ManifestLine 'script' ([BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant())),
  (ManifestLine 'started' (Seconds)),
  (ManifestLine 'uid' '0'),
  (ManifestLine 'live' '1')
)
$results = @()
foreach ($probe in $Probes) { $results += RunProbe $probe }
foreach ($result in $results) { $manifest += $result.Line }
$manifest += ManifestLine 'ended' (Seconds)

try {
  $packed = New-Object -TypeName IO.MemoryStream
  $gzip = New-Object -TypeName IO.Compression.GZipStream -ArgumentList $packed, ([IO.Compression.CompressionMode]::Compress), $true
  TarEntry $gzip 'manifest' ([Text.Encoding]::UTF8.GetBytes(($manifest -join [string][char]10) + [string][char]10))
  foreach ($result in $results) { TarEntry $gzip ('probes/' + $result.Name) $result.Bytes }
  $gzip.Write((New-Object -TypeName byte[] -ArgumentList 1024), 0, 1024)
  $gzip.Dispose()
  $slot = [long]('0' + (Setting 'BONGSU_RESULT_BYTES'))
  if ($slot -gt 0 -and $packed.Length -gt $slot) { exit 23 }
  # Zeros after a gzip member are padding to every reader; the upload slot takes exactly its own size.
  if ($slot -gt 0) { $packed.SetLength($slot) }
  [IO.File]::WriteAllBytes($OutputPath, $packed.ToArray())
} catch {
  exit 22
}
# Ends a probe that hangs, too.
[Environment]::Exit(0)
