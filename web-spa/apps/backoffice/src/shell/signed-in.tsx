import { type Me, officeSession } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { MeContext } from '../app/session';
import { SessionExpired } from '../features/auth/session-expired';
import { AskProvider } from './ask';
import { Shell } from './shell';

/** The signed-in part: keeps the last session on screen when it expires, and leaves when somebody signs out. */
export function SignedIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const current = useSyncExternalStore(officeSession.subscribe, officeSession.get, officeSession.get);
  const [last, setLast] = useState<Me | null>(current);
  const [expired, setExpired] = useState(false);

  // First away from the pages, then their data: they would ask for it again.
  const leave = useCallback(() => {
    void navigate({ to: '/sign-in' }).then(() => client.clear());
  }, [client, navigate]);

  useEffect(() => {
    if (current) {
      setLast(current);
      setExpired(false);
    }
  }, [current]);

  useEffect(
    () =>
      officeSession.onEnd((reason) => {
        if (reason === 'expired') {
          setExpired(true);
        } else {
          leave();
        }
      }),
    [leave],
  );

  // When the organization begins to demand an authenticator app, setting it up comes first; then one is back here.
  const demanded = current?.mfa_setup_required ?? false;
  useEffect(() => {
    if (!demanded) return;
    const to = router.state.location.href.replace(/^\/office/, '');
    void navigate({ to: '/authenticator', search: { to }, replace: true }).then(() => client.clear());
  }, [demanded, navigate, router, client]);

  const me = current ?? last;
  if (!me) {
    return null;
  }
  return (
    <MeContext value={me}>
      <AskProvider>
        <Shell key={me.organization.id} />
      </AskProvider>
      {expired && <SessionExpired me={me} onBack={() => client.invalidateQueries()} onLeave={leave} />}
    </MeContext>
  );
}
