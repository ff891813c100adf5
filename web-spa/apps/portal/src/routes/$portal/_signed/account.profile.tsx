import { createFileRoute } from '@tanstack/react-router';
import { Profile } from '../../../features/account/profile';

export const Route = createFileRoute('/$portal/_signed/account/profile')({ component: Profile });
