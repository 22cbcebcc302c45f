import {onStop} from '../on-stop.ts';
import {startBackend} from './start-backend.ts';

// An empty variable is one that is not set.
const {PORT, HOST, DATA_DIR, SEED_DIR, PUBLIC_URL} = process.env;

const backend = await startBackend({
  port: Number(PORT || 4400),
  host: HOST || undefined,
  dataDir: DATA_DIR || '.data',
  seed: SEED_DIR || undefined,
  publicUrl: PUBLIC_URL || undefined,
});
console.log(`Petition backend: ${backend.url}`);

onStop(() => {
  backend.close().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
});
