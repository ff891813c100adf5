import { type Me, officeSession } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { MeContext } from '../app/session';
import { SessionExpired } from '../features/auth/session-expired';
import { AskProvider } from './ask';
import { Shell } from './shell';

/** The signed-in part: keeps the last session on screen when it expires, and leaves when somebody signs out. */
export function SignedIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
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
