import { type AddressKind, classifyAddress, holds, networkSet } from './special-addresses.ts';

/** Which addresses handlers may live at. Public ones always may; cloud metadata and reserved ones never. */
export interface AddressPolicy {
  /** Development: bots run on the developer's own machine and network. */
  readonly allowPrivate: boolean;
  /** Private networks that the operator opened, such as `10.1.0.0/16` or `fd12::/16`. */
  readonly allowedNetworks: readonly string[];
}

export interface AddressGuard {
  /** What kind of address it is, when it may not be dialled; undefined when it may. */
  refuses(address: string): AddressKind | undefined;
}

/** @throws when one of the allowed networks is not a network */
export function createAddressGuard(policy: AddressPolicy): AddressGuard {
  const allowed = networkSet(policy.allowedNetworks);
  return {
    refuses(address) {
      const kind = classifyAddress(address);
      if (kind === 'public') return undefined;
      if (kind === 'metadata' || kind === 'reserved') return kind;
      if (policy.allowPrivate && kind !== 'link-local') return undefined;
      return holds(allowed, address) ? undefined : kind;
    },
  };
}
