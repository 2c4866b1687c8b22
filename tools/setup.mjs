// Installs the packages the lockfile names when they are absent or others; plain JavaScript, because it runs on the machine's own Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quiet = process.argv.includes('--quiet');

/** Node that runs this code base: type stripping without a flag, and what the pinned packages ask for. */
const NODE_MAJOR_MIN = 24;
/** Oldest Node on which npm 10 installs a workspace with these packages. */
const INSTALLER_MAJOR_MIN = 20;

const trouble = platformTrouble();
if (trouble !== null) stop(trouble);
if (stale()) await install();
else if (!quiet) process.stderr.write('bongsu: packages are installed\n');

/** Why this machine cannot run the project, with the remedy; null where it can. */
function platformTrouble() {
  const major = Number(process.versions.node.split('.')[0]);
  const { platform, arch } = process;
  if (major < INSTALLER_MAJOR_MIN)
    return `Node ${process.versions.node} is too old to install with. Install Node ${INSTALLER_MAJOR_MIN} or newer, then run this again.`;
  if (platform === 'win32') return 'Windows is not supported. Run it inside WSL 2 (a Linux distribution with glibc).';
  const bundled = platform === 'linux' && (arch === 'x64' || arch === 'arm64');
  if (!bundled && major < NODE_MAJOR_MIN)
    return `No Node ${NODE_MAJOR_MIN} comes with the packages for ${platform}-${arch} (only linux-x64 and linux-arm64), and this is Node ${process.versions.node}. Install Node ${NODE_MAJOR_MIN} or newer (https://nodejs.org), then run this again.`;
  return null;
}

/**
 * True where node_modules does not hold what the lockfile names. npm writes node_modules/.package-lock.json when an
 * install has ended, so an interrupted one counts as stale; optional packages of other platforms may be absent.
 */
function stale() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (wanted === null) stop('package-lock.json is missing. Restore it: git checkout package-lock.json');
  if (installed === null) return true;
  for (const [path, want] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const have = installed[path];
    if (have === undefined ? !want.optional : have.version !== want.version || have.integrity !== want.integrity)
      return true;
  }
  return missingNode() !== null;
}

function packagesOf(lockfile) {
  const path = join(root, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** The package that should bring Node 24 and did not; npm passes over a failed optional package in silence. */
function missingNode() {
  if (process.platform !== 'linux') return null;
  const name = `node-linux-${process.arch}`;
  return existsSync(join(root, 'node_modules', name, 'bin', 'node')) ? null : name;
}

async function install() {
  // Asked only here, because the report takes longer than all the rest of a run with nothing to do.
  if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime)
    stop(
      'This Linux has no glibc (Alpine?), and the Node that comes with the packages needs it. Use a Debian, Ubuntu, Amazon Linux or RHEL image.',
    );
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const line = 'bongsu: installing packages (once; about 200 MB)';
  const live = process.stderr.isTTY === true;
  process.stderr.write(live ? line : `${line} ...\n`);
  const ticking = live ? setInterval(() => process.stderr.write(`\r${line} ... ${seconds()} s`), 1000) : undefined;
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticking);
  if (live) process.stderr.write('\r\u001b[K');
  if (code !== 0)
    stop(
      `npm ci failed (exit ${code}).\n${output.trim()}\nCheck that the npm registry can be reached, then run this again.`,
    );
  const absent = missingNode();
  if (absent !== null)
    stop(
      `npm could not install ${absent}, which brings Node ${NODE_MAJOR_MIN}. Check that the registry serves it (npm view ${absent}), then run: npm ci --ignore-scripts`,
    );
  process.stderr.write(`bongsu: packages installed in ${seconds()} s\n`);
}

/** Runs npm without this checkout's own programs on PATH, since `npm ci` removes them before it puts them back. */
function npm(words) {
  const own = join(root, 'node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(own));
  return new Promise((resolve) => {
    const child = spawn('npm', words, {
      cwd: root,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `npm could not be started: ${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

function stop(message) {
  process.stderr.write(`bongsu: ${message}\n`);
  process.exit(1);
}
