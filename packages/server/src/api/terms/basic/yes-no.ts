export function yesNo(flag: boolean): 'Y' | 'N' {
  return flag ? 'Y' : 'N';
}
