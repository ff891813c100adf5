import { createFileRoute, Outlet } from '@tanstack/react-router';
import { laterTexts } from '../../../app/language';

export const Route = createFileRoute('/$portal/_signed/account')({
  loader: laterTexts,
  component: Outlet,
});
