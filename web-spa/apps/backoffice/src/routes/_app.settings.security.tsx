import { createFileRoute } from '@tanstack/react-router';
import { SecuritySettingsPage } from '../features/settings/security-settings-page';

export const Route = createFileRoute('/_app/settings/security')({ component: SecuritySettingsPage });
