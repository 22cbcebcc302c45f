import {SettingError} from './backend/setting-error.ts';
import {poolSettings, type PostgresOptions} from './backend/storage/postgres-options.ts';

export {SettingError};

/** Where mails are handed to; undefined where the variable is not set, or empty. */
export function smtpUrl(): string | undefined {
  const text = process.env['SMTP_URL'];
  if (!text) return undefined;
  if (/^smtps?:\/\/./.test(text) && URL.canParse(text)) return text;
  // Not what it is: there may be a password in it.
  throw new SettingError('SMTP_URL has to be like smtp://user:password@mail.example.org:587.');
}

/** PostgreSQL, where it is to be used; undefined where no variable says so. */
export function postgresOptions(): PostgresOptions | undefined {
  const url = postgresUrl('DATABASE_URL');
  return url === undefined ? undefined : {url, listenUrl: postgresUrl('DATABASE_LISTEN_URL')};
}

function postgresUrl(name: string): string | undefined {
  const text = process.env[name];
  if (!text) return undefined;
  if (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)) {
    poolSettings(text);
    return text;
  }
  // Not what it is: there may be a password in it.
  throw new SettingError(`${name} has to be like postgres://user:password@database.example.org:5432/petitions.`);
}

/** A number from 0 on; undefined where the variable is not set, or empty. */
export function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new SettingError(`${name} is "${text}", but has to be a whole number from 0 on.`);
}
