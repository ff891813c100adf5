import { createFileRoute } from '@tanstack/react-router';
import { laterTexts } from '../../app/language';
import { SignUp } from '../../features/sign-up/sign-up';

export const Route = createFileRoute('/$portal/sign-up/')({
  loader: laterTexts,
  component: SignUp,
});
