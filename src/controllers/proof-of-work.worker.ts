import {solve, type Task} from './solver.ts';

/** Answers a task by its solution; what goes wrong is an error of the worker. */
addEventListener('message', ({data}: MessageEvent<Task>) => {
  solve(data).then((solution) => postMessage(solution), reportError);
});
