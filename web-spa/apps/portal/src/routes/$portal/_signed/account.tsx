import { createFileRoute, Outlet } from '@tanstack/react-router';
import { withLaterTexts } from '../../../app/language';

export const Route = createFileRoute('/$portal/_signed/account')({
  beforeLoad: withLaterTexts,
  component: Outlet,
});
