// The checks of the family nginx with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { cgi } from './cgi.ts';
import { cgiCases } from './cgi.cases.ts';
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
import { httpsRedirect } from './https-redirect.ts';
import { httpsRedirectCases } from './https-redirect.cases.ts';
import { logPermissions } from './log-permissions.ts';
import { logPermissionsCases } from './log-permissions.cases.ts';
import { needlessFiles } from './needless-files.ts';
import { needlessFilesCases } from './needless-files.cases.ts';
import { parentDirectory } from './parent-directory.ts';
import { parentDirectoryCases } from './parent-directory.cases.ts';
import { patches } from './patches.ts';
import { patchesCases } from './patches.cases.ts';
import { processUser } from './process-user.ts';
import { processUserCases } from './process-user.cases.ts';
import { proxy } from './proxy.ts';
import { proxyCases } from './proxy.cases.ts';
import { sizeLimit } from './size-limit.ts';
import { sizeLimitCases } from './size-limit.cases.ts';
import { ssi } from './ssi.ts';
import { ssiCases } from './ssi.cases.ts';
import { symbolicLinks } from './symbolic-links.ts';
import { symbolicLinksCases } from './symbolic-links.cases.ts';
import { tls } from './tls.ts';
import { tlsCases } from './tls.cases.ts';
import { uploadPath } from './upload-path.ts';
import { uploadPathCases } from './upload-path.cases.ts';
import { virtualDirectory } from './virtual-directory.ts';
import { virtualDirectoryCases } from './virtual-directory.cases.ts';
import { webdav } from './webdav.ts';
import { webdavCases } from './webdav.cases.ts';

export const nginxChecks: HostCheckList = [
  [cgi, cgiCases],
  [directoryListing, directoryListingCases],
  [documentRoot, documentRootCases],
  [errorPages, errorPagesCases],
  [fileAccess, fileAccessCases],
  [headerDisclosure, headerDisclosureCases],
  [httpsRedirect, httpsRedirectCases],
  [logPermissions, logPermissionsCases],
  [needlessFiles, needlessFilesCases],
  [parentDirectory, parentDirectoryCases],
  [patches, patchesCases],
  [processUser, processUserCases],
  [proxy, proxyCases],
  [sizeLimit, sizeLimitCases],
  [ssi, ssiCases],
  [symbolicLinks, symbolicLinksCases],
  [tls, tlsCases],
  [uploadPath, uploadPathCases],
  [virtualDirectory, virtualDirectoryCases],
  [webdav, webdavCases],
];
