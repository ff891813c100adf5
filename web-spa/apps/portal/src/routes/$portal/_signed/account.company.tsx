import { createFileRoute } from '@tanstack/react-router';
import { Company } from '../../../features/account/company';

export const Route = createFileRoute('/$portal/_signed/account/company')({ component: Company });
