import { createFileRoute } from '@tanstack/react-router';
import { Security } from '../../../features/account/security';

export const Route = createFileRoute('/$portal/_signed/account/security')({ component: Security });
