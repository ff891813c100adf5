import { createFileRoute } from '@tanstack/react-router';
import { EmailTemplatesPage } from '../features/settings/email-templates/email-templates-page';

export const Route = createFileRoute('/_app/settings/email-templates/')({ component: EmailTemplatesPage });
