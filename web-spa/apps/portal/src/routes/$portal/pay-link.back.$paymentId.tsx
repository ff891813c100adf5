import { createFileRoute, redirect } from '@tanstack/react-router';
import { laterTexts } from '../../app/language';
import { leftLink } from '../../features/pay/link/left-link';
import { LinkLost } from '../../features/pay/link/link-lost';
import { parsePayLinkSearch } from '../../features/pay/link/pay-link-search';

/** Where a provider's own page sends back whoever pays by a link. */
export const Route = createFileRoute('/$portal/pay-link/back/$paymentId')({
  beforeLoad: ({ params: { portal, paymentId } }) => {
    const token = leftLink(paymentId);
    if (!token) return;
    throw redirect({
      to: '/$portal/pay-link/$token',
      params: { portal, token },
      search: parsePayLinkSearch({ payment: paymentId }),
      replace: true,
    });
  },
  loader: laterTexts,
  component: LinkLost,
});
