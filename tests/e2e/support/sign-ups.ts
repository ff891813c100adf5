import type { APIRequestContext } from '@playwright/test';
import { answer, type Business } from './business';
import { linkIn, mailTo } from './mailbox';

/** Pages behind links that signing up mailed: of somebody unknown, and of somebody whom staff have entered. */
export type SignUps = { ask: string; join: string };

/** The portal takes sign-ups: some are asked for, and two are waiting. */
export async function signUpsOf(request: APIRequestContext, business: Business, tail: string): Promise<SignUps> {
  const { api, organization } = business;
  const { version } = await api.get('/organization');
  await api.patch('/organization', version, { allow_signup: true });
  const path = `/api/v1/public/portals/${organization.portal_name}/sign-ups`;
  const linkOf = async (email: string) => {
    await answer(await request.post(path, { data: { email } }));
    return new URL(linkIn(await mailTo(request, email, /sign up/i), '/sign-up/')).pathname;
  };
  const ask = async (email: string, data: Record<string, string>) => {
    const token = (await linkOf(email)).split('/').at(-1);
    await answer(await request.post(`${path}/${token}/ask`, { data }));
  };
  await ask(`noor-${tail}@haddad.example`, {
    first_name: 'Noor',
    last_name: 'Haddad',
    company_name: 'Haddad & Sons Import and Export',
    message: 'I keep the books since March and would like to see what is open.\nMy colleague Eva knows me.',
  });
  await ask(`li-${tail}@example.test`, { first_name: 'Li', last_name: 'Wei' });
  const known = `tove-${tail}@berg.example`;
  const names = { display_name: 'Berg Hotel', first_name: 'Tove', last_name: 'Berg' };
  await api.post('/customers', { kind: 'company', ...names, email: known });
  return { ask: await linkOf(`omar-${tail}@example.test`), join: await linkOf(known) };
}
