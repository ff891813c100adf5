import { restorePortalSession } from '@portico/api/portal';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { applyLanguage, laterTexts } from '../../app/language';
import { ChoosePassword } from '../../features/password/choose-password';

export const Route = createFileRoute('/$portal/choose-password')({
  beforeLoad: async ({ params }) => {
    const session = await restorePortalSession();
    if (!session?.password_change_required) throw redirect({ to: '/$portal', params });
    await applyLanguage(session.language);
    await laterTexts();
  },
  component: ChoosePassword,
});
