// The checks of the family tomcat with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { cgi } from './cgi.ts';
import { cgiCases } from './cgi.cases.ts';
import { configExposure } from './config-exposure.ts';
import { configExposureCases } from './config-exposure.cases.ts';
import { defaultAdmin } from './default-admin.ts';
import { defaultAdminCases } from './default-admin.cases.ts';
import { directoryListing } from './directory-listing.ts';
import { directoryListingCases } from './directory-listing.cases.ts';
import { documentRoot } from './document-root.ts';
import { documentRootCases } from './document-root.cases.ts';
import { errorPages } from './error-pages.ts';
import { errorPagesCases } from './error-pages.cases.ts';
import { fileAccess } from './file-access.ts';
import { fileAccessCases } from './file-access.cases.ts';
import { headerDisclosure } from './header-disclosure.ts';
import { headerDisclosureCases } from './header-disclosure.cases.ts';
import { ldapDigest } from './ldap-digest.ts';
import { ldapDigestCases } from './ldap-digest.cases.ts';
import { logPermissions } from './log-permissions.ts';
import { logPermissionsCases } from './log-permissions.cases.ts';
import { needlessFiles } from './needless-files.ts';
import { needlessFilesCases } from './needless-files.cases.ts';
import { parentDirectory } from './parent-directory.ts';
import { parentDirectoryCases } from './parent-directory.cases.ts';
import { passwordFile } from './password-file.ts';
import { passwordFileCases } from './password-file.cases.ts';
import { patches } from './patches.ts';
import { patchesCases } from './patches.cases.ts';
import { processUser } from './process-user.ts';
import { processUserCases } from './process-user.cases.ts';
import { proxy } from './proxy.ts';
import { proxyCases } from './proxy.cases.ts';
import { scriptMapping } from './script-mapping.ts';
import { scriptMappingCases } from './script-mapping.cases.ts';
import { sizeLimit } from './size-limit.ts';
import { sizeLimitCases } from './size-limit.cases.ts';
import { ssi } from './ssi.ts';
import { ssiCases } from './ssi.cases.ts';
import { symbolicLinks } from './symbolic-links.ts';
import { symbolicLinksCases } from './symbolic-links.cases.ts';
import { uploadPath } from './upload-path.ts';
import { uploadPathCases } from './upload-path.cases.ts';
import { virtualDirectory } from './virtual-directory.ts';
import { virtualDirectoryCases } from './virtual-directory.cases.ts';
import { weakPassword } from './weak-password.ts';
import { weakPasswordCases } from './weak-password.cases.ts';

export const tomcatChecks: HostCheckList = [
  [cgi, cgiCases],
  [configExposure, configExposureCases],
  [defaultAdmin, defaultAdminCases],
  [directoryListing, directoryListingCases],
  [documentRoot, documentRootCases],
  [errorPages, errorPagesCases],
  [fileAccess, fileAccessCases],
  [headerDisclosure, headerDisclosureCases],
  [ldapDigest, ldapDigestCases],
  [logPermissions, logPermissionsCases],
  [needlessFiles, needlessFilesCases],
  [parentDirectory, parentDirectoryCases],
  [passwordFile, passwordFileCases],
  [patches, patchesCases],
  [processUser, processUserCases],
  [proxy, proxyCases],
  [scriptMapping, scriptMappingCases],
  [sizeLimit, sizeLimitCases],
  [ssi, ssiCases],
  [symbolicLinks, symbolicLinksCases],
  [uploadPath, uploadPathCases],
  [virtualDirectory, virtualDirectoryCases],
  [weakPassword, weakPasswordCases],
];
