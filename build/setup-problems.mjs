// What set-up says when something is in its way: one sentence that names the cause and what to do. Pure.

/** Whether a version such as "20.18.1" is older than [major, minor]. */
export function olderThan(version, [major, minor]) {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a < major || (a === major && b < minor);
}

/** Whether a step ended because somebody ended it: by a signal, or as npm and shells tell that one of theirs did. */
export function isInterrupted({ status, signal, stderr }) {
  return Boolean(signal) || status === 130 || status === 143 || /^npm error signal SIG(INT|TERM|HUP)$/m.test(stderr ?? '');
}

/** A sentence when the disk has less room than needed; undefined when there is enough or it cannot be known. */
export function roomProblem({ bavail, bsize }, neededMb, folder) {
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  return freeMb < neededMb
    ? `not enough room: ${folder} has ${freeMb} MB free and needs about ${neededMb} MB; free some and run the same command again`
    : undefined;
}

const CAUSES = [
  [/ENOSPC|no space left/i, 'there is no room left on the disk; free some and run the same command again'],
  [
    /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|network/i,
    'the network or the npm registry cannot be reached; check the connection (and proxy settings) and run the same command again',
  ],
  [/E40[13]\b|401 Unauthorized|403 Forbidden/, 'the npm registry refused access; check your npm settings (npm config list)'],
  [
    /SELF_SIGNED|UNABLE_TO_VERIFY|CERT_/,
    'the certificate of the npm registry cannot be checked; name your own authority with NODE_EXTRA_CA_CERTS',
  ],
  [/EACCES|EPERM|EROFS/, 'something may not be written: this folder, and .npm and .cache in your home folder, must belong to you'],
  [
    /EUSAGE|can only install packages when your package\.json and package-lock\.json/,
    'package.json and package-lock.json disagree; run: npm install',
  ],
];

/** One sentence for a step that failed, and the last lines it printed. */
export function explain({ why, errors, root }) {
  const cause = CAUSES.find(([pattern]) => pattern.test(errors))?.[1] ?? 'see below';
  const last = errors
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^npm (error|ERR!) A complete log|^\s+at /.test(line))
    .slice(-6)
    .map((line) => `  ${line.replaceAll(root, '.')}`)
    .join('\n');
  return `${why} did not succeed: ${cause}${last ? `\n${last}` : ''}`;
}
