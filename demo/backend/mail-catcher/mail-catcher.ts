import type {RequestListener} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import {listen, type Listening} from '../listen.ts';
import {catcherPage} from './catcher-page.ts';
import {CaughtMails} from './caught-mails.ts';
import {startCatchingSmtp} from './catching-smtp.ts';

export interface MailCatcher {
  /** Where mails are handed in. */
  readonly smtpUrl: string;
  /** The page that shows them. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Stands in for a mail server: takes all mails, shows them on a page, and sends none.
 * @param port of the page; 0: any that is free
 */
export async function startMailCatcher({port}: {readonly port: number}): Promise<MailCatcher> {
  const caught = new CaughtMails();
  const answer = getRequestListener(catcherPage(caught).fetch);
  const page = await listenNear(port, (request, response) => void answer(request, response));
  const smtp = await startCatchingSmtp((source, to) => caught.add(source, to));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    url: `http://localhost:${page.port}`,
    close: async () => {
      await Promise.all([page.close(), smtp.close()]);
    },
  };
}

/** On this port or, as its address is told anyway, on any other if that one can't be had. */
async function listenNear(port: number, listener: RequestListener): Promise<Listening> {
  try {
    return await listen(listener, {port});
  } catch (error) {
    if (error instanceof Error && 'code' in error) return listen(listener, {port: 0});
    throw error;
  }
}
