import { createFileRoute } from '@tanstack/react-router';
import { NotificationSettingsPage } from '../features/notifications/settings-page';

export const Route = createFileRoute('/_app/settings/notifications')({ component: NotificationSettingsPage });
