/** What a bot reads in the place of a deleted message, with the time it was written. */
export function deletionText(writtenAt: number): string {
  const [date = '', time = ''] = new Date(writtenAt).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `Message from ${month}/${day}/${year} ${time.slice(0, 8)} has been deleted`;
}
