import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import type { PaymentLink } from '@portico/api/office';
import { useState } from 'react';
import { LinkForm } from './link-form';
import { LinkMade } from './link-made';
import type { LinkPurpose } from './link-values';

/** Makes a payment link, and shows it the one time that it can be seen. */
export function LinkDialog({ purpose, onClose }: { purpose: LinkPurpose; onClose: () => void }) {
  const { t } = useLingui();
  const [made, setMade] = useState<PaymentLink | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={made ? t`Your payment link` : t`New payment link`}
      closeOnClickOutside={!made}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {made ? (
        <LinkMade link={made} onClose={onClose} />
      ) : (
        <LinkForm purpose={purpose} onMade={setMade} onClose={onClose} />
      )}
    </Modal>
  );
}
