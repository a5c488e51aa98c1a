// The 404 of every address that cannot be a page; proxy.ts leads here.
import { getSite } from '@/lib/site';
import { missingMetadata } from '../../../metadata';
import { missingPage } from '../../../missing-page';

export const revalidate = 86400;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata() {
  return missingMetadata(await getSite());
}

export default async function MissingPage() {
  return missingPage('/r/missing/');
}
