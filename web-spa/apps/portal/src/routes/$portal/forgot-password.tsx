import { createFileRoute } from '@tanstack/react-router';
import { laterTexts } from '../../app/language';
import { ForgotPassword } from '../../features/password/forgot-password';

export const Route = createFileRoute('/$portal/forgot-password')({
  loader: laterTexts,
  component: ForgotPassword,
});
