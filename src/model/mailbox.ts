/** One person's mailbox, whatever the spelling, of its domain too: what a repeated signing is recognised by. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.trim().normalize('NFKC').toLowerCase().split('@');
  const host = `https://${domain}`;
  return `${local}@${URL.canParse(host) ? new URL(host).hostname : domain}`;
}
