import {postgresOptions, smtpUrl, wholeNumber} from '../environment.ts';
import {onStop} from '../on-stop.ts';
import {startMailCatcher} from './mail-catcher/mail-catcher.ts';
import {startBackend} from './start-backend.ts';

// An empty variable is one that is not set.
const {PORT, HOST, DATA_DIR, SEED_DIR, PUBLIC_URL, MAIL_FROM} = process.env;

const port = Number(PORT || 4400);
const mailServer = smtpUrl();
const catcher = mailServer === undefined ? await startMailCatcher({port: port && port + 2}) : undefined;

const backend = await startBackend({
  port,
  host: HOST || undefined,
  dataDir: DATA_DIR || '.data',
  postgres: postgresOptions(),
  seed: SEED_DIR || undefined,
  publicUrl: PUBLIC_URL || undefined,
  rateLimitPerHour: wholeNumber('RATE_LIMIT_PER_HOUR'),
  trustedProxies: wholeNumber('TRUSTED_PROXIES'),
  liveStreams: wholeNumber('LIVE_STREAMS'),
  smtpUrl: mailServer ?? catcher?.smtpUrl,
  mailFrom: MAIL_FROM || undefined,
});
console.log(`Petition backend: ${backend.url}`);
if (catcher) console.log(`Caught mail: ${catcher.url}`);

async function close(): Promise<void> {
  await backend.close();
  await catcher?.close();
}

onStop(() => {
  close().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
});
