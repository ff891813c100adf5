import { Page, Panel } from '@portico/ui';
import type { ReactNode } from 'react';
import { Brand } from '../shell/brand';
import { usePortal } from '../shell/use-portal';
import classes from './doorway.module.css';
import { LanguageChoice } from './language-choice';

interface DoorwayProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** Screens before signing in: the merchant's brand, one card, nothing else. */
export function Doorway({ title, intro, children }: DoorwayProps) {
  const portal = usePortal();
  return (
    <main className={classes.doorway}>
      <div className={classes.column}>
        <div className={classes.brand}>
          <Brand size="large" />
        </div>
        <Panel>
          <Page title={`${title} – ${portal.organization_name}`} heading={title} width="narrow">
            {intro ? <p className={classes.intro}>{intro}</p> : null}
            {children}
          </Page>
        </Panel>
        <LanguageChoice />
      </div>
    </main>
  );
}
