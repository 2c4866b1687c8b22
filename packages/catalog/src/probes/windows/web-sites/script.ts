// What the probe of IIS asks: the effective value of each setting on each site and application, by the web administration module.

/** Setting, section, attribute, and the component of IIS without which the section may be missing. */
export const settings = {
  directoryBrowse: ['system.webServer/directoryBrowse', 'enabled', ''],
  parentPaths: ['system.webServer/asp', 'enableParentPaths', 'ASP'],
  aspRequestBytes: ['system.webServer/asp/limits', 'maxRequestEntityAllowed', 'ASP'],
  contentBytes: ['system.webServer/security/requestFiltering/requestLimits', 'maxAllowedContentLength', ''],
  hideServer: ['system.webServer/security/requestFiltering', 'removeServerHeader', ''],
  errorMode: ['system.webServer/httpErrors', 'errorMode', ''],
  webDav: ['system.webServer/webdav/authoring', 'enabled', 'WebDAV'],
} as const;

export type WebSetting = keyof typeof settings;

const asks = Object.entries(settings)
  .map((setting) => [setting[0], ...setting[1]].map((word) => `'${word}'`).join(' '))
  .map((words) => `  WebSetting $Name $Place ${words}`)
  .join('\n');

// A section may be missing with its component; what fails although the component is there could not be read.
export const script = String.raw`
function WebSetting($Name, $Place, $Setting, $Section, $Attribute, $Component) {
  try {
    $found = Get-WebConfigurationProperty -PSPath $Place -Filter $Section -Name $Attribute
    $value = $found
    if ($null -ne $found.PSObject.Properties['Value']) { $value = $found.Value }
    Note 'web-setting' $Name $Setting 'present' $value
  } catch {
    $installed = ''
    if ($Component -ne '') { $installed = [string](Get-Item -LiteralPath 'HKLM:\SOFTWARE\Microsoft\InetStp\Components').GetValue($Component) }
    if ($Component -ne '' -and $installed -ne '1') { return (Note 'web-setting' $Name $Setting 'absent') }
    Note 'web-setting' $Name $Setting 'unreadable' $_.Exception.Message
  }
}
function WebPlace($Name, $Place, $Folder) {
  $path = [Environment]::ExpandEnvironmentVariables([string]$Folder)
  Note 'web-place' $name $path
${asks}
  foreach ($handler in @(Get-WebConfigurationProperty -PSPath $Place -Filter 'system.webServer/handlers' -Name 'Collection')) {
    Note 'web-handler' $Name $handler.path
  }
  foreach ($extension in @(Get-WebConfigurationProperty -PSPath $Place -Filter 'system.webServer/security/requestFiltering/fileExtensions' -Name 'Collection')) {
    if (-not $extension.allowed) { Note 'web-refused' $Name $extension.fileExtension }
  }
  AccessList $path
  if (Test-Path -LiteralPath $path) {
    foreach ($file in @(Get-ChildItem -LiteralPath $path -Recurse -Depth 4 | Where-Object { $_.Extension -eq '.lnk' -or ($_.Attributes -band [IO.FileAttributes]::ReparsePoint) } | Select-Object -First 50)) {
      Note 'web-link' $Name $file.FullName
    }
  }
}
if (Installed 'W3SVC') {
  Import-Module -Name 'WebAdministration'
  foreach ($site in @(Get-Website)) {
    WebPlace $site.Name ('MACHINE/WEBROOT/APPHOST/' + $site.Name) $site.PhysicalPath
    foreach ($application in @(Get-WebApplication -Site $site.Name)) {
      $name = $site.Name + $application.Path
      WebPlace $name ('MACHINE/WEBROOT/APPHOST/' + $name) $application.PhysicalPath
    }
    foreach ($directory in @(Get-WebVirtualDirectory -Site $site.Name)) {
      Note 'virtual-directory' ($site.Name + $directory.Path)
    }
  }
  foreach ($pool in @(Get-ChildItem -LiteralPath 'IIS:\AppPools')) {
    Note 'pool' $pool.Name $pool.ProcessModel.IdentityType
  }
  $windows = [Environment]::GetFolderPath('Windows')
  $drive = $windows.Substring(0, 2)
  $folders = @(
    ($drive + '\inetpub\iissamples'), ($drive + '\inetpub\scripts'), ($windows + '\help\iishelp'),
    ($windows + '\System32\inetsrv\iisadmpwd'), ($drive + '\Program Files\Common Files\System\msadc\sample')
  )
  foreach ($folder in $folders) {
    if (Test-Path -LiteralPath $folder) { Note 'sample' $folder }
    AccessList $folder
  }
  Note 'iis' 'listed'
} else {
  Note 'iis' 'no-service'
}
`;
