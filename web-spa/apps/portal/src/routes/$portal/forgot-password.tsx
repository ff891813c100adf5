import { createFileRoute } from '@tanstack/react-router';
import { ForgotPassword } from '../../features/password/forgot-password';

export const Route = createFileRoute('/$portal/forgot-password')({ component: ForgotPassword });
