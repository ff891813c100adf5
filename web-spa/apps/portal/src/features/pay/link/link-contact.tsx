import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import type { LinkDetails } from '@portico/api/portal';

/** Whom to ask, where the organization says so. */
export function LinkContact({ link }: { link: LinkDetails }) {
  const { organization_email: email, organization_phone: phone } = link;
  if (!email && !phone) return null;
  return (
    <Text size="sm" ta="center" mt="md">
      <Trans>Questions?</Trans>{' '}
      {email ? (
        <Anchor href={`mailto:${email}`} size="sm" underline="always" dir="ltr">
          {email}
        </Anchor>
      ) : null}
      {email && phone ? ' · ' : null}
      {phone ? (
        <Anchor href={`tel:${phone}`} size="sm" underline="always" dir="ltr">
          {phone}
        </Anchor>
      ) : null}
    </Text>
  );
}
