// One set-up at a time in a folder: the second waits for the first; a lock whose owner has died is taken over.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** When a process started, so that a number that was given away again is not taken for its earlier owner. "" where it cannot be known. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (error.code) return ''; // no such process, or no /proc on this system
    throw error;
  }
}

function isAlive(pid, start) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return start === startOf(pid);
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
};

/** Whether what the lock says is over: its owner is gone, or nobody has written into it for five seconds. */
function isOver(lockFile, content) {
  const [pid, start = ''] = content.split(' ');
  if (Number(pid)) return !isAlive(Number(pid), start);
  return Date.now() - (statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 5000;
}

/** Takes a dead lock away; one that somebody has taken meanwhile is put back. */
function takeAway(lockFile, seen) {
  const mine = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, mine);
    if (read(mine) !== seen) renameSync(mine, lockFile);
    else rmSync(mine, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error; // somebody was faster
  }
}

async function take({ lockFile, root, say, Stop }) {
  for (let told = false; ; await pause(200)) {
    try {
      writeFileSync(lockFile, `${process.pid} ${startOf(process.pid)}`, { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new Stop(`cannot write in ${root} (${error.code}); it must be a folder of yours with room on the disk`);
    }
    const content = read(lockFile);
    if (content === null) continue;
    if (isOver(lockFile, content)) takeAway(lockFile, content);
    else if (!told) {
      say(`another set-up is at work here (process ${content.split(' ')[0]}); waiting for it`);
      told = true;
    }
  }
}

/** Runs `act` with the lock held; Ctrl+C then ends the step under way and the lock is given back. */
export async function withLock(parts, act) {
  await take(parts);
  let interrupted = false;
  const note = () => {
    interrupted = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, note);
  try {
    await act(() => interrupted);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, note);
    rmSync(parts.lockFile, { force: true });
  }
}
