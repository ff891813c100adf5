import { useSuspenseQuery } from '@tanstack/react-query';
import { Ask } from './ask';
import { Join } from './join';
import { signUpLinkOptions } from './sign-up-link.query';

/** Where the mail leads: whom staff have entered comes in, anybody else asks. */
export function SignUpLink({ portal, token }: { portal: string; token: string }) {
  const { data } = useSuspenseQuery(signUpLinkOptions(portal, token));
  return data.outcome === 'join' ? (
    <Join portal={portal} token={token} link={data} />
  ) : (
    <Ask portal={portal} token={token} link={data} />
  );
}
