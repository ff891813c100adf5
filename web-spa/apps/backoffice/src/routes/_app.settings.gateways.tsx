import { createFileRoute } from '@tanstack/react-router';
import { GatewaysPage } from '../features/settings/gateways-page';

export const Route = createFileRoute('/_app/settings/gateways')({ component: GatewaysPage });
