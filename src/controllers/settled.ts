import {failure, problem, type Result} from '../model/outcome.ts';

/** A client's answer; one that throws or rejects against its contract has failed like any other. */
export async function settled<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask();
  } catch {
    return failure(problem('failed'));
  }
}
