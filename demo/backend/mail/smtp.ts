import {createTransport} from 'nodemailer';
import type {MailContent} from './render.ts';

export interface MailTransport {
  /** Rejects unless a server has taken the mail. */
  send(to: string, content: MailContent, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** How long a server may say nothing (ms). */
const silence = 20_000;

interface SmtpOptions {
  /** `smtp://user:pass@host:587`, `smtps://…`. */
  readonly url: string;
  /** `Name <address>`: who the mails are from. */
  readonly from: string;
  readonly connections: number;
}

export function openSmtp({url, from, connections}: SmtpOptions): MailTransport {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (to, {lang, subject, text, html}, signal) => {
      await transport.sendMail({
        from,
        // As an object, so that nothing in it is taken for a second address.
        to: {name: '', address: to},
        subject,
        text,
        html,
        headers: {'Auto-Submitted': 'auto-generated', 'Content-Language': lang},
        signal,
      });
    },
    close: () => transport.close(),
  };
}

/** Why a mail was not taken: codes only, as a server's words may hold the address. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? [String(error.code)] : [];
  const reply = 'responseCode' in error ? [String(error.responseCode)] : [];
  return [...code, ...reply].join(' ') || error.name;
}
