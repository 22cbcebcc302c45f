/*
 * Is loaded into the backend's process before it (`node --import`), and tells the benchmark what can't be
 * seen from outside. It does nothing while it isn't asked.
 */

process.on('message', (order) => {
  // The last resort also gives back to the system what the heap has no use for any more.
  if (order === 'collect') globalThis.gc?.({type: 'major', execution: 'sync', flavor: 'last-resort'});
  const {user, system} = process.cpuUsage();
  const {heapUsed, external} = process.memoryUsage();
  process.send?.({cpuMicroseconds: user + system, heldBytes: heapUsed + external});
});

// It keeps the backend from nothing, ending included, and does not let it outlive the benchmark.
process.channel?.unref();
process.once('disconnect', () => process.exit(1));
