/** Does one thing after the other, as many at a time as that. */
export async function inTurns(lanes: number, tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = left.shift(); task; task = left.shift()) await task();
  };
  await Promise.all(Array.from({length: lanes}, lane));
}
