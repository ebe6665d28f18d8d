// What a process and all its children weigh and use, from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

function stat(pid: number): { readonly parent: number; readonly ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' '); // the name before may hold spaces
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // gone meanwhile
    throw error;
  }
}

/** The process and everything it started, as far as alive. */
export function processTree(root: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: stat(Number(name))?.parent }));
  const childrenOf = (pid: number): readonly number[] =>
    parents.flatMap((one) => (one.parent === pid ? [one.pid, ...childrenOf(one.pid)] : []));
  return [root, ...childrenOf(root)];
}

/** Proportional set size of one process in MB: shared pages are counted by their share. */
export function processMb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 0; // gone meanwhile
    throw error;
  }
}

/** The same of the whole tree. */
export const memoryMb = (root: number): number => processTree(root).reduce((sum, pid) => sum + processMb(pid), 0);

/** CPU time of the tree so far, in seconds. */
export function cpuSeconds(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + (stat(pid)?.ticks ?? 0), 0) / TICKS_PER_SECOND;
}
