import { createFileRoute } from '@tanstack/react-router';
import { NumberSeriesPage } from '../features/settings/number-series-page';

export const Route = createFileRoute('/_app/settings/numbers')({ component: NumberSeriesPage });
