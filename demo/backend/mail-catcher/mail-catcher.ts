import {getRequestListener} from '@hono/node-server';
import {listen} from '../listen.ts';
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
  const page = await listen((request, response) => void answer(request, response), {port});
  const smtp = await startCatchingSmtp((source, to) => caught.add(source, to));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    url: `http://localhost:${page.port}`,
    close: async () => {
      await Promise.all([page.close(), smtp.close()]);
    },
  };
}
