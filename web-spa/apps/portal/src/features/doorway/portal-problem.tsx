import { Trans, useLingui } from '@lingui/react/macro';
import { isProblem } from '@portico/api/client';
import { EmptyState, GlobeIcon, Page, Panel } from '@portico/ui';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { RouteProblem } from '../../app/route-problem';
import classes from '../shell/plain.module.css';

/** There is no such portal, or it is switched off: both look alike. */
export function PortalProblem(props: ErrorComponentProps) {
  const { t } = useLingui();
  return (
    <main className={classes.plain}>
      {isProblem(props.error, 'not_found') ? (
        <Page title={t`Portal not found`} width="narrow">
          <Panel>
            <EmptyState icon={<GlobeIcon />} title={<Trans>There is no portal at this address</Trans>}>
              <Trans>
                Check the address in your invitation. If it used to work, ask the business that invited you for the new
                one.
              </Trans>
            </EmptyState>
          </Panel>
        </Page>
      ) : (
        <RouteProblem {...props} />
      )}
    </main>
  );
}
