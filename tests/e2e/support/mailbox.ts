import { type APIRequestContext, expect } from '@playwright/test';

export type Mail = {
  id: string;
  to: string;
  subject: string;
  at: string;
  text: string;
  html: string;
  attachments: { name: string; size: number }[];
};

/** Every mail to that address so far, the oldest first. */
export async function mailsTo(request: APIRequestContext, address: string): Promise<Mail[]> {
  const response = await request.get('/api/v1/public/dev/mailbox');
  const mailbox: { data: Mail[] } = await response.json();
  return mailbox.data.filter((mail) => mail.to.includes(address)).sort((a, b) => a.at.localeCompare(b.at));
}

/** Waits for a mail to that address whose subject fits, and returns the newest one. */
export async function mailTo(request: APIRequestContext, address: string, subject = /./): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await mailsTo(request, address)).filter((mail) => subject.test(mail.subject)).at(-1);
    expect(found, `a mail to ${address} about ${subject}`).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return found as Mail;
}

/** The first link in a mail's text that contains `part`. */
export function linkIn(mail: Mail, part: string): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((url) => url.includes(part));
  expect(link, `a link with ${part} in "${mail.subject}"`).toBeDefined();
  return link as string;
}
