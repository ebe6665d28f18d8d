// What a process and all its children weigh and use, from /proc (Linux).
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What a file of /proc says; null when the process is gone. */
function procText(...names: readonly (string | number)[]): string | null {
  try {
    return readFileSync(`/proc/${names.join('/')}`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function parentOf(pid: number): number | null {
  const text = procText(pid, 'stat');
  return text === null ? null : Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]); // the name before may hold spaces
}

/** The process and everything it started, as far as alive. */
export function processTree(root: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }));
  const childrenOf = (pid: number): readonly number[] =>
    parents.flatMap((one) => (one.parent === pid ? [one.pid, ...childrenOf(one.pid)] : []));
  return [root, ...childrenOf(root)];
}

/** Of one process, in MB: proportional set size (shared pages are counted by their share), and what is in no file and its alone. */
function weightOf(pid: number): Weight {
  const text = procText(pid, 'smaps_rollup') ?? '';
  const mb = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024;
  return { pss: mb('Pss'), anonymous: mb('Anonymous') };
}
export interface Weight {
  readonly pss: number;
  readonly anonymous: number;
}

export const processMb = (pid: number): number => weightOf(pid).pss;

/** The same of the whole tree. */
export function treeWeight(root: number): Weight {
  const all = processTree(root).map(weightOf);
  return { pss: all.reduce((sum, { pss }) => sum + pss, 0), anonymous: all.reduce((sum, { anonymous }) => sum + anonymous, 0) };
}
export const memoryMb = (root: number): number => treeWeight(root).pss;

/** CPU time of the tree's threads so far, in seconds. Not of `stat`: that counts in hundredths, as much as a bare app uses in a minute. */
export function cpuSeconds(root: number): number {
  const threads = processTree(root).flatMap((pid) => tasksOf(pid).map((task) => procText(pid, 'task', task, 'schedstat') ?? '0'));
  return threads.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1e9;
}

function tasksOf(pid: number): readonly string[] {
  return existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : [];
}
