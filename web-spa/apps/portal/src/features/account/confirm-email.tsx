import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { confirmPortalEmailChangeMutation } from '@portico/api/portal/query';
import { CheckIcon, EmptyState, LinkButton, ProblemAlert } from '@portico/ui';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Doorway } from '../doorway/doorway';
import { emailChangeOptions } from './details-options';
import { EmailLinkGone, isGone } from './email-link-problem';

/** The link from the mail: looking changes nothing, the button does. */
export function ConfirmEmail({ portal, token }: { portal: string; token: string }) {
  const { t } = useLingui();
  const { data } = useSuspenseQuery(emailChangeOptions(portal, token));
  const confirm = useMutation(confirmPortalEmailChangeMutation());
  if (isGone(confirm.error)) return <EmailLinkGone error={confirm.error} />;
  return (
    <Doorway title={t`Your new e-mail address`}>
      {confirm.isSuccess ? (
        <EmptyState
          icon={<CheckIcon />}
          tone="positive"
          title={<Trans>The address is confirmed</Trans>}
          action={
            <LinkButton to="/$portal" params={{ portal }} reloadDocument>
              <Trans>Open the portal</Trans>
            </LinkButton>
          }
        >
          <Trans>
            From now on you sign in with <bdi>{data.email}</bdi>.
          </Trans>
        </EmptyState>
      ) : (
        <Stack gap="md">
          <p style={{ margin: 0 }}>
            <Trans>
              Confirm that <bdi>{data.email}</bdi> is yours. From then on you sign in with it.
            </Trans>
          </p>
          <ProblemAlert error={confirm.error} />
          <Button
            fullWidth
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ path: { portal_name: portal, token } })}
          >
            <Trans>Confirm the address</Trans>
          </Button>
        </Stack>
      )}
    </Doorway>
  );
}
