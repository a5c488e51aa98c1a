import { Notice } from '@/components/ui/notice';

/** What stands where uploads would be, where the server has nowhere to keep them. */
export function UploadsOff({ reason }: { reason: string }) {
  return (
    <Notice kind="warning">
      <p>
        <strong>Uploads are off.</strong> {reason}
      </p>
    </Notice>
  );
}
