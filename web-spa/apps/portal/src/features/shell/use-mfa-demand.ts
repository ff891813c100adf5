import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../../app/session';

/** When the server begins to demand an authenticator app, setting it up comes first; then one is back where one was. */
export function useMfaDemand(portal: string): void {
  const navigate = useNavigate();
  const router = useRouter();
  const demanded = useSession()?.mfa_setup_required ?? false;
  useEffect(() => {
    if (!demanded) return;
    const next = router.state.location.href;
    void navigate({ to: '/$portal/authenticator', params: { portal }, search: { next }, replace: true });
  }, [demanded, navigate, router, portal]);
}
