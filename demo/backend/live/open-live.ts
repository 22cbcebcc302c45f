import type {Log} from '../log.ts';
import {openFilesLimit} from '../open-files.ts';
import type {Storage} from '../storage/storage.ts';
import {CountBoard} from './count-board.ts';
import {LiveHub} from './live-hub.ts';
import {streamLimit} from './stream-limit.ts';
import {usualTimings, type LiveTimings} from './timings.ts';

interface LiveOptions {
  readonly storage: Storage;
  readonly log: Log;
  readonly now: () => Date;
  /** Absent: as is usual. */
  readonly streams?: number | undefined;
  readonly timings?: Partial<LiveTimings> | undefined;
}

export interface Live {
  readonly board: CountBoard;
  readonly live: LiveHub;
}

export function openLive({storage, log, now, streams, timings}: LiveOptions): Live {
  const board = new CountBoard({storage, log});
  const limit = streamLimit({wanted: streams, openFiles: openFilesLimit(), log});
  const live = new LiveHub({board, storage, timings: {...usualTimings, ...timings}, limit, log, now});
  return {board, live};
}
