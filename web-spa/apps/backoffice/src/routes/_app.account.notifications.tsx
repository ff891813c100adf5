import { createFileRoute } from '@tanstack/react-router';
import { OwnSettingsPage } from '../features/notifications/own-settings-page';

export const Route = createFileRoute('/_app/account/notifications')({ component: OwnSettingsPage });
