import { createFileRoute } from '@tanstack/react-router';
import { laterTexts } from '../app/language';
import { Landing } from '../features/landing/landing';

export const Route = createFileRoute('/')({ loader: laterTexts, component: Landing });
