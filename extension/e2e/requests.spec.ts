// More addresses asked for than the Prove it page lists: it counts them all, and
// says which it lists.
import { expect, test } from './look';
import { messages } from './messages';

const said = (key: string, ...fill: string[]): string => fill.reduce((text, f, i) => text.replace(`$${i + 1}`, f), messages[key]!);

test('beyond its list the page counts on and says how many are not listed', async ({ look }) => {
  const page = await look.own('pages/prove.html');
  const times = page.locator('.count strong');
  await expect(page.getByRole('list', { name: messages.prove_network_list!, exact: true })).toHaveCount(1);
  await page.evaluate(() => chrome.storage.session.set({
    requests: Array.from({ length: 200 }, (_, i) => ({ url: `https://far.example/${i}`, noted: 1, seen: 2, last: i })),
    'requests-earlier': { far: 37, own: 3 },
  }));
  await expect(times).toHaveText('437');
  const list = page.getByRole('list', { name: said('prove_network_last', '200'), exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(200);
  await expect(page.getByText(said('prove_network_earlier', '200', '37', '3'))).toBeVisible();
});
