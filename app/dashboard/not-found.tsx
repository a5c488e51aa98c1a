import { dashboardUrls } from '@/lib/dashboard-urls';

export default function DashboardNotFound() {
  return (
    <>
      <h1>Nothing here</h1>
      <p>
        There is no such page, or it is not for you.{' '}
        <a href={dashboardUrls.home()}>Go to the dashboard.</a>
      </p>
    </>
  );
}
