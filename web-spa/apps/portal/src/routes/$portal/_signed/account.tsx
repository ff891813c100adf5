import { createFileRoute, Outlet } from '@tanstack/react-router';
import { withAccountTexts } from '../../../app/language';

export const Route = createFileRoute('/$portal/_signed/account')({
  beforeLoad: withAccountTexts,
  component: Outlet,
});
