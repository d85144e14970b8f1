/**
 * Ends a worker that a preview of the built page has left at this address: the page in development would be answered
 * from what that kept whenever its own server is down.
 */
export async function letGo(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  await (await workers?.getRegistration())?.unregister();
}
