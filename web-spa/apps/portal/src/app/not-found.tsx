import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState, InvoiceIcon, LinkButton, Page, Panel } from '@portico/ui';
import { useParams } from '@tanstack/react-router';
import classes from '../features/shell/plain.module.css';

/** Missing and forbidden look the same on purpose: for a customer, other people's documents do not exist. */
export function NotFoundPage() {
  const { t } = useLingui();
  const { portal } = useParams({ strict: false });
  return (
    <Page title={t`Page not found`} width="narrow" heading={<Trans>We cannot find this page</Trans>}>
      <Panel>
        <EmptyState
          icon={<InvoiceIcon />}
          title={<Trans>Nothing at this address</Trans>}
          action={
            portal ? (
              <LinkButton to="/$portal" params={{ portal }}>
                <Trans>Go to the start page</Trans>
              </LinkButton>
            ) : (
              <LinkButton to="/">
                <Trans>Go to the start page</Trans>
              </LinkButton>
            )
          }
        >
          <Trans>The link may be old, or the document is not yours to see. Check the address, or start over.</Trans>
        </EmptyState>
      </Panel>
    </Page>
  );
}

/** The same as a screen of its own, for addresses that no route knows. */
export function NotFoundScreen() {
  return (
    <main className={classes.plain}>
      <NotFoundPage />
    </main>
  );
}
