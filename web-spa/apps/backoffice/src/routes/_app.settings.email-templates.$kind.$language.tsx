import { createFileRoute } from '@tanstack/react-router';
import { EmailTemplatePage } from '../features/settings/email-templates/email-template-page';

export const Route = createFileRoute('/_app/settings/email-templates/$kind/$language')({
  component: function EmailTemplateRoute() {
    return <EmailTemplatePage {...Route.useParams()} />;
  },
});
