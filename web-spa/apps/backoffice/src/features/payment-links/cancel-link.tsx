import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { cancelPaymentLink, type PaymentLink } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { useAsk } from '../../shell/ask';

/** Takes a link back, where the server allows it. */
export function CancelLink({ link }: { link: PaymentLink }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const ask = useAsk();
  if (!link.can_cancel) return null;
  const cancel = () =>
    ask({
      title: t`Cancel this payment link?`,
      text: t`Whoever holds it can no longer pay by it. This cannot be undone; you can make a new one.`,
      confirm: t`Cancel the link`,
      danger: true,
      run: async () => {
        await cancelPaymentLink({ path: { id: link.id }, throwOnError: true });
        await refresh(client, ...MONEY_VIEWS);
      },
    });
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="red"
      onClick={(event) => {
        event.stopPropagation();
        cancel();
      }}
    >
      <Trans>Cancel</Trans>
    </Button>
  );
}
