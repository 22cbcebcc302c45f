import {type ChildProcess, spawn} from 'node:child_process';

/**
 * Sees to it that a group of processes and its folders do not outlive this process, whatever ends it:
 * a runner that is interrupted cleans nothing up. Returns what calls that off.
 */
export function endWithThisProcess({pid}: ChildProcess, ...folders: readonly string[]): () => void {
  if (pid === undefined) return () => undefined;
  const onceInputEnds = `read -r _; kill -s KILL -- -${pid}; rm -rf -- "$@"`;
  const watch = spawn('sh', ['-c', onceInputEnds, 'sh', ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.unref();
  return () => {
    watch.kill('SIGKILL');
    watch.stdin.destroy();
  };
}

/** Ends all processes of a group at once. Those that have ended already are no matter. */
export function killGroup({pid}: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
