import { createFileRoute, notFound } from '@tanstack/react-router';
import { boot } from '../app/boot';
import { Mailbox } from '../features/mailbox/mailbox';

export const Route = createFileRoute('/dev/mailbox')({
  beforeLoad: () => {
    if (!boot.development) {
      throw notFound();
    }
  },
  component: Mailbox,
});
