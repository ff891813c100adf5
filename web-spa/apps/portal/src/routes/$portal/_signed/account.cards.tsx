import { createFileRoute } from '@tanstack/react-router';
import { Cards } from '../../../features/account/cards/cards';

export const Route = createFileRoute('/$portal/_signed/account/cards')({ component: Cards });
