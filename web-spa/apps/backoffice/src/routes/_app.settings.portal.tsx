import { createFileRoute } from '@tanstack/react-router';
import { PortalSettingsPage } from '../features/settings/portal-settings-page';

export const Route = createFileRoute('/_app/settings/portal')({ component: PortalSettingsPage });
