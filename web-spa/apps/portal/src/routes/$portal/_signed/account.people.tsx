import { createFileRoute } from '@tanstack/react-router';
import { People } from '../../../features/account/people';

export const Route = createFileRoute('/$portal/_signed/account/people')({ component: People });
