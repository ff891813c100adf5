import classes from './brand.module.css';
import { usePortal } from './use-portal';

/** The merchant's logo, or the name with its initial where there is none. */
export function Brand({ size = 'small' }: { size?: 'small' | 'large' }) {
  const portal = usePortal();
  if (portal.logo_url) {
    return <img className={classes.logo} data-size={size} src={portal.logo_url} alt={portal.organization_name} />;
  }
  return (
    <span className={classes.brand} data-size={size}>
      <span className={classes.mark} aria-hidden="true">
        {Array.from(portal.organization_name)[0]?.toUpperCase()}
      </span>
      <bdi className={classes.name}>{portal.organization_name}</bdi>
    </span>
  );
}
